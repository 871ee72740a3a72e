import { type PartialDate, period } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import {
  type CallSummary,
  type CallView,
  type ComputedFigure,
  computedFigure,
  type FigureGroup,
  getCall,
  getCalls,
  getFigures,
  getMeeting,
  getMeetings,
  getPapers,
  getReports,
  getStatus,
  getWorkstreams,
  type MeetingSummary,
  type MeetingView,
  type NamedWorkstream,
  type PaperSummary,
  type VerdictView,
  type WorkstreamView,
} from '#read-models';
import { type MeasureId, proseInForce, type ReportProseWritten } from '#workstreams';
import { endOfCycle, judgedOn, knowledgeOf, momentOf, type ReportMoment, type ReportPin, type ReportRule, versionOf } from './pin.js';
import { once } from './once.js';
import { liesIn } from './years.js';

export type OfKind<K extends WorkstreamView['kind']> = Extract<WorkstreamView, { kind: K }>;

/** What a rule says of a workstream. */
export type JudgedWorkstream = Readonly<{ workstreamId: string; verdict: VerdictView }>;

/** All that the sections of a report are made of, as the questions that anybody may ask answer it for the moment of the pin. */
export type Material = Readonly<{
  pin: ReportPin;
  cycle: number;
  /** The cycle of the report and the one before, where they are on record. */
  preparation: OfKind<'cycle'> | undefined;
  preparationBefore: OfKind<'cycle'> | undefined;
  workstreams: readonly WorkstreamView[];
  /** Published figures about the same side by side: those that speak of the cycle, or of a date in its year. */
  figures: readonly FigureGroup[];
  figuresBefore: readonly FigureGroup[];
  /** How many initiatives were recognised, as published for dates up to two years before the cycle's. */
  recognised: readonly FigureGroup[];
  /** What the record itself gives for a measure; null where its rule finds nothing to look at. */
  counted: (measure: MeasureId, cycle?: number) => ComputedFigure | null;
  calls: readonly CallView[];
  /** From the end of one annual meeting to the end of the next. */
  meetings: readonly MeetingSummary[];
  mainSessions: readonly MeetingView[];
  papers: readonly PaperSummary[];
  judged: (rule: ReportRule) => readonly JudgedWorkstream[];
  prose: readonly ReportProseWritten[];
}>;

/** Everything that is found, however long: lists that people look at are cut, what a report counts is not. */
const ALL = { limit: Number.MAX_SAFE_INTEGER } as const;

const ofKind = <K extends WorkstreamView['kind']>(all: readonly WorkstreamView[], kind: K): readonly OfKind<K>[] =>
  all.filter((each): each is OfKind<K> => each.kind === kind);

/** The workstreams of a kind. */
export const workstreamsOf = <K extends WorkstreamView['kind']>({ workstreams }: Material, kind: K): readonly OfKind<K>[] =>
  ofKind(workstreams, kind);

const MEASURED_ON_A_DATE = ['recognised NRIs', 'active DCs'] as const satisfies readonly MeasureId[];

/** The figures of a cycle: what came together in it, and what there was on a date of its year. */
function figuresOf(cycle: number, tables: Tables, moment: ReportMoment): readonly FigureGroup[] {
  const year = String(cycle);
  const inCycle = getFigures({ cycle, ...ALL, ...moment }, tables).body.groups;
  const onADate = MEASURED_ON_A_DATE.flatMap((measure) =>
    getFigures({ measure, speaksOfFrom: year, speaksOfTo: year, ...ALL, ...moment }, tables).body.groups.filter(
      (group) =>
        period(group.speaksOf).end <= period(year).end && !inCycle.some((each) => each.figures[0]?.figureId === group.figures[0]?.figureId),
    ),
  );
  return [...inCycle, ...onADate];
}

const endOf = (preparation: OfKind<'cycle'> | undefined): PartialDate | null => preparation?.annualMeeting.endsOn ?? null;

/** Of a cycle are the calls of its own workstreams, and those of others that were opened in its year. */
function callsOf(cycle: number, workstreams: readonly WorkstreamView[], tables: Tables, moment: ReportMoment): readonly CallView[] {
  const own = new Set(workstreams.filter((each) => 'cycle' in each && each.cycle === cycle).map(({ workstreamId }) => workstreamId));
  const isOfCycle = ({ opened, workstreams: callers }: CallSummary): boolean =>
    callers.some(({ workstreamId }) => own.has(workstreamId)) ||
    (callers.every((caller) => caller.cycle === null) && liesIn(opened!.effective, cycle));
  const { calls } = getCalls({ ...ALL, ...moment }, tables).body;
  return calls.filter(isOfCycle).map(({ callId }) => getCall({ callId, ...moment }, tables).body);
}

/** A meeting that names another cycle is of that one, whenever it was held; what was held as the last cycle ended is of that. */
function meetingsOf(cycle: number, ends: readonly (PartialDate | null)[], tables: Tables, moment: ReportMoment): readonly MeetingSummary[] {
  const [before, end] = ends;
  const first = before ? period(before).end : period(String(cycle)).first;
  const last = period(end ?? String(cycle)).end;
  const isInside = ({ sittings, begun }: MeetingSummary): boolean => {
    const dates = sittings.flatMap(({ held, scheduledFor }) => held?.on ?? scheduledFor ?? []);
    return (dates.length > 0 ? dates : [begun!.effective]).some((date) => period(date).first >= first && period(date).end <= last);
  };
  const { meetings } = getMeetings({ ...ALL, ...moment }, tables).body;
  return meetings.filter((each) => each.cycle === cycle || (each.cycle === null && isInside(each)));
}

const mainSessionsOf = (cycle: number, tables: Tables, moment: ReportMoment): readonly MeetingView[] =>
  getMeetings({ session: 'main', cycle, ...ALL, ...moment }, tables).body.meetings.map(
    ({ meetingId }) => getMeeting({ meetingId, ...moment }, tables).body,
  );

function papersOf(cycle: number, tables: Tables, moment: ReportMoment): readonly PaperSummary[] {
  const { papers } = getPapers({ ...ALL, ...moment }, tables).body;
  return papers.filter(
    (each) => (each.cycle ?? null) === cycle || (each.cycle === null && each.workstreams.some((of) => of.cycle === cycle)),
  );
}

/** What each rule judges: of what has a cycle, that of the report alone. */
const JUDGES = {
  'coalition activity': 'dynamic-coalition',
  'forum stage': 'best-practice-forum',
  'phase stage': 'cenb-phase',
} as const satisfies Readonly<Record<ReportRule, WorkstreamView['kind']>>;

/** The verdicts of a rule on those that existed on its day. */
function verdicts(rule: ReportRule, pin: ReportPin, tables: Tables): readonly JudgedWorkstream[] {
  const [kind, version] = [JUDGES[rule], versionOf(rule, pin)];
  const cycle = kind === 'dynamic-coalition' ? {} : { cycle: pin.cycle };
  const moment = { ...momentOf(pin), asOf: judgedOn(rule, pin) };
  return getWorkstreams({ kind, ...cycle, ...ALL, ...moment }, tables).body.workstreams.flatMap(({ workstreamId }) =>
    getStatus({ workstreamId, rule, ...(version !== undefined && { version }), ...moment }, tables).body.verdicts.map((verdict) => ({
      workstreamId,
      verdict,
    })),
  );
}

/** What people wrote is about the report, and holds whatever day it speaks of. */
function proseOf(pin: ReportPin, tables: Tables): readonly ReportProseWritten[] {
  const { cycle, kind, locale } = pin;
  const { reports } = getReports({ cycle, kind, ...knowledgeOf(pin) }, tables).body;
  return reports.flatMap(({ prose }) => proseInForce(prose)).filter(({ language }) => language === locale);
}

type WithId = Readonly<{ workstreamId: string; name: string }>;

/** By the names that workstreams had at the end of the cycle: a report on 2016 does not speak of a name of 2022. */
function namedThen(pin: ReportPin, tables: Tables): <W extends WithId>(all: readonly W[]) => readonly W[] {
  const { workstreams } = getWorkstreams({ ...ALL, ...momentOf(pin), asOf: endOfCycle(pin) }, tables).body;
  const names = new Map(workstreams.map(({ workstreamId, name }) => [workstreamId, name]));
  return (all) => all.map((each) => ({ ...each, name: names.get(each.workstreamId) ?? each.name }));
}

const renaming =
  (named: ReturnType<typeof namedThen>) =>
  <T extends Readonly<{ workstreams: readonly NamedWorkstream[] }>>(each: T): T => ({ ...each, workstreams: named(each.workstreams) });

/** Asks everything that a report tells. */
export function gathered(pin: ReportPin, tables: Tables): Material {
  const { cycle } = pin;
  const moment = momentOf(pin);
  const named = namedThen(pin, tables);
  const renamed = renaming(named);
  const workstreams = named(getWorkstreams({ ...ALL, ...moment }, tables).body.workstreams);
  const cycles = ofKind(workstreams, 'cycle');
  const [preparation, preparationBefore] = [cycle, cycle - 1].map((year) => cycles.find((each) => each.cycle === year));
  const speaksOfTo = String(cycle);
  const counted = once((measure: MeasureId, of: number) =>
    computedFigure(measure, { cycle: of, speaksOf: endOfCycle({ cycle: of, asOf: pin.asOf }), scope: null }, tables, moment),
  );
  return {
    pin,
    cycle,
    preparation,
    preparationBefore,
    workstreams,
    figures: figuresOf(cycle, tables, moment),
    figuresBefore: figuresOf(cycle - 1, tables, moment),
    recognised: getFigures({ measure: 'recognised NRIs', speaksOfFrom: String(cycle - 2), speaksOfTo, ...ALL, ...moment }, tables).body
      .groups,
    counted: (measure, of = cycle) => counted(measure, of),
    calls: callsOf(cycle, workstreams, tables, moment).map(renamed),
    meetings: meetingsOf(cycle, [endOf(preparationBefore), endOf(preparation)], tables, moment).map(renamed),
    mainSessions: mainSessionsOf(cycle, tables, moment).map((each) => ({ ...renamed(each), participants: named(each.participants) })),
    papers: papersOf(cycle, tables, moment).map(renamed),
    judged: once((rule: ReportRule) => verdicts(rule, pin, tables)),
    prose: proseOf(pin, tables),
  };
}
