import type { WorkstreamKind } from '../workstream/workstream.js';

/** What is counted under one name, year after year (`DOMAIN.md`, Measures). */
export type Measure = Readonly<{
  /** What a figure gives as its measure. */
  id: string;
  title: string;
  unit: string;
  about: WorkstreamKind | 'annual meeting' | 'preparation';
  /** What there is on a date, or what came together over a cycle: the second is one number however a source dates it. */
  counted: 'on a date' | 'in a cycle';
}>;

const on = (about: Measure['about'], counted: Measure['counted']) =>
  function measure<Id extends string>(id: Id, title: string, unit: string): Measure & Readonly<{ id: Id }> {
    return { id, title, unit, about, counted };
  };

const nris = on('igf-initiative', 'on a date');
const ofNris = on('igf-initiative', 'in a cycle');
const dcs = on('dynamic-coalition', 'on a date');
const ofDcs = on('dynamic-coalition', 'in a cycle');
const ofBpfs = on('best-practice-forum', 'in a cycle');
const ofCenb = on('cenb-phase', 'in a cycle');
const ofMeeting = on('annual meeting', 'in a cycle');
const ofPreparation = on('preparation', 'in a cycle');

/** The measures that return in the yearly reports. Others are kept as their source prints them. */
export const MEASURES = [
  nris('recognised NRIs', 'Recognised national, regional and youth IGF initiatives', 'initiatives'),
  ofNris('NRIs in the main session', 'Initiatives represented in the NRI main session', 'initiatives'),
  ofNris('NRI inputs for the main session', 'Initiatives that gave input for their main session', 'initiatives'),
  ofNris('NRI collaborative sessions', 'Sessions organised by several initiatives together', 'sessions'),
  dcs('active DCs', 'Active Dynamic Coalitions', 'coalitions'),
  ofDcs('new DCs', 'New Dynamic Coalitions', 'coalitions'),
  ofDcs('exploratory DCs', 'Groups on their way to a Dynamic Coalition', 'groups'),
  ofDcs('recommitted DCs', 'Dynamic Coalitions that took up their activities again', 'coalitions'),
  ofDcs('proposed DCs', 'Dynamic Coalitions proposed for the year to come', 'coalitions'),
  ofDcs('DCs in the joint main session', 'Dynamic Coalitions in their joint main session', 'coalitions'),
  ofDcs('DC reports for the main session', 'Dynamic Coalitions that filed a report for the main session', 'coalitions'),
  ofDcs('individual DC sessions', 'Sessions of single Dynamic Coalitions', 'sessions'),
  ofBpfs('BPFs', 'Best Practice Forums of the cycle', 'forums'),
  ofBpfs('individual BPF sessions', 'Sessions of single Best Practice Forums', 'sessions'),
  ofCenb('CENB contributions', 'Contributions to Connecting and Enabling the Next Billion(s)', 'contributions'),
  ofMeeting('participants', 'Participants of the annual meeting', 'people'),
  ofMeeting('online participants', 'Participants online', 'people'),
  ofMeeting('countries', 'Countries that participants came from', 'countries'),
  ofMeeting('sessions', 'Sessions of the annual meeting', 'sessions'),
  ofMeeting('open forums', 'Open forums', 'sessions'),
  ofMeeting('lightning sessions', 'Lightning sessions', 'sessions'),
  ofMeeting('booths', 'Booths in the IGF Village', 'booths'),
  ofMeeting('remote hubs', 'Remote hubs', 'hubs'),
  ofMeeting('IGOs', 'Intergovernmental organisations taking part', 'organisations'),
  ofMeeting('government delegations', 'Countries with a government delegation', 'countries'),
  ofMeeting('European Parliament delegation', 'Members of the European Parliament delegation', 'people'),
  ofPreparation('workshop proposals', 'Workshop proposals received', 'proposals'),
  ofPreparation('synthesis submissions', 'Submissions that a synthesis paper summarised', 'submissions'),
  ofPreparation('synthesis contributors', 'Contributors whose submissions a synthesis paper summarised', 'contributors'),
] as const satisfies readonly Measure[];

export type MeasureId = (typeof MEASURES)[number]['id'];

const byId: ReadonlyMap<string, Measure> = new Map(MEASURES.map((measure) => [measure.id, measure]));

/** The measure of that id; nothing for one that is kept as printed. */
export const measureOf = (id: string): Measure | undefined => byId.get(id);

/** What a printed name of a measure says: which one it is, under which definition, and of what part. */
export type PrintedMeasure = Readonly<{ measure: string; definition?: string; scope?: string }>;

const named = (measure: MeasureId, rest: Omit<PrintedMeasure, 'measure'> = {}): PrintedMeasure => ({ measure, ...rest });

/** Other names under which sources print a measure. What is named beside it, its definition or its scope, is not lost. */
const PRINTED: Readonly<Record<string, PrintedMeasure>> = {
  'NRIs at the end of 2015': named('recognised NRIs'),
  'NRIs (at the time of IGF 2015)': named('recognised NRIs'),
  'NRIs individually represented in the NRI main session': named('NRIs in the main session', { definition: 'individually represented' }),
  'DCs that submitted reports for the main session': named('DC reports for the main session'),
  'BPF topics decided': named('BPFs', { definition: 'topics decided' }),
  'CENB Phase I contributions': named('CENB contributions'),
  'CENB Phase II contributions in Draft I': named('CENB contributions', { scope: 'in Draft I' }),
  'CENB contributions, phases I and II together': named('CENB contributions', { scope: 'phases I and II together' }),
  'CENB submissions over three years': named('CENB contributions', { scope: 'phases I, II and III together' }),
  delegates: named('participants', { definition: 'delegates' }),
  'registered participants': named('participants', { definition: 'registered' }),
  'onsite participants': named('participants', { definition: 'onsite' }),
  'badges issued': named('participants', { definition: 'badges issued' }),
  'IGF Village booths': named('booths'),
  'remote hubs registered': named('remote hubs', { definition: 'registered' }),
  'IGOs taking part': named('IGOs'),
  'countries with government delegations': named('government delegations'),
  'European Parliament delegation members': named('European Parliament delegation'),
  'workshop proposals received': named('workshop proposals'),
  'submissions to synthesis paper': named('synthesis submissions'),
  'contributors to synthesis paper': named('synthesis contributors'),
};

/** The measure that a source prints; what is not known under any name stays as printed. */
export const printedMeasure = (printed: string): PrintedMeasure =>
  Object.hasOwn(PRINTED, printed) ? PRINTED[printed]! : { measure: printed };
