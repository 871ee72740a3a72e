import {
  type Command,
  type Correction,
  type Dated,
  type Decide,
  DomainError,
  type Event,
  type Fact,
  type Fold,
  foldAll,
  decode,
  encode,
  history,
  historyForRule,
  type Moment,
  type NewEvent,
  parse,
  type PartialDate,
} from '#event-sourcing';

/** A fact of a test's past: what happened, when, and when that was entered. */
export type Past = Readonly<{ event: Event; effective: PartialDate; id: string; recordedAt: PartialDate; reason?: string }>;

let made = 0;

/** What happened on a date. Entered after everything that was named before it, in 2020 unless told otherwise. */
export const on = (effective: PartialDate, event: Event | Correction, details: Partial<Past> = {}): Past => {
  made += 1;
  return { event, effective, id: `fact-${made}`, recordedAt: '2020-01-01', ...details };
};

const newEvent = ({ event, effective, id, reason }: Past): NewEvent =>
  encode(id, event, {
    actor: 'Secretariat',
    via: 'test',
    effective,
    fingerprint: '',
    schema: 1,
    $correlationId: '',
    $causationId: '',
    ...(reason !== undefined && { reason }),
  });

/** The past as a store would give it back, all of one stream. */
export const factsOf = (past: readonly Past[], stream = 'call-1'): readonly Fact[] =>
  past.map((each, index) =>
    decode({ ...newEvent(each), stream, revision: BigInt(index), position: BigInt(index + 1), recordedAt: Date.parse(each.recordedAt) }),
  );

type Given<State> = Readonly<{
  state: (moment?: Moment) => State;
  when: <C extends Command, E extends Event>(
    rule: Decide<C, State, E>,
    Class: new () => C,
    fields: Partial<C>,
  ) => Readonly<{
    then: (...events: readonly Event[]) => void;
    thenNothing: () => void;
    thenRefused: (reason: RegExp) => void;
  }>;
}>;

/** `given(fold, …past).when(rule, Command, fields).then(…events)`: a rule judged on the state as it stood on the command's day. */
export function given<State, E extends Event>(fold: Fold<State, E>, ...past: readonly Past[]): Given<State> {
  const facts = factsOf(past);
  return {
    state: (moment: Moment = {}): State => foldAll(fold, history(facts, moment)),
    when<C extends Command>(rule: Decide<C, State, Event>, Class: new () => C, fields: Partial<C>) {
      const command = parse(Class, { effective: '2020-01-01', ...fields }) as Dated<C>;
      const decide = (): readonly Event[] => rule(command, foldAll(fold, historyForRule(facts, command.effective)));
      return {
        then: (...events: readonly Event[]): void => expect(JSON.parse(JSON.stringify(decide()))).toEqual(events),
        thenNothing: (): void => expect(decide()).toEqual([]),
        thenRefused: (reason: RegExp): void => {
          expect(decide).toThrow(DomainError);
          expect(decide).toThrow(reason);
        },
      };
    },
  };
}
