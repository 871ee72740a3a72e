import { type Command, DAY, type Fact, type PartialDate } from '#event-sourcing';
import type { Thread } from './agenda.js';
import { dateOf, type Day, yearOf } from './days.js';
import type { Luck } from './luck.js';
import { mayBeCorrected } from './mistakes.js';
import type { Clerk } from './office.js';
import type { World } from './world.js';

/** What is put into a command, without what it says about itself. */
export type Fields<C extends Command> = { readonly [Field in keyof C as Exclude<Field, 'effective' | 'requestId'>]: C[Field] };

/** Of what stands by itself, this share is entered a month or more after it happened: of all facts, about one in thirty. */
const LATE = 1 / 13.5;

const SECRETARIAT = 'IGF Secretariat';
export const CLERKS = {
  secretariat: { actor: SECRETARIAT, via: 'http' },
  coordinator: { actor: 'Coordinator', via: 'http' },
  import: { actor: 'import', via: 'import' },
} as const satisfies Record<string, Clerk>;

/** Where one thread of the work is written down: what it tells happened on `day`. */
export class Desk {
  /** The day of which it tells. */
  day: Day = 0;

  constructor(
    readonly world: World,
    private readonly clerk: Clerk = CLERKS.secretariat,
  ) {}

  get luck(): Luck {
    return this.world.luck;
  }

  /** The day of the recording, which is not before the day of which it tells. */
  get today(): Day {
    return Math.floor(this.world.office.now / DAY);
  }

  id(): string {
    return this.luck.id();
  }

  page(what: string): string {
    return `https://www.intgovforum.example/${what}/${this.world.office.length}-${this.luck.between(1, 999)}`;
  }

  /** Another thread of the same matter, from the same day on. */
  besides(): Desk {
    const desk = new Desk(this.world, this.clerk);
    desk.day = this.day;
    return desk;
  }

  /** Goes on to a day: it is told on that day, or a few days later. */
  *on(day: Day): Thread {
    this.day = day;
    yield this.world.atWork(day + this.#delay());
  }

  /** Something beside this that stands by itself: nothing else waits for it, and it may be entered long after. */
  aside(day: Day, what: (desk: Desk) => Thread | undefined): void {
    const desk = new Desk(this.world, this.#asideClerk());
    desk.day = day;
    const delay = this.luck.some(LATE) ? this.luck.between(31, 420) : this.#delay();
    this.world.begin(
      day + delay,
      started(() => what(desk)),
    );
  }

  /** Records what happened on the day; the fact, if the rules took it as something new. */
  record<C extends Command>(Class: new () => C, fields: Fields<C>, effective: PartialDate = dateOf(this.day)): Fact | undefined {
    const command = Object.assign(new Class() as Command, this.#told(), fields as object, { effective });
    const fact = this.world.office.record(command, this.clerk);
    if (fact) mayBeCorrected(this.world, fact);
    return fact;
  }

  /** Records what happened on the day; whether the rules took it as something new. */
  do<C extends Command>(Class: new () => C, fields: Fields<C>, effective?: PartialDate): boolean {
    return this.record(Class, fields, effective) !== undefined;
  }

  /** The day as sources often give it: now and then no more than its month, its year or bounds. */
  roughly(day: Day = this.day): PartialDate {
    const date = dateOf(day);
    const draw = this.luck.between(1, 100);
    if (draw > 20) return date;
    if (draw > 8) return date.slice(0, 7);
    if (draw > 3) return yearOf(day) < yearOf(this.today) ? date.slice(0, 4) : date.slice(0, 7);
    return `[${dateOf(day - this.luck.between(5, 60))}..${date}]`;
  }

  #delay(): number {
    const { luck } = this;
    if (luck.some(0.6)) return 0;
    return luck.some(0.85) ? luck.between(1, 3) : luck.between(4, 9);
  }

  #asideClerk(): Clerk {
    if (this.luck.some(0.15)) return CLERKS.import;
    return this.luck.some(0.4) ? CLERKS.coordinator : this.clerk;
  }

  /** What is said about a fact: nearly always where it stands, seldom more. */
  #told(): object {
    const { luck } = this;
    const isPrinted = luck.some(0.15);
    const source = isPrinted
      ? { document: `Minutes and notes of ${yearOf(this.day)}`, locator: `page ${luck.between(1, 40)}` }
      : { url: this.page('content'), retrieved: dateOf(this.today) };
    return {
      ...(luck.some(0.9) && { sources: [source] }),
      ...(luck.some(0.03) && { note: 'The date stands in the heading of the page, not in its text.' }),
      ...(luck.some(0.04) && { onBehalfOf: 'those who coordinate it' }),
    };
  }
}

/** A thread that begins when it is first taken up. */
function* started(what: () => Thread | undefined): Thread {
  const thread = what();
  if (thread) yield* thread;
}
