import { existsSync, mkdirSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ReadDatabase } from '#event-sourcing/projections';
import { temporaryFolder } from '#test/files';

const numbered = (folder: string): readonly string[] => readdirSync(folder).filter((name) => !/-(wal|shm)$/.test(name));

describe('The folder of the read side', () => {
  test.each([
    ['with a slash at its end', (folder: string) => `${folder}/`],
    ['from the working folder', (folder: string) => `./${relative('.', folder)}`],
  ])('may be named %s', (_, named) => {
    const folder = temporaryFolder();
    const database = new ReadDatabase(named(folder));
    database.useNothing();
    database.close();
    expect(numbered(folder).toSorted()).toEqual(['1.db', 'current']);
  });

  test('loses with the next build what was left by builds that were killed', () => {
    const folder = temporaryFolder();
    for (const name of ['1.db', '2.db', '2.db-wal', '2.db-shm', 'current.2']) writeFileSync(join(folder, name), '');
    const database = new ReadDatabase(folder);
    database.useNothing();
    expect(numbered(folder).toSorted()).toEqual(['3.db', 'current']);
    database.close();
  });

  test('keeps the file in use where another cannot be opened, and goes over to that once it can', () => {
    const folder = temporaryFolder();
    const database = new ReadDatabase(folder);
    database.file.put({ name: 'kept', version: 1, position: 1 });
    mkdirSync(join(folder, '7.db'));
    writeFileSync(join(folder, 'current'), '7');
    expect(() => database.refresh()).toThrow(/unable to open/);
    expect(database.file.built('kept')).toBeDefined();
    rmdirSync(join(folder, '7.db'));
    database.refresh();
    expect(database.file.built('kept')).toBeUndefined();
    expect(existsSync(join(folder, '7.db'))).toBe(true);
    database.close();
  });
});
