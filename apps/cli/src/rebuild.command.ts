import { buildAll, ReadDatabase } from '#event-sourcing/projections';
import { readModels } from '#read-models';
import { openExisting, settingsOf, type StoreOption } from './store.js';
import { counted, print, progress } from './terminal.js';

/** `igf rebuild`: the read side anew from the event store. A server that runs meanwhile goes over to it. */
export async function rebuildCommand(options: StoreOption): Promise<void> {
  const { eventStoreUrl, readFolder } = settingsOf(options);
  const store = await openExisting(eventStoreUrl);
  const database = new ReadDatabase(readFolder);
  const bar = progress('Rebuilding');
  const stop = new AbortController();
  try {
    const end = Number(await store.end());
    let events = 0;
    await buildAll(store.subscribe('start', stop.signal), database, readModels, (done) => {
      events = done.events;
      bar.at(done.position, end);
    });
    bar.end();
    print(`Rebuilt from ${counted(events, 'fact')}.`);
  } finally {
    bar.end();
    stop.abort();
    database.close();
    await store.close();
  }
}
