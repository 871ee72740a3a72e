import {
  AffirmPrinciples,
  BeginForming,
  FoundInitiative,
  INITIATIVE_LEVELS,
  ListInitiative,
  PRINCIPLES,
  RecogniseInitiative,
  REGIONAL_GROUPS,
  RegisterIgfInitiative,
} from '#workstreams';
import type { Thread } from './agenda.js';
import { dateOf, type Day } from './days.js';
import type { Desk } from './desk.js';
import { initiativeYears, mentioned, team } from './initiative-years.js';
import { series } from './meetings.js';
import { place } from './people.js';
import { PLACES } from './words.js';
import type { Strand } from './world.js';

/**
 * An IGF initiative. Founded, first meeting, recognised and listed are days of their own; what lies before the recognition
 * is often entered with it.
 */
export function* initiative(desk: Desk, from: Day): Thread {
  const { luck, world } = desk;
  const where = luck.pick(PLACES);
  const level = luck.some(0.7) ? 'national' : luck.pick(INITIATIVE_LEVELS);
  const name = level === 'youth' ? `Youth IGF ${where}` : `${where} IGF`;
  const strand: Strand = { id: desk.id(), kind: 'igf-initiative', name, since: from };
  const beganAs = luck.pick(['established', 'recognised', 'first held'] as const);
  yield* desk.on(from);
  const isRegistered = desk.do(
    RegisterIgfInitiative,
    {
      ...{ workstreamId: strand.id, name, level, place: where, ...(luck.some(0.5) && { beganAs }) },
      ...(luck.some(0.8) && { regionalGroup: luck.pick(REGIONAL_GROUPS) }),
    },
    luck.some(0.3) ? dateOf(from).slice(0, 4) : desk.roughly(),
  );
  if (!isRegistered) return;
  world.strands.push(strand);
  yield* founded(desk, strand);
  const goesOn = (day: Day): boolean => day < (strand.until ?? Infinity);
  world.begin(desk.day, place(desk.besides(), strand.id, 'coordinator', 4, goesOn));
  if (luck.some(0.35)) {
    const rhythm = {
      workstreamIds: [strand.id],
      name: `${name}: organising team`,
      stated: 'monthly',
      gap: [45, 150],
      numbered: 'by year',
    } as const;
    world.begin(desk.day, series(desk.besides(), rhythm, desk.day + luck.between(40, 300), goesOn));
  }
  yield* initiativeYears(desk, strand);
}

function* founded(desk: Desk, strand: Strand): Thread {
  const { luck } = desk;
  const workstreamId = strand.id;
  if (luck.some(0.4)) {
    yield* desk.on(desk.day + luck.between(1, 60));
    desk.do(BeginForming, { workstreamId }, desk.roughly());
  }
  if (luck.some(0.5)) desk.aside(desk.day + luck.between(10, 60), (at) => team(at, workstreamId));
  yield* desk.on(desk.day + luck.between(10, 120));
  if (luck.some(0.6)) desk.do(FoundInitiative, { workstreamId }, desk.roughly());
  if (luck.some(0.4)) desk.aside(desk.day + luck.between(0, 200), (at) => principles(at, workstreamId));
  if (luck.some(0.25)) desk.aside(desk.day + luck.between(0, 900), (at) => mentioned(at, workstreamId));
  yield* desk.on(desk.day + luck.between(20, 400));
  desk.do(RecogniseInitiative, { workstreamId });
  yield* desk.on(desk.day + luck.between(0, 150));
  desk.do(ListInitiative, { workstreamId, ...(luck.some(0.2) && { list: 'regional list' }) });
}

function principles(desk: Desk, workstreamId: string): undefined {
  desk.do(AffirmPrinciples, { workstreamId, principles: desk.luck.few(PRINCIPLES, desk.luck.between(2, 5)) });
}
