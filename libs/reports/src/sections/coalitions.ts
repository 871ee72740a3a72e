import { type ComputedFigure } from '#read-models';
import type { MeasureId } from '#workstreams';
import { computedNumber, leftOpen, publishedText } from '../figures.js';
import { isIn } from '../years.js';
import { type JudgedWorkstream, type Material, type OfKind, workstreamsOf } from '../material.js';
import type { GeneratedSection, ReportPart, ReportStatement } from '../model.js';
import { countOf, howMany, naming, numberAs, says, series, statement } from '../says.js';

type Coalition = OfKind<'dynamic-coalition'>;

/** What was published of a measure, as a sentence of its own; nothing where nothing is on record. */
export function publishedOf(measure: MeasureId, { figures }: Material): readonly ReportPart[] {
  const groups = figures.filter((group) => group.measure === measure);
  return groups.length === 0 ? [] : says` Published: ${series(groups.map(publishedText))}.`;
}

const factsOf = ({ registered, coalition }: Coalition): ReadonlySet<string> =>
  new Set([registered, ...coalition.exploring, ...coalition.proposals, ...coalition.turns].map(({ factId }) => factId));

/** The names of the coalitions of which facts were counted. */
function namesOf({ factIds }: ComputedFigure, material: Material): readonly string[] {
  return workstreamsOf(material, 'dynamic-coalition')
    .filter((each) => factIds.some((id) => factsOf(each).has(id)))
    .map(({ name }) => name);
}

type Told = Readonly<{
  id: string;
  measure: MeasureId;
  one: string;
  several: string;
  did: string;
  names: (material: Material) => readonly string[];
}>;

const told = (id: string, measure: MeasureId, [one, several]: readonly [string, string], did: string, names?: Told['names']): Told => ({
  id,
  measure,
  one,
  several,
  did,
  names: names ?? ((material) => namesOf(material.counted(measure) ?? { value: 0, rule: '', factIds: [], excluded: [] }, material)),
});

const inMainSession = ({ mainSessions }: Material): readonly string[] => {
  const participants = mainSessions.flatMap((session) => session.participants);
  return [...new Set(participants.filter(({ kind }) => kind === 'dynamic-coalition').map(({ name }) => name))].toSorted((a, b) =>
    a.localeCompare(b, 'en'),
  );
};

const COALITIONS = ['coalition', 'coalitions'] as const;
const TOLD: readonly Told[] = [
  told('new', 'new DCs', COALITIONS, ' that began'),
  told('recommitted', 'recommitted DCs', COALITIONS, ' that recommitted to their activities'),
  told('exploratory', 'exploratory DCs', ['group', 'groups'], ' on the way to a coalition'),
  told('main-session', 'DCs in the joint main session', COALITIONS, ' that took part in the joint main session', inMainSession),
];

function tell({ id, measure, one, several, did, names }: Told, material: Material): ReportStatement {
  const computed = material.counted(measure);
  const published = publishedOf(measure, material);
  if (!computed) return statement(id, says`The record cannot tell of ${several}${did} in ${String(material.cycle)}.${published}`);
  const list = naming(names(material));
  const many = howMany(computedNumber(computed), one, several);
  return statement(id, says`The record shows ${many}${did} in ${String(material.cycle)}${list}.${leftOpen(computed)}${published}`);
}

function total(material: Material): ReportStatement {
  const computed = material.counted('active DCs');
  const published = publishedOf('active DCs', material);
  if (!computed) return statement('total', says`How many Dynamic Coalitions were active cannot be told from the record.${published}`);
  const many = howMany(computedNumber(computed), 'Dynamic Coalition');
  return statement(
    'total',
    says`The record has ${many} that ${computed.value === 1 ? 'was' : 'were'} active at the end of ${String(material.cycle)}.${leftOpen(computed)}${published}`,
  );
}

const grounds = (judged: readonly JudgedWorkstream[]): readonly string[] => [
  ...new Set(judged.flatMap(({ verdict }) => verdict.reasons.flatMap(({ factIds }) => factIds))),
];

/** How many the rule of activity takes for active, inactive or neither. */
function activity(material: Material): ReportStatement | undefined {
  const judged = material.judged('coalition activity');
  const [first] = judged;
  if (!first) return undefined;
  const statuses = [...new Set(judged.map(({ verdict }) => verdict.status))].toSorted();
  const registered = new Map(workstreamsOf(material, 'dynamic-coalition').map((each) => [each.workstreamId, each.registered.factId]));
  const numbers = statuses.map((status) => {
    const those = judged.filter(({ verdict }) => verdict.status === status);
    const rule = `Dynamic Coalitions that the rule “coalition activity”, version ${first.verdict.version}, takes for ${status} on ${first.verdict.on}.`;
    const ids = those.flatMap(({ workstreamId }) => registered.get(workstreamId) ?? []);
    return says`${status} ${numberAs(String(those.length), rule, { factIds: [...new Set([...ids, ...grounds(those)])] })}`;
  });
  return statement(
    'activity',
    says`By the rule “coalition activity”, version ${first.verdict.version}, of those on record were, at the end of the cycle: ${series(numbers)}.`,
  );
}

/** The coalitions that were proposed in the year, as far as proposals are on record. */
function proposed(material: Material): ReportStatement {
  const year = String(material.cycle);
  const proposals = workstreamsOf(material, 'dynamic-coalition').flatMap(({ name, coalition }) =>
    coalition.proposals.filter(isIn(material.cycle)).map(({ factId }) => ({ name, factId })),
  );
  const published = publishedOf('proposed DCs', material);
  const number = countOf(
    proposals.map(({ factId }) => factId),
    `Proposals of Dynamic Coalitions dated in ${year}.`,
  );
  const names = naming(proposals.map(({ name }) => name));
  return statement('proposed', says`The record shows ${howMany(number, 'proposal')} of a coalition in ${year}${names}.${published}`);
}

/** The Dynamic Coalitions: how many, which are new or came back, and which took part in the main session. */
export function coalitions(material: Material): GeneratedSection {
  const statements = [total(material), ...TOLD.map((each) => tell(each, material)), proposed(material), activity(material)];
  return { statements: statements.filter((each) => each !== undefined), tables: [] };
}
