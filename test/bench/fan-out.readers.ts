import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { now, type Connecting } from './clock.js';

// The other process of `fan-out.ts`: so many readers, who do no more than note when each event was there as a whole.

/** So many connect at once, fewer than a server lets wait. */
const AT_ONCE = 100;
const END = '\n\n';

/** What comes before the first event that counts: when to come back, and that all past has been told. */
const BEFORE = 2;

let times: number[] = [];
let opened = 0;

function ended(seen: number, readers: number): void {
  if (seen === BEFORE) opened += 1;
  if (seen <= BEFORE) return;
  times.push(now());
  if (times.length < readers) return;
  process.send!(times);
  times = [];
}

function read({ port, path, readers }: Connecting): void {
  let [seen, rest] = [0, ''];
  const callback = (length: number, buffer: Uint8Array): boolean => {
    const text = rest + Buffer.from(buffer.buffer, buffer.byteOffset, length).toString('latin1');
    for (let at = text.indexOf(END); at !== -1; at = text.indexOf(END, at + END.length)) ended((seen += 1), readers);
    rest = text.endsWith('\n') && !text.endsWith(END) ? '\n' : '';
    return true;
  };
  const socket = connect({ port, host: '127.0.0.1', onread: { buffer, callback } });
  socket.on('error', (error) => {
    throw new Error(`A reader cannot go on. Are enough files allowed to be open (ulimit -n)?`, { cause: error });
  });
  socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
}

/** All share it: what is in it is looked at before the next read. */
const buffer = new Uint8Array(65_536);

const connectAll = async (connecting: Connecting): Promise<void> => {
  opened = 0;
  for (let begun = 0; begun < connecting.readers; begun++) {
    read(connecting);
    while (begun - opened >= AT_ONCE) await delay(1);
  }
  while (opened < connecting.readers) await delay(1);
  process.send!('ready');
};

process.on('message', (connecting) => void connectAll(connecting as Connecting));
process.once('disconnect', () => process.exit());
