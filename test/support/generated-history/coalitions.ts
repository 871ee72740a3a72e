import {
  AdoptCommonStandards,
  BeginExploring,
  COMMON_STANDARDS,
  ProposeCoalition,
  RecogniseCoalition,
  RegisterDynamicCoalition,
  STAKEHOLDER_GROUPS,
} from '#workstreams';
import type { Thread } from './agenda.js';
import { coalitionYears } from './coalition-years.js';
import { dateOf, type Day } from './days.js';
import type { Desk } from './desk.js';
import { alias } from './forums.js';
import { series } from './meetings.js';
import { place } from './people.js';
import { INITIALS, ORGANISATIONS, SURNAMES, TOPICS } from './words.js';
import type { Strand } from './world.js';

/** A Dynamic Coalition from its first day on: some explore for a year, of most only the recognition is told; then year by year. */
export function* coalition(desk: Desk, from: Day): Thread {
  const { luck, world } = desk;
  const topic = luck.pick(TOPICS);
  const name = `Dynamic Coalition on ${topic}${luck.some(0.3) ? ` and ${luck.pick(TOPICS)}` : ''}`;
  const strand: Strand = { id: desk.id(), kind: 'dynamic-coalition', name, since: from };
  yield* desk.on(from);
  const abbreviation = `DC-${topic.slice(0, 4)}`;
  const about = {
    workstreamId: strand.id,
    name,
    ...(luck.some(0.6) && { abbreviation }),
    ...(luck.some(0.4) && { page: desk.page('dc') }),
  };
  // Of the oldest ones only the year is known.
  if (!desk.do(RegisterDynamicCoalition, about, luck.some(0.3) ? dateOf(from).slice(0, 4) : desk.roughly())) return;
  world.strands.push(strand);
  if (luck.some(0.3)) desk.aside(from + luck.between(100, 2000), (at) => alias(at, strand, abbreviation));
  if (luck.some(0.4)) yield* explored(desk, strand);
  yield* desk.on(desk.day + luck.between(10, 60));
  desk.do(RecogniseCoalition, { workstreamId: strand.id });
  const goesOn = (day: Day): boolean => day < (strand.until ?? Infinity);
  world.begin(desk.day, place(desk.besides(), strand.id, 'coordinator', 4, goesOn));
  if (luck.some(0.4)) world.begin(desk.day, place(desk.besides(), strand.id, 'co-coordinator', 4, goesOn));
  const rhythm = {
    workstreamIds: [strand.id],
    name,
    stated: luck.pick(['monthly', 'irregular'] as const),
    gap: [30, 110],
    numbered: 'on',
  } as const;
  world.begin(desk.day, series(desk.besides(), rhythm, desk.day + luck.between(40, 200), goesOn));
  if (luck.some(0.5)) desk.aside(desk.day + luck.between(20, 900), (at) => adopted(at, strand));
  yield* coalitionYears(desk, strand);
}

/** People say that it is needed, for months, and file the statement with its five parts. */
function* explored(desk: Desk, { id: workstreamId }: Strand): Thread {
  const { luck } = desk;
  yield* desk.on(desk.day + luck.between(1, 20));
  desk.do(BeginExploring, { workstreamId }, desk.roughly());
  yield* desk.on(desk.day + luck.between(60, 400));
  const representatives = luck.few(STAKEHOLDER_GROUPS, luck.between(3, 5)).map((stakeholderGroup) => ({
    name: `${luck.pick(INITIALS)}. ${luck.pick(SURNAMES)}`,
    stakeholderGroup,
    organisation: luck.pick(ORGANISATIONS),
  }));
  desk.do(ProposeCoalition, {
    workstreamId,
    need: 'Nobody else brings those together who work on this.',
    actionPlan: 'A list, calls every other month, and a paper for the annual meeting.',
    mailingList: 'dc@intgovforum.example',
    contacts: [`${luck.pick(INITIALS)}. ${luck.pick(SURNAMES)}`],
    representatives,
  });
}

function adopted(desk: Desk, { id: workstreamId }: Strand): undefined {
  const { luck } = desk;
  desk.do(AdoptCommonStandards, {
    workstreamId,
    standards: luck.few(COMMON_STANDARDS, luck.between(1, 3)),
    ...(luck.some(0.5) && { page: desk.page('dc') }),
  });
}
