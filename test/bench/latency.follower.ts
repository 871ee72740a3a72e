import { openEventStore } from '../../libs/event-store/src/index.js';

// The other process of `latency.ts`: says when it is ready, and then the position of each event as soon as it has it.

const tell = (message: string): void => void process.send!(message);
const stop = new AbortController();
process.once('disconnect', () => stop.abort());

const store = openEventStore(`file:${process.argv[2]!}`);
for await (const { events, caughtUp } of store.subscribe('start', stop.signal)) {
  for (const { position } of events) tell(String(position));
  if (caughtUp && events.length === 0) tell('ready');
}
await store.close();
