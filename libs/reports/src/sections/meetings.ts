import type { MeetingSummary } from '#read-models';
import type { MeetingStatus } from '#workstreams';
import type { Material } from '../material.js';
import type { GeneratedSection, ReportNumber, ReportRow } from '../model.js';
import { countOf, howMany, row, says, statement } from '../says.js';
import { namesOf } from './calls.js';

const ids = (all: readonly MeetingSummary[]): readonly string[] => all.map(({ begun }) => begun!.factId);

const whoHeld = ({ workstreams }: MeetingSummary): string => namesOf(workstreams) || 'nobody named';

const heldIn = (all: readonly MeetingSummary[]): readonly MeetingSummary[] => all.filter(({ status }) => status === 'held');

const recorded = (all: readonly MeetingSummary[]): ReportNumber =>
  countOf(
    all.flatMap(({ record }) => record?.factId ?? []),
    'Held meetings of which minutes, a summary or another record of the whole is on record.',
  );

const sittings = (all: readonly MeetingSummary[]): ReportNumber =>
  countOf(
    all.flatMap((each) => each.sittings.flatMap(({ held }) => held?.factId ?? [])),
    'Sittings that were held: one agenda may be met on twice, for time zones.',
  );

function rowOf(name: string, all: readonly MeetingSummary[]): ReportRow {
  const held = heldIn(all);
  const main = held.filter(({ session }) => session === 'main');
  return row(name, [
    name,
    countOf(ids(held), `Meetings of ${name} that were held.`),
    sittings(held),
    recorded(held),
    countOf(ids(main), `Main sessions of the annual meeting that ${name} held.`),
  ]);
}

const OTHERS = [
  ['scheduled', 'announced and not known to have been held'],
  ['cancelled', 'called off'],
  ['merged', 'merged into others'],
] as const satisfies readonly (readonly [MeetingStatus, string])[];

/** The meetings that were held, by who held them. */
export function meetings({ meetings: all, cycle }: Material): GeneratedSection {
  const held = heldIn(all);
  const rule = `Meetings of the ${cycle} cycle that were held, those of the annual meeting among them.`;
  const first = statement(
    'held',
    says`The record has ${howMany(countOf(ids(held), rule), 'meeting')} of the cycle that took place, ${recorded(held)} of them with a record.`,
  );
  const others = OTHERS.flatMap(([status, words]) => {
    const those = all.filter((each) => each.status === status);
    const many = howMany(countOf(ids(those), `Meetings of the ${cycle} cycle: ${words}.`), 'meeting');
    return those.length === 0 ? [] : [statement(status, says`Of the rest the record has ${many} ${words}.`)];
  });
  const names = new Set(all.map(whoHeld));
  const rows = [...names]
    .toSorted((a, b) => a.localeCompare(b, 'en'))
    .map((name) =>
      rowOf(
        name,
        all.filter((each) => whoHeld(each) === name),
      ),
    );
  const columns = ['Held by', 'Meetings', 'Sittings', 'With a record', 'Main sessions'];
  const table = { id: 'meetings', caption: `Meetings of the ${cycle} cycle by who held them`, columns, rows };
  return { statements: [first, ...others], tables: rows.length > 0 ? [table] : [] };
}
