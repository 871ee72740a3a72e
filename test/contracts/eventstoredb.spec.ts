import { EventStoreDbEventStore } from '#event-store';
import { EventStoreDbDouble } from '../support/eventstoredb/double.js';
import { eventStoreContract, type StoreUnderTest } from './event-store.contract.js';

const { EVENTSTORE_TEST_URL } = process.env;
const storesAt = (url: string): StoreUnderTest => {
  const open = (): EventStoreDbEventStore => new EventStoreDbEventStore(url, { categories: ['workstream', 'call'] });
  return { store: open(), another: open };
};

describe('the double of EventStoreDB', () => {
  let double: EventStoreDbDouble;
  afterAll(async () => double.stop());

  eventStoreContract('EventStoreDB, as the double,', async () => {
    double = await EventStoreDbDouble.start();
    return storesAt(double.url());
  });
});

if (EVENTSTORE_TEST_URL !== undefined) eventStoreContract('EventStoreDB, as a server,', async () => storesAt(EVENTSTORE_TEST_URL));
