import { EventStoreDbEventStore, openEventStore, SqliteEventStore } from '#event-store';
import { join } from 'node:path';
import { temporaryFolder } from '../support/files.js';

const refusalOf = (address: string): string => {
  try {
    openEventStore(address);
  } catch (error) {
    return (error as Error).message;
  }
  return 'It was not refused.';
};

describe('The address of an event store', () => {
  test.each([
    'esdb://localhost:2113?tls=false',
    'esdb+discover://admin:p%3A%40ss@events.example.org:2113?nodePreference=leader',
    'esdb://ops:secret@a:2113,b:2113,c:2113?tls=true&keepAliveInterval=10000&connectionName=mag@igf',
    'esdb://localhost',
  ])('%s opens an EventStoreDB', async (address) => {
    const store = openEventStore(address);
    expect(store).toBeInstanceOf(EventStoreDbEventStore);
    await store.close();
  });

  test('file:… opens a file', async () => {
    const store = openEventStore(`file:${join(temporaryFolder(), 'tracker.db')}`);
    expect(store).toBeInstanceOf(SqliteEventStore);
    await store.close();
  });

  test('of another kind is refused', () => {
    expect(refusalOf('kurrentdb://localhost:2113')).toContain('is not the address of an event store');
    expect(refusalOf('esdb:localhost')).toContain('begins with esdb://');
  });

  test.each([
    'esdb://admin:pa:ss@localhost:2113',
    'esdb://admin:pa@ss@localhost:2113',
    'esdb://admin:pa%ss@localhost:2113',
    'esdb://admin@localhost:2113',
  ])('%s has a password that the client would cut short, and is refused without telling it', (address) => {
    const message = refusalOf(address);
    expect(message).toContain('percent-encoded');
    expect(message).not.toContain('ss@');
  });

  test('that asks for certificates to go unchecked is refused, as the client would check them', () => {
    expect(refusalOf('esdb://localhost:2113?tls=true&tlsVerifyCert=false')).toContain('tlsCAFile');
    expect(refusalOf('esdb://localhost:2113?TLS_VERIFY_CERT=false')).toContain('tlsCAFile');
  });

  test('that makes conflicts pass for success is refused', () => {
    expect(refusalOf('esdb://localhost:2113?tls=false&throwOnAppendFailure=false')).toContain('throwOnAppendFailure');
  });

  test('with an unknown option is refused, of which the client would warn by printing the password', () => {
    const message = refusalOf('esdb://admin:secret@localhost:2113?tsl=false');
    expect(message).toContain("'tsl' is not an option");
    expect(message).not.toContain('secret');
  });
});
