/** What the addresses below each first word are about, in the order in which they are best read. */
const ABOUT = {
  workstreams:
    'Workstreams of every kind, with their names, timelines, status, checklists and roles; what MAG and Secretariat decide about them.',
  'best-practice-forums': 'What only Best Practice Forums do.',
  'dynamic-coalitions': 'What only Dynamic Coalitions do, and what is done with them.',
  'cenb-phases': 'What only the phases of Connecting and Enabling the Next Billion(s) do.',
  'igf-initiatives': 'What only national, regional and youth IGFs do, and what is done with them.',
  'policy-networks': 'Policy Networks come on record.',
  'coordination-groups': 'Coordination groups come on record.',
  'working-groups': 'Working groups come on record.',
  bodies: 'Bodies and gatherings around the work come on record.',
  cycles: 'The preparatory cycle of each annual meeting: its milestones and its timeline.',
  calls: 'Calls for input: deadlines, extensions, contributions, counts that were stated.',
  meetings: 'Meetings: sittings, agendas, attendance, records, decisions, actions.',
  series: 'Series of meetings and the cadences that were stated of them.',
  papers: 'Papers: outlines, drafts, comment periods, finals, and what became of the input.',
  people: 'People, as they are described where they hold a role.',
  board: 'The status board: every workstream at a moment, compared with another one.',
  timelines: 'Timelines of several workstreams, for drawing.',
  calendar: 'Meetings, deadlines and milestones by date, as JSON and as a file to subscribe to.',
  checklist: 'What is missing, by duties whose rules are named.',
  'status-rules': 'The rules by which a status is judged, in every version.',
  counts: 'What the record itself gives: numbers with their rules and every fact that they count.',
  figures: 'Numbers that others published, beside those that the record gives.',
  reports: 'The intersessional sections of yearly reports, with their errata.',
  search: 'Everything, by the beginnings of its words.',
  facts: 'The facts themselves, one by one: what stands, what was corrected, what each changed.',
  feeds: 'Facts as Atom feeds with archives.',
  stream: 'Facts as they are recorded, as server-sent events.',
  'open-data': 'All of it to be taken along, pinned to a position of the log.',
} as const;

/** The tag of an operation: the first word of its address below the version. */
export const tagOf = (path: string): string => path.split('/')[2]!.replace(/\.\w+$/, '');

/** Every tag with what it stands for. */
export const tags: readonly Readonly<{ name: string; description: string }>[] = Object.entries(ABOUT).map(([name, description]) => ({
  name,
  description,
}));
