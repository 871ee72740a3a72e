import { CORRECTION_TYPES, isKnown, type PartialDate, type SourceReference } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import { type FactView, factViews, getFact } from '#read-models';
import type { ReportSectionId } from '#workstreams';
import { makeReport } from './make-report.js';
import type { ReportSection, YearlyReport } from './model.js';
import type { ReportPin } from './pin.js';
import { once } from './once.js';
import { factIdsOf, plainText } from './says.js';

/** A correction or a late fact because of which a report would say something else now. */
export type ErratumCause = Readonly<{
  factId: string;
  type: string;
  /** The fact that it corrects; null for a fact that came late. */
  corrects: string | null;
  effective: PartialDate;
  recordedAt: string;
  actor: string;
  reason: string | null;
  note: string | null;
  sources: readonly SourceReference[];
}>;

/** One thing that a report would say otherwise now. */
export type Erratum = Readonly<{
  section: ReportSectionId;
  /** Which statement, or which row of which table. */
  of: string;
  /** What the report says; null where it says nothing of it. */
  was: string | null;
  /** What it would say now. The same text as before rests on other facts. */
  now: string | null;
  /** Oldest first. */
  causes: readonly ErratumCause[];
}>;

/** Something that a report says, under a key that it has in every report on the cycle. */
type Line = Readonly<{ section: ReportSectionId; of: string; text: string; factIds: readonly string[]; whole: string }>;

const linesOfSection = ({ id: section, statements, tables, prose }: ReportSection): readonly Line[] => [
  ...statements.map((each) => ({
    section,
    of: each.id,
    text: plainText(each.says),
    factIds: factIdsOf(each),
    whole: JSON.stringify(each),
  })),
  ...tables.flatMap(({ id, rows }) =>
    rows.map((each) => ({
      section,
      of: `${id}: ${each.id}`,
      text: each.cells.map(plainText).join(' | '),
      factIds: factIdsOf(each),
      whole: JSON.stringify(each),
    })),
  ),
  ...prose.map(({ language, text, factId }) => ({ section, of: `prose: ${language}`, text, factIds: [factId], whole: factId })),
];

const byKey = ({ sections }: YearlyReport): ReadonlyMap<string, Line> =>
  new Map(sections.flatMap(linesOfSection).map((line) => [`${line.section} ${line.of}`, line]));

const corrections: ReadonlySet<string> = new Set(CORRECTION_TYPES);

const correctedBy = ({ type, data }: FactView): string | null =>
  corrections.has(type) ? (data as Readonly<{ corrects: string }>).corrects : null;

/** The fact that a correction is about in the end: it may correct another correction. */
function aboutOf(fact: FactView, tables: Tables): string {
  const corrects = correctedBy(fact);
  return corrects === null ? fact.factId : aboutOf(getFact({ factId: corrects }, tables).body.fact, tables);
}

const causeOf = (fact: FactView): ErratumCause => ({
  factId: fact.factId,
  type: fact.type,
  corrects: correctedBy(fact),
  effective: fact.effective,
  recordedAt: fact.recordedAt,
  actor: fact.metadata.actor,
  reason: fact.metadata.reason ?? null,
  note: fact.metadata.note ?? null,
  sources: fact.metadata.sources ?? [],
});

/** The facts up to a position that a report could not know. */
function unknownAt({ knownAt, upTo }: ReportPin, until: number, tables: Tables): readonly FactView[] {
  const wasKnown = isKnown({ knownAt: knownAt ?? undefined, upTo });
  const later = tables.auditLog().after(knownAt === null ? upTo : 0, Number.MAX_SAFE_INTEGER);
  const facts = later.filter((fact) => fact.position <= until && !wasKnown(fact));
  return factViews(facts, tables, { upTo: until });
}

/** A fact that was recorded since, with the one that it is about. */
type Since = Readonly<{ fact: FactView; about: string }>;

/** Those that a line rests on, now or then; where there is none, those of the same streams: a name may be another now. */
function causesOf(factIds: ReadonlySet<string>, since: readonly Since[], streamOf: (factId: string) => string): readonly ErratumCause[] {
  const direct = since.filter(({ about }) => factIds.has(about));
  if (direct.length > 0) return direct.map(({ fact }) => causeOf(fact));
  const streams = new Set([...factIds].map(streamOf));
  return since.filter(({ fact }) => streams.has(fact.stream)).map(({ fact }) => causeOf(fact));
}

/** What a report would say otherwise, had it been pinned to a later position with all that is known there, and why. */
export function errataOf(pin: ReportPin, until: number, tables: Tables): readonly Erratum[] {
  const [was, now] = [byKey(makeReport(pin, tables)), byKey(makeReport({ ...pin, knownAt: null, upTo: until }, tables))];
  const changed = [...new Set([...was.keys(), ...now.keys()])].filter((key) => was.get(key)?.whole !== now.get(key)?.whole);
  if (changed.length === 0) return [];
  const since = unknownAt(pin, until, tables).map((fact) => ({ fact, about: aboutOf(fact, tables) }));
  const streamOf = once((factId: string) => getFact({ factId }, tables).body.fact.stream);
  return changed.map((key) => {
    const [before, after] = [was.get(key), now.get(key)];
    const { section, of } = (before ?? after)!;
    const factIds = new Set([...(before?.factIds ?? []), ...(after?.factIds ?? [])]);
    return { section, of, was: before?.text ?? null, now: after?.text ?? null, causes: causesOf(factIds, since, streamOf) };
  });
}
