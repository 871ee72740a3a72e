import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Socket } from 'node:net';
import { setImmediate as aTurnOfTheEventLoop } from 'node:timers/promises';

/** What goes out over an HTTP/2 connection before the other side must say that it has taken something in, less some frames. */
const WINDOW = 60_000;

/** The connections that `open` opens, and what waits until as much has gone out as can without an answer. */
export async function connectionsOf(open: () => Promise<unknown>): Promise<() => Promise<void>> {
  const sockets: Socket[] = [];
  const opened = (message: unknown): void => void sockets.push((message as { socket: Socket }).socket);
  subscribe('net.client.socket', opened);
  await open();
  unsubscribe('net.client.socket', opened);
  const sent = (): number => sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0);
  const before = sent();
  return async () => {
    while (sent() < before + WINDOW) await aTurnOfTheEventLoop();
  };
}
