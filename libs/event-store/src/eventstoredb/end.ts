import { BACKWARDS, END, type EventStoreDBClient } from '@eventstore/db-client';
import { within } from './patience.js';

/** Commit position of the last event on the server, whosever it is; 0 where there is none. */
export async function endOfLog(client: EventStoreDBClient, answer: number): Promise<bigint> {
  const reading = client.readAll({ direction: BACKWARDS, fromPosition: END, maxCount: 1 });
  const last = async (): Promise<bigint> => {
    for await (const { event } of reading) return event?.position.commit ?? 0n;
    return 0n;
  };
  try {
    return await within(answer, last());
  } finally {
    void reading.cancel().catch(() => undefined);
  }
}
