import { once } from 'node:events';
import type { Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { dropped, type Reason } from './events.js';

/** How long one who is dropped may take to read the reason, in milliseconds. */
const LAST_WORDS = 2000;

/** Somebody who reads a stream at the other end of a socket. What waits there for a slow reader is bounded. */
export class Reader {
  /** @param mostWaiting bytes; one more event is still handed over when that many wait */
  constructor(
    private readonly socket: Socket,
    private readonly mostWaiting: number,
  ) {}

  get isOpen(): boolean {
    return this.socket.writable;
  }

  /** Hands over text of one byte a character. */
  send(text: string): void {
    if (!this.isOpen) return;
    if (this.socket.writableLength > this.mostWaiting) this.drop('slow');
    else this.socket.write(text, 'latin1');
  }

  /** Ends the connection, with a word on why for those who still listen. */
  drop(reason: Reason): void {
    if (!this.isOpen) return;
    this.socket.end(dropped(reason), 'latin1');
    this.socket.destroySoon();
    const end = setTimeout(() => this.socket.destroy(), LAST_WORDS);
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
