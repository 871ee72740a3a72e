import { v5 as uuidv5 } from 'uuid';
import { type Event, encode, type Metadata, type NewEvent } from '#event-sourcing';
import { CONTRIBUTION_KINDS, REGIONAL_GROUPS, STAKEHOLDER_GROUPS } from '#workstreams';

/** Small deterministic generator of chance (mulberry32): the same seed gives the same history on every machine. */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const SPACE = '6d3c2a50-1f3e-4b86-9a53-5c1f8f0a7e11';
const DAY = 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

export type Step = Readonly<{ stream: string; event: NewEvent }>;

type Life = {
  readonly callId: string;
  readonly workstreamIds: readonly string[];
  readonly stream: string;
  facts: string[];
  contributions: string[];
  day: number;
};

/**
 * A made-up history of the given length, about as real ones go: workstreams of every kind, calls side by side with a score
 * of facts each, one fact in thirty entered late, one in a hundred corrected or retracted.
 */
export function* generatedHistory(length: number, seed = 2016): Generator<Step> {
  const random = chance(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const open: Life[] = [];
  const workstreams: string[] = [];
  let made = 0;
  let today = Date.UTC(2015, 0, 1);

  const id = (kind: string): string => uuidv5(`${kind} ${made}`, SPACE);
  const metadata = (effective: string): Metadata => ({
    actor: pick(['Secretariat', 'BPF coordinator', 'DC coordinator']),
    via: 'http',
    effective,
    fingerprint: 'DPl1QKqqvJkJ6CrnFBWBjw',
    schema: 1,
    sources: [{ url: `https://www.intgovforum.org/content/page-${made}` }],
    $correlationId: id('conversation'),
    $causationId: id('request'),
  });
  const step = (stream: string, event: Event, effective: string): Step => {
    made += 1;
    return { stream, event: encode(id('fact'), event, metadata(effective)) };
  };

  function registered(): Step {
    const workstreamId = id('workstream');
    workstreams.push(workstreamId);
    const cycle = 2006 + Math.floor(random() * 20);
    const common = { workstreamId, name: `Workstream ${made}`, aliases: [`W${made}`] };
    const event = pick<Event>([
      { type: 'BestPracticeForumRegistered', data: { ...common, cycle, series: 'Series' } },
      { type: 'DynamicCoalitionRegistered', data: { ...common, abbreviation: `DC-${made}` } },
      { type: 'CenbPhaseRegistered', data: { ...common, cycle, phase: 'II' } },
      { type: 'IgfInitiativeRegistered', data: { ...common, level: 'national', place: 'Somewhere' } },
      { type: 'PolicyNetworkRegistered', data: { ...common, abbreviation: `PN-${made}` } },
    ]);
    return step(`workstream-${workstreamId}`, event, dayOf(today));
  }

  function opened(): Step {
    const callId = id('call');
    const workstreamIds = random() < 0.1 ? [pick(workstreams), pick(workstreams)] : [pick(workstreams)];
    const life: Life = { callId, workstreamIds, stream: `call-${callId}`, facts: [], contributions: [], day: today };
    open.push(life);
    const data = {
      callId,
      workstreamIds,
      title: 'Call for contributions',
      purpose: 'input',
      inclusionDate: dayOf(today + 40 * DAY),
      closingDate: dayOf(today + 90 * DAY),
    };
    return step(life.stream, { type: 'CallOpened', data }, dayOf(today));
  }

  function received(life: Life): Event {
    const contributionId = id('contribution');
    life.contributions.push(contributionId);
    return {
      type: 'ContributionReceived',
      data: {
        callId: life.callId,
        workstreamIds: life.workstreamIds,
        contributionId,
        kind: pick(CONTRIBUTION_KINDS),
        title: 'Experience with the topic of this call in one country',
        organisation: 'An organisation of some name',
        stakeholderGroup: pick(STAKEHOLDER_GROUPS),
        regionalGroup: pick(REGIONAL_GROUPS),
        language: 'en',
        consentToPublish: true,
      },
    };
  }

  /** How often what happens, of a thousand: the kinds that need earlier facts come once there are some. */
  const happenings: readonly (readonly [share: number, event: (life: Life) => Event])[] = [
    [10, ({ facts }) => ({ type: 'FactAmended', data: { corrects: facts[1], changes: { title: 'As it should have been' } } })],
    [3, ({ facts }) => ({ type: 'FactRetracted', data: { corrects: pick(facts.slice(1)) } })],
    [
      37,
      (life) => ({
        type: 'DeadlineExtended',
        data: { ...of(life), deadline: 'closing', from: dayOf(life.day), to: dayOf(today + 120 * DAY) },
      }),
    ],
    [20, (life) => ({ type: 'ContributionsCounted', data: { ...of(life), count: `${life.contributions.length}+` } })],
    [10, (life) => ({ type: 'CallClosed', data: of(life) })],
    [10, (life) => ({ type: 'CallReopened', data: of(life) })],
    [510, received],
    [200, (life) => ({ type: 'ContributionAcknowledged', data: handled(life) })],
    [150, (life) => ({ type: 'ContributionPublished', data: { ...handled(life), page: 'https://www.intgovforum.org/paper.pdf' } })],
    [30, (life) => ({ type: 'LateContributionAccepted', data: handled(life) })],
    [20, (life) => ({ type: 'ContributionWithdrawn', data: handled(life) })],
  ];
  const of = ({ callId, workstreamIds }: Life) => ({ callId, workstreamIds });
  const handled = (life: Life) => ({ ...of(life), contributionId: pick(life.contributions) });

  function next(life: Life): Event {
    if (life.facts.length < 3 || life.contributions.length === 0) return received(life);
    let draw = random() * 1000;
    const [, event] = happenings.find(([share]) => (draw -= share) < 0) ?? [0, received];
    return event(life);
  }

  function* named(): Generator<Step> {
    const workstreamId = pick(workstreams);
    yield step(`workstream-${workstreamId}`, { type: 'WorkstreamRenamed', data: { workstreamId, name: `Renamed ${made}` } }, dayOf(today));
    yield step(`workstream-${workstreamId}`, { type: 'AliasAdded', data: { workstreamId, alias: `Alias ${made}` } }, dayOf(today));
  }

  while (made < length) {
    today += DAY / 20;
    if (workstreams.length < 50 || random() < 0.002) yield registered();
    else if (open.length < 200 || random() < 0.02) yield opened();
    else if (random() < 0.001) yield* named();
    else {
      const life = pick(open);
      const late = random() < 1 / 30;
      const made = step(life.stream, next(life), dayOf(late ? life.day + random() * (today - life.day) : today));
      life.facts.push(made.event.id);
      yield made;
      if (life.facts.length > 10 + random() * 30) open.splice(open.indexOf(life), 1);
    }
  }
}
