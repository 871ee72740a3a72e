import type { IncomingHttpHeaders } from 'node:http';
import { type EventStore, InvalidInput, NotThereYet } from '#event-sourcing';
import { AUDIT_LOG, type Projector } from '#event-sourcing/projections';
import type { FollowFacts } from '#read-models';

/** How long a reader waits until the read side has come as far as its position, in milliseconds. */
const WAIT = 5000;

/** A position that a reader names, and how a fault in it is told. */
type Named = Readonly<{ position: number; fault: (detail: string) => InvalidInput }>;

function inHeader(value: string): Named {
  const fault = (detail: string): InvalidInput => new InvalidInput([{ pointer: '', detail: `the header Last-Event-ID ${detail}` }]);
  const position = /^\d+$/.test(value) ? Number(value) : NaN;
  if (!Number.isSafeInteger(position)) throw fault('must be a position of the log: the last id that was seen');
  return { position, fault };
}

/** A reader that comes back asks for the same address as at first: what it has seen since then counts. */
function named({ from }: FollowFacts, headers: IncomingHttpHeaders): Named | undefined {
  const last = headers['last-event-id'];
  if (typeof last === 'string' && last.trim() !== '') return inHeader(last.trim());
  if (from === undefined) return undefined;
  return {
    position: from === 'start' ? 0 : from,
    fault: (detail) => new InvalidInput([{ pointer: '/from', detail }]),
  };
}

/** Knows behind which position a reader wants to be told, and that this position exists. */
export class Beginning {
  constructor(
    private readonly store: EventStore,
    private readonly projector: Projector,
  ) {}

  /** The last position of the log where nothing else is asked for. */
  async of(question: FollowFacts, headers: IncomingHttpHeaders): Promise<number> {
    const asked = named(question, headers);
    await this.#reached(0);
    const { position: end } = this.projector.standing().find(({ name }) => name === AUDIT_LOG)!;
    if (!asked || asked.position <= end) return asked?.position ?? end;
    // Another server may have told of facts that this one has yet to read.
    const last = await this.store.end();
    if (BigInt(asked.position) > last) throw asked.fault(`lies beyond the end of the log, which is at ${last}`);
    await this.#reached(asked.position);
    return asked.position;
  }

  async #reached(position: number): Promise<void> {
    if (await this.projector.reached(BigInt(position), WAIT, [AUDIT_LOG])) return;
    throw new NotThereYet(`Position ${position} has not been reached within ${WAIT} ms.`);
  }
}
