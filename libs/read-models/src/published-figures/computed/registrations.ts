import { atAnyTime, isSingleDate, type Moment, type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { type Workstream, workstream, type WorkstreamEvent, type WorkstreamKind } from '#workstreams';
import { lifeOf } from '../../counts/life.js';
import { workstreams } from '../../workstream-directory/workstream-directory.js';
import type { ComputedFigure, Excluded, MeasureRule } from '../computed-figures.js';

type Registered = Exclude<Workstream, { kind: 'none' }>;
type Where = Readonly<{ kind: WorkstreamKind; cycle?: number }>;

const isRegistered = (row: Workstream): row is Registered => row.kind !== 'none';

const registeredAt = (where: Where, tables: Tables, moment: Moment): readonly Registered[] =>
  workstreams(tables).rows(where, moment).filter(isRegistered);

/** The earlier of two dates, by their last instants. A question about 2015 that is asked as of 2014 is answered as of 2014. */
export const earlier = (a: PartialDate, b: PartialDate | undefined): PartialDate =>
  b !== undefined && period(b).end < period(a).end ? b : a;

function whyNotYet({ registered: { effective } }: Registered, by: PartialDate): string {
  return period(effective).first >= period(by).end ? 'dated later' : 'its date leaves open whether it was there by then';
}

type Counted = Readonly<{ counted: readonly Registered[]; excluded: readonly Excluded[] }>;

/** Those that surely were there as of the moment, and those that are known but not sure to have been. */
function thoseThere(where: Where, tables: Tables, moment: Moment): Counted {
  const { asOf } = moment;
  const all = registeredAt(where, tables, atAnyTime(moment));
  if (asOf === undefined) return { counted: all, excluded: [] };
  // Nothing else of a row of then is looked at than its registration: it need not be folded.
  const isThere = (row: Registered): boolean =>
    lifeOf<Workstream, WorkstreamEvent>(workstream, row.workstreamId, row, atAnyTime(moment), tables).isSure(row.registered.factId, asOf);
  const there = new Set(all.filter(isThere));
  const others = all.filter((row) => !there.has(row));
  return { counted: [...there], excluded: others.map((each) => ({ factId: each.registered.factId, why: whyNotYet(each, asOf) })) };
}

const figureOf = (rule: string, { counted, excluded }: Counted): ComputedFigure => ({
  value: counted.length,
  rule,
  factIds: counted.map(({ registered }) => registered.factId),
  excluded,
});

const forumsRegistered = (cycle: number | string, which = ''): string =>
  `Best Practice Forums registered for the cycle of ${cycle}${which}.`;

/** The Best Practice Forums of a cycle. */
export const forumsOfCycle: MeasureRule = {
  rule: forumsRegistered('the year asked about'),
  compute: ({ cycle, scope }, tables, moment) => {
    if (cycle === null || scope !== null) return null;
    const cycles = new Set(
      registeredAt({ kind: 'best-practice-forum' }, tables, moment).flatMap((row) => ('cycle' in row ? row.cycle : [])),
    );
    const place = [...cycles].filter((each) => each <= cycle).length;
    const which = cycles.has(cycle) ? `, cycle number ${place} of those in which there were any` : '';
    return figureOf(forumsRegistered(cycle, which), thoseThere({ kind: 'best-practice-forum', cycle }, tables, moment));
  },
};

/** What there was of a kind on the date that a figure speaks of. */
const existing = (kind: WorkstreamKind, ruleOn: (date: PartialDate) => string, caveat: string): MeasureRule => ({
  rule: ruleOn('the date asked about'),
  compute: ({ speaksOf, scope }, tables, { asOf, ...known }) => {
    // Of a date that is not known, nothing can be told.
    if (scope !== null || !isSingleDate(speaksOf)) return null;
    return { ...figureOf(ruleOn(speaksOf), thoseThere({ kind }, tables, { asOf: earlier(speaksOf, asOf), ...known })), caveat };
  },
});

/** Whether they were recognised on that date is not told by their registration. */
export const existingInitiatives = existing(
  'igf-initiative',
  (date) => `IGF initiatives of all levels that are registered as surely there by the end of ${date}, recognised or not.`,
  'recognised or not',
);

const OPEN_YEAR = 'its date leaves open whether it was in that year';

const begunIn = (year: number | string): string => `Dynamic Coalitions of which the registration is dated in ${year}.`;

/** The Dynamic Coalitions that began in a year. */
export const newCoalitions: MeasureRule = {
  rule: begunIn('the year asked about'),
  compute: ({ cycle, scope }, tables, moment) => {
    if (cycle === null || scope !== null) return null;
    const year = period(String(cycle));
    const { counted, excluded } = thoseThere({ kind: 'dynamic-coalition' }, tables, moment);
    const when = ({ registered }: Registered) => period(registered.effective);
    const perhaps = counted.filter((each) => when(each).first < year.end && when(each).end > year.first);
    const surely = perhaps.filter((each) => when(each).first >= year.first && when(each).end <= year.end);
    const open = perhaps.filter((each) => !surely.includes(each)).map(({ registered }) => ({ factId: registered.factId, why: OPEN_YEAR }));
    return figureOf(begunIn(cycle), {
      counted: surely,
      excluded: [...open, ...excluded.filter(({ why }) => why !== 'dated later')],
    });
  },
};
