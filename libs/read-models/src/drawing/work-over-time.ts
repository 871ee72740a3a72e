import { DAY, type Fact, foldAll, history, lastDay, type Moment, period } from '#event-sourcing';
import { type Call, folds, type Meeting, type MeetingSeries, type Paper, type Step, type Work, type Workstream } from '#workstreams';
import type { Axis } from '../timeline/get-timeline.js';
import { dayOfInstant, type WorkOn } from './status.js';
import { dayText } from './when.js';

/** What a workstream is made of: its own stream, and those about it, with all that was recorded in them. */
type Material = Readonly<{
  workstreamId: string;
  streams: ReadonlyMap<string, readonly Fact[]>;
  /** The registrations of the forums that renew it. */
  renewals: readonly Step[];
}>;

type OnAxis = Readonly<{ axis: Axis; moment: Moment }>;

/** The moment that a day on the axis means: what was true by then, or what had been recorded by then. */
const momentOf = (day: number, { axis, moment }: OnAxis): Moment =>
  axis === 'effective' ? { ...moment, asOf: dayText(day) } : { ...moment, knownAt: dayText(day) };

/** The days on which the state of a stream changes. */
function changesOf(recorded: readonly Fact[], { axis, moment }: OnAxis): readonly number[] {
  const days =
    axis === 'effective'
      ? history(recorded, moment).map(({ surelyBy }) => dayOfInstant(surelyBy))
      : recorded.map(({ recordedAt }) => Math.floor(recordedAt / DAY));
  return [...new Set(days)].toSorted((a, b) => a - b);
}

const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** The state of a stream at a moment; undefined where nothing stands in it by then. */
function stateOf(stream: string, recorded: readonly Fact[], moment: Moment): unknown {
  const fold = folds.find(({ category }) => category === categoryOf(stream));
  const facts = history(recorded, moment);
  return fold && facts.length > 0 ? foldAll(fold, facts) : undefined;
}

/** The states of streams, by category: those of one day. */
type States = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

const statesIn = (states: States, category: string): readonly unknown[] => [...(states.get(category)?.values() ?? [])];

function workFrom(states: States, { workstreamId, renewals }: Material, day: number): Work | undefined {
  const workstream = states.get('workstream')?.get(`workstream-${workstreamId}`) as Workstream | undefined;
  if (!workstream || workstream.kind === 'none') return undefined;
  const isOwn = ({ workstreamIds }: Readonly<{ workstreamIds: readonly string[] }>): boolean => workstreamIds.includes(workstreamId);
  return {
    workstream,
    calls: (statesIn(states, 'call') as readonly Call[]).filter(isOwn),
    papers: (statesIn(states, 'paper') as readonly Paper[]).filter(isOwn),
    meetings: statesIn(states, 'meeting') as readonly Meeting[],
    series: (statesIn(states, 'series') as readonly MeetingSeries[]).filter(isOwn),
    renewals: renewals.filter(({ effective }) => lastDay(period(effective)) <= day),
  };
}

/** Which streams change on which day. */
function changesByDay({ streams, renewals }: Material, onAxis: OnAxis): ReadonlyMap<number, readonly string[]> {
  const days = new Map<number, string[]>(renewals.map(({ effective }) => [lastDay(period(effective)), []]));
  for (const [stream, recorded] of streams) {
    for (const day of changesOf(recorded, onAxis)) days.set(day, [...(days.get(day) ?? []), stream]);
  }
  return days;
}

/** A workstream with what belongs to it, from one day on. */
type Since = Readonly<{ day: number; work: Work | undefined }>;

/** A workstream with what belongs to it, day by day, and the days on which anything of that changed: only what did is folded anew. */
export function workOverTime(material: Material, onAxis: OnAxis): { workOn: WorkOn; days: readonly number[] } {
  const changes = changesByDay(material, onAxis);
  const days = [...changes.keys()].toSorted((a, b) => a - b);
  const states = new Map(folds.map(({ category }) => [category, new Map<string, unknown>()]));
  const works = days.map((day): Since => {
    for (const stream of changes.get(day)!) {
      const state = stateOf(stream, material.streams.get(stream)!, momentOf(day, onAxis));
      if (state === undefined) states.get(categoryOf(stream))?.delete(stream);
      else states.get(categoryOf(stream))?.set(stream, state);
    }
    return { day, work: workFrom(states, material, day) };
  });
  return { workOn: (day) => works.findLast((each) => each.day <= day)?.work, days };
}
