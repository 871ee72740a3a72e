import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { dropped, type Reason } from './events.js';

/** How many bytes may wait for a reader, and how long one who is dropped may take to read why, in milliseconds. */
export type Patience = Readonly<{ mostWaiting: number; lastWords: number }>;

/** Somebody who reads a stream at the other end of a socket. What waits there for a slow reader is bounded. */
export class Reader {
  constructor(
    private readonly socket: Socket,
    private readonly patience: Patience,
  ) {}

  get isOpen(): boolean {
    return this.socket.writable;
  }

  /** Hands over text of one byte a character, unless too much waits already: then the reader is dropped. */
  send(text: string): void {
    if (!this.isOpen) return;
    if (this.socket.writableLength > this.patience.mostWaiting) this.drop('slow');
    else this.socket.write(text, 'latin1');
  }

  /** Ends the connection, with a word on why for those who still listen. */
  drop(reason: Reason): void {
    if (!this.isOpen) return;
    this.socket.end(dropped(reason), 'latin1');
    this.socket.destroySoon();
    const end = setTimeout(() => this.socket.destroy(), this.patience.lastWords);
    this.onGone(() => clearTimeout(end));
  }

  /** Calls back once, as soon as the connection has ended, from whichever side; at once when it has already. */
  onGone(listener: () => void): void {
    if (this.socket.destroyed) listener();
    else this.socket.once('close', listener);
  }

  /** Resolves when what was handed over is on its way, and others had their turn; also when the reader has gone. */
  async ready(gone: AbortSignal): Promise<void> {
    if (this.socket.writableNeedDrain) await once(this.socket, 'drain', { signal: gone }).catch(() => undefined);
    else await setImmediate();
  }
}
