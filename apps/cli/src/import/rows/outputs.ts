import { type Command, parse, type PartialDate } from '#event-sourcing';
import {
  AdoptFramework,
  BeginPaper,
  CloseCommentPeriod,
  FinalisePaper,
  nameOf,
  OpenCommentPeriod,
  type Paper,
  type PaperKind,
  PublishDraft,
} from '#workstreams';
import { type Activity, activityOf } from '../activity.js';
import { type About, about, between, date as dateIn, dayOf, present, text, Unplaced, yearOf } from '../cells.js';
import type { Row } from '../csv-file.js';
import { idFor, plain } from '../names.js';
import { cycleOf, type KnownWorkstream, type OnRecord } from '../on-record.js';
import type { Reading, ReadRow } from './reading.js';
import { draftIn, kindIn, ONCE, titleOfFinal } from './title.js';

/** What a row says of a paper, before it is settled which paper that is. */
type Said = Readonly<{
  printed: string;
  isFinal: boolean;
  date: PartialDate | undefined;
  note: string;
  comments: Comments;
  about: About;
}>;

/** Comments of which a note tells. */
type Comments = Readonly<{ until?: PartialDate; areClosed: boolean; areOpen: boolean }>;

/** A paper that a row is about. */
type Subject = Readonly<{
  workstreamIds: readonly string[];
  kind: PaperKind;
  /** The title that it has so far, or by which it is begun. */
  title: string;
  cycle: number | undefined;
  issuedBy?: string;
}>;

const DAY = String.raw`(\d{1,2} [A-Z][a-z]+ \d{4})`;
const UNTIL = new RegExp(`\\bopen for comments? until ${DAY}`, 'i');
const CLOSED = new RegExp(`\\bclosed for comments? (?:on )?${DAY}`, 'i');
const OPEN = /^open for comments?\b/i;
const LIVING = /\bliving\b|\bstayed open for comment/i;
const ANNEXED = /\bannexed to (?:the )?([^;,]+)/i;
/** A paper that is written for a session is out by its end. */
const FOR_SESSION = /\bfor the [^,;]+ session, \d{1,2}-(\d{1,2} [A-Z][a-z]+ \d{4})/;

function commentsIn(note: string): Comments {
  const [, until] = UNTIL.exec(note) ?? [];
  const [, closed] = CLOSED.exec(note) ?? [];
  const day = until ?? closed;
  return {
    ...(day !== undefined && { until: dayOf(day, 'note') }),
    areClosed: closed !== undefined,
    areOpen: OPEN.test(note),
  };
}

const OUTCOME: ReadonlySet<KnownWorkstream['kind']> = new Set(['best-practice-forum', 'cenb-phase']);

/** The title of the output as it was printed, else the name of the workstream. */
const outcomeTitle = (workstream: KnownWorkstream): string =>
  (workstream.kind === 'best-practice-forum' ? workstream.outputTitle : null) ?? nameOf(workstream);

/**
 * The papers that a row is about: one of its own where the title says what it is or where others issued it, else the outcome
 * document of each forum and phase, else one paper of no known kind.
 */
function subjectsOf({ workstreamIds, cycle, issuedBy }: Activity, printed: string, known: OnRecord): readonly Subject[] {
  const kind = kindIn(printed);
  const workstreams = known.workstreams().filter(({ workstreamId }) => workstreamIds.includes(workstreamId));
  const areAllOutcomes = workstreams.length === workstreamIds.length && workstreams.every((each) => OUTCOME.has(each.kind));
  if (kind === undefined && issuedBy === undefined && areAllOutcomes) {
    return workstreams.map((each) => ({
      workstreamIds: [each.workstreamId],
      kind: 'outcome document',
      title: outcomeTitle(each),
      cycle: cycleOf(each),
    }));
  }
  return [{ workstreamIds, kind: kind ?? 'other', title: printed, cycle, ...(issuedBy !== undefined && { issuedBy }) }];
}

/** The id of a paper: of its workstreams and its kind where there is one of that kind, else of its title also. */
const paperIdOf = ({ workstreamIds, kind, title }: Subject): string =>
  idFor('paper', ...workstreamIds.toSorted(), kind, ...(ONCE.has(kind) ? [] : [title]));

/** The paper where it is on record, also if somebody has entered it by another way. */
const onRecord = (subject: Subject, known: OnRecord): Paper | undefined =>
  known
    .papersOf(subject.workstreamIds)
    .find(
      ({ kind, titles }) =>
        kind === subject.kind && (ONCE.has(subject.kind) || titles.some(({ title }) => plain(title) === plain(subject.title))),
    );

/** Work on it had begun by the first that is known of it: its date, the end of comments on it, or the year of its cycle. */
function beginning(paperId: string, { workstreamIds, kind, title, cycle, issuedBy }: Subject, said: Said): Command {
  return parse(BeginPaper, {
    paperId,
    workstreamIds,
    title,
    kind,
    ...(cycle !== undefined && { cycle }),
    ...(issuedBy !== undefined && { issuedBy }),
    effective: between(undefined, said.date ?? said.comments.until ?? cycle),
    ...said.about,
  });
}

/** A draft under its printed name, with the comments on it. One without a date was out by the end of these. */
function drafting(paperId: string, paper: Paper | undefined, { cycle }: Subject, said: Said): Reading {
  const { date, printed, comments } = said;
  const { name } = draftIn(printed);
  const elsewhere = paper?.drafts.find((draft) => plain(draft.name) === plain(name) && draft.draftId !== idFor('draft', paperId, name));
  const of = { paperId, draftId: elsewhere?.draftId ?? idFor('draft', paperId, name) };
  const effective = date ?? between(undefined, comments.until ?? cycle);
  const draft = { ...of, name, ...present({ commentsUntil: comments.until }), effective, ...said.about };
  return {
    commands: [...(elsewhere ? [] : [parse(PublishDraft, draft)]), ...commentsOnDraft(of, effective, said)],
    already: elsewhere ? 1 : 0,
  };
}

/** Comments on a draft that are open without an end, or that were closed. */
function commentsOnDraft(of: Readonly<{ draftId: string }>, effective: PartialDate, { comments, about: source }: Said): readonly Command[] {
  const { until, areClosed, areOpen } = comments;
  const opening = { ...of, requestId: idFor('comments-opened', of.draftId), effective, ...source };
  const closing = { ...of, requestId: idFor('comments-closed', of.draftId), effective: until, ...source };
  return [
    ...(areOpen && until === undefined ? [parse(OpenCommentPeriod, opening)] : []),
    ...(areClosed ? [parse(CloseCommentPeriod, closing)] : []),
  ];
}

/** When a final without a date was out: from the end of comments on it, or the beginning of its cycle, to the session for which it was written. */
function finalBetween({ comments, note }: Said, cycle: number | undefined): PartialDate {
  const [, end] = FOR_SESSION.exec(note) ?? [];
  const from = comments.until ?? (cycle === undefined ? undefined : String(cycle));
  return between(from, end === undefined ? undefined : dayOf(end, 'note'));
}

/** Comments on a text of which the row does not name the draft. */
function commenting(paperId: string, { comments: { until, areClosed }, about: source }: Said): readonly Command[] {
  if (until === undefined) return [];
  const of = { paperId, ...source };
  const opening = { ...of, requestId: idFor('comments-opened', paperId, until), until, effective: between(undefined, until) };
  const closing = { ...of, requestId: idFor('comments-closed', paperId, until), effective: until };
  return [parse(OpenCommentPeriod, opening), ...(areClosed ? [parse(CloseCommentPeriod, closing)] : [])];
}

function finalising(paperId: string, subject: Subject, said: Said, isOneOfMany: boolean): readonly Command[] {
  const { date, note, printed } = said;
  const title = isOneOfMany ? undefined : titleOfFinal(printed);
  const [, annexedTo] = ANNEXED.exec(note) ?? [];
  const effective = date ?? finalBetween(said, subject.cycle);
  const final = parse(FinalisePaper, {
    paperId,
    requestId: idFor('final', paperId, printed),
    ...(LIVING.test(note) && { living: true }),
    ...(title !== undefined && { title }),
    ...(annexedTo !== undefined && { annexedTo }),
    effective,
    ...said.about,
  });
  return [...commenting(paperId, said), final];
}

/** With its framework a phase has its question. */
function adopting({ kind, workstreamIds, title }: Subject, { date, isFinal, about: source }: Said, known: OnRecord): readonly Command[] {
  const [only] = workstreamIds;
  const isOfPhase = known.workstreams().some((each) => each.kind === 'cenb-phase' && each.workstreamId === only);
  if (kind !== 'framework' || !isFinal || date === undefined || !isOfPhase) return [];
  return [parse(AdoptFramework, { workstreamId: only, requestId: idFor('framework', only!, title), title, effective: date, ...source })];
}

/** What a row tells of one paper. */
function telling(subject: Subject, said: Said, isOneOfMany: boolean, known: OnRecord): Reading {
  const paper = onRecord(subject, known);
  const paperId = paper?.paperId ?? paperIdOf(subject);
  const begun = paper ? [] : [beginning(paperId, subject, said)];
  const told = said.isFinal
    ? { commands: finalising(paperId, subject, said, isOneOfMany), already: 0 }
    : drafting(paperId, paper, subject, said);
  return {
    commands: [...begun, ...told.commands, ...adopting(subject, said, known)],
    already: (told.already ?? 0) + (paper ? 1 : 0),
  };
}

function isFinal(row: Row): boolean {
  const kind = text(row, 'kind');
  if (kind === 'final' || kind === 'draft') return kind === 'final';
  throw new Unplaced(`kind: '${kind}' is neither draft nor final`);
}

/**
 * A draft or the final of a paper. A row about several forums and phases is told of the outcome document of each: what it
 * says in its title is then no title of any of them, and stands in the notes.
 */
export const paper: ReadRow = (row, known) => {
  const [activity, printed, date] = [text(row, 'activity'), text(row, 'title'), dateIn(row, 'date')];
  const named = activityOf(activity, known, yearOf(date));
  const subjects = subjectsOf(named, printed, known);
  const isOneOfMany = subjects.length > 1;
  const { note = '' } = row.cells;
  const said: Said = {
    printed,
    isFinal: isFinal(row),
    date,
    note,
    comments: commentsIn(note),
    about: about(row, isOneOfMany || titleOfFinal(printed) === undefined ? printed : undefined, note),
  };
  const readings = subjects.map((subject) => telling(subject, said, isOneOfMany, known));
  return {
    commands: [...named.registrations, ...readings.flatMap(({ commands }) => commands)],
    already: readings.reduce((sum, { already = 0 }) => sum + already, 0),
  };
};
