import { RegisterBestPracticeForum, RegisterCenbPhase, RegisterDynamicCoalition, RegisterIgfInitiative } from '#workstreams';
import { about, type About, between, date, text, year } from '../cells.js';
import { recording, type Told } from '../forms.js';
import { idFor, phaseIdOf, seriesOf } from '../names.js';
import { beganBy } from '../printed-dates.js';
import { coalitionFacts } from './coalition-words.js';
import { initiativeFacts } from './initiative-words.js';
import { magFacts } from './mag-words.js';
import { idOf, type Reading, type ReadRow, registering } from './reading.js';
import { renewedBy } from './renewals.js';

/** What became of a registration, and what the row tells of its workstream besides. */
const withFacts = (registration: Reading, workstreamId: string, facts: readonly Told[], said: About): Reading => ({
  ...registration,
  commands: [...registration.commands, ...recording(facts, workstreamId, said)],
});

/**
 * A Best Practice Forum of one cycle, with its approval by the MAG. It came into being by its approval, or on some day up to its
 * annual meeting: some met before they were approved.
 */
export const bestPracticeForum: ReadRow = (row, known) => {
  const [name, cycle, approved] = [text(row, 'title'), year(row, 'cycle'), date(row, 'approved')];
  const { output_title: outputTitle, note } = row.cells;
  const onRecord = known.called(name, 'best-practice-forum', cycle);
  const id = idFor('best-practice-forum', name, cycle);
  const series = seriesOf(name);
  const renews = renewedBy(known, [name, cycle], id).map(({ workstreamId }) => workstreamId);
  const facts = magFacts(cycle, approved, note);
  const said = {
    workstreamId: id,
    name,
    cycle,
    ...(series && { series }),
    ...(renews.length > 0 && { renews }),
    ...(outputTitle && { outputTitle }),
    effective: between(undefined, approved ?? cycle),
    ...about(row, note),
  };
  const registration = registering(RegisterBestPracticeForum, said, onRecord);
  return withFacts(registration, idOf(onRecord, id), facts, about(row, note));
};

/** What the words on a coalition's status say that it did, from which follows that it existed. */
const EXISTED = /took part|listed|recommitted|emerged|exploratory|main session|appears/i;

/** The earliest year of which the words say that the coalition existed. Clauses that deny something are passed over. */
function attested(words: string): number | undefined {
  const clauses = words.split(';').filter((clause) => EXISTED.test(clause) && !/\bnot\b/i.test(clause));
  const years = clauses.flatMap((clause) => [...clause.matchAll(/\b(?:19|20)\d{2}\b/g)].map(([found]) => Number(found)));
  return years.length > 0 ? Math.min(...years) : undefined;
}

/** A Dynamic Coalition. Of many only the first mention is known: then it was there by that year. */
export const dynamicCoalition: ReadRow = (row, known) => {
  const [name, established] = [text(row, 'name'), date(row, 'year_established')];
  const { abbreviation, status_changes: words } = row.cells;
  const onRecord = known.called(name, 'dynamic-coalition');
  const id = idFor('dynamic-coalition', name);
  const by = attested(words ?? '');
  const effective = beganBy(established, by === undefined ? [] : [String(by)]);
  const facts = coalitionFacts(words, established ?? effective);
  // Where it was there before it was established, its registration tells that year in words.
  const formed = established !== undefined && effective !== established ? `Established: ${established}` : undefined;
  const said = { workstreamId: id, name, ...(abbreviation && { abbreviation }), effective, ...about(row, words, formed) };
  const registration = registering(RegisterDynamicCoalition, said, onRecord);
  return withFacts(registration, idOf(onRecord, id), facts, about(row, words));
};

/** A phase of the CENB work, by its official name. */
export const cenbPhase: ReadRow = (row, known) => {
  const [name, cycle, phase] = [text(row, 'official_name'), year(row, 'year'), text(row, 'phase')];
  const { focus_sdgs: goals = '', output, note, contributions, contributions_note: said } = row.cells;
  const isList = /^\d+(;\d+)*$/.test(goals);
  const registration = {
    workstreamId: phaseIdOf(phase),
    name,
    cycle,
    phase: phase as RegisterCenbPhase['phase'],
    aliases: [`CENB Phase ${phase}`],
    ...(isList && { focusSdgs: goals.split(';').map(Number) }),
    effective: String(cycle),
    ...about(row, note, goals && !isList ? `Focus: ${goals}` : undefined, output && `Output: ${output}`, contributions ? undefined : said),
  };
  return registering(RegisterCenbPhase, registration, known.phase(phase));
};

/** A national, sub-regional, regional or youth IGF. What the year is, the row says in words; the note may tell of earlier ones. */
export const igfInitiative: ReadRow = (row, known) => {
  const [name, on] = [text(row, 'name'), date(row, 'year_first_held_or_recognised')];
  const { country_or_region: place, basis: beganAs, regional_group: regionalGroup, note } = row.cells;
  const onRecord = known.called(name, 'igf-initiative');
  const id = idFor('igf-initiative', name);
  const facts = initiativeFacts(on, beganAs, note);
  const said = {
    workstreamId: id,
    name,
    level: text(row, 'kind') as RegisterIgfInitiative['level'],
    ...(place && { place }),
    ...(regionalGroup && { regionalGroup: regionalGroup as NonNullable<RegisterIgfInitiative['regionalGroup']> }),
    ...(beganAs && { beganAs }),
    effective: beganBy(
      on,
      facts.map(({ effective }) => effective),
    ),
    ...about(row, note),
  };
  const registration = registering(RegisterIgfInitiative, said, onRecord);
  return withFacts(registration, idOf(onRecord, id), facts, about(row, note));
};
