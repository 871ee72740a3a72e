import { RegisterBestPracticeForum, RegisterCenbPhase, RegisterDynamicCoalition, RegisterIgfInitiative } from '#workstreams';
import { about, between, date, text, year } from '../cells.js';
import { idFor, phaseIdOf, seriesOf } from '../names.js';
import { type ReadRow, registering } from './reading.js';

/** A Best Practice Forum of one cycle. It came into being when it was approved, or on some day up to its annual meeting. */
export const bestPracticeForum: ReadRow = (row, known) => {
  const [name, cycle] = [text(row, 'title'), year(row, 'cycle')];
  const { output_title: outputTitle, note } = row.cells;
  const series = seriesOf(name);
  const said = {
    workstreamId: idFor('best-practice-forum', name, cycle),
    name,
    cycle,
    ...(series && { series }),
    ...(outputTitle && { outputTitle }),
    effective: date(row, 'approved') ?? between(undefined, cycle),
    ...about(row, note),
  };
  return registering(RegisterBestPracticeForum, said, known.called(name, 'best-practice-forum', cycle));
};

/** What the words on a coalition's status say that it did, from which follows that it existed. */
const EXISTED = /took part|listed|recommitted|emerged|main session|appears/i;

/** The earliest year of which the words say that the coalition existed. Clauses that deny something are passed over. */
function attested(words: string): number | undefined {
  const clauses = words.split(';').filter((clause) => EXISTED.test(clause) && !/\bnot\b/i.test(clause));
  const years = clauses.flatMap((clause) => [...clause.matchAll(/\b(?:19|20)\d{2}\b/g)].map(([found]) => Number(found)));
  return years.length > 0 ? Math.min(...years) : undefined;
}

/** A Dynamic Coalition. Of many only the first mention is known: then it was there by that year. */
export const dynamicCoalition: ReadRow = (row, known) => {
  const name = text(row, 'name');
  const { abbreviation, status_changes: words } = row.cells;
  const said = {
    workstreamId: idFor('dynamic-coalition', name),
    name,
    ...(abbreviation && { abbreviation }),
    effective: date(row, 'year_established') ?? between(undefined, attested(words ?? '')),
    ...about(row, words),
  };
  return registering(RegisterDynamicCoalition, said, known.called(name, 'dynamic-coalition'));
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

/** A national, sub-regional, regional or youth IGF. What the year is, the row says in words. */
export const igfInitiative: ReadRow = (row, known) => {
  const name = text(row, 'name');
  const { country_or_region: place, basis: beganAs, regional_group: regionalGroup, note } = row.cells;
  const said = {
    workstreamId: idFor('igf-initiative', name),
    name,
    level: text(row, 'kind') as RegisterIgfInitiative['level'],
    ...(place && { place }),
    ...(regionalGroup && { regionalGroup: regionalGroup as NonNullable<RegisterIgfInitiative['regionalGroup']> }),
    ...(beganAs && { beganAs }),
    effective: date(row, 'year_first_held_or_recognised') ?? 'XXXX',
    ...about(row, note),
  };
  return registering(RegisterIgfInitiative, said, known.called(name, 'igf-initiative'));
};
