import type { Event, Fold } from '#event-sourcing';
import { type CallEvent, callForInput } from './call-for-input/call-for-input.js';
import { meeting, type MeetingEvent } from './meeting/meeting.js';
import { meetingSeries, type SeriesEvent } from './meeting-series/meeting-series.js';
import { paper, type PaperEvent } from './paper/paper.js';
import { person, type PersonEvent } from './person/person.js';
import { type FigureEvent, publishedFigure } from './published-figure/published-figure.js';
import { cycleReport, type ReportEvent } from './report/report.js';
import { workstream, type WorkstreamEvent } from './workstream/workstream.js';

/** Every kind of fact about the work. */
export type WorkEvent = WorkstreamEvent | CallEvent | SeriesEvent | MeetingEvent | PaperEvent | FigureEvent | PersonEvent | ReportEvent;

/** How each kind of stream folds. */
export const folds = [
  workstream,
  callForInput,
  meetingSeries,
  meeting,
  paper,
  publishedFigure,
  person,
  cycleReport,
] as unknown as readonly Fold<unknown, Event>[];

/** The types of all facts about the work, as stores keep them: no fold leaves one out. */
export const FACT_TYPES = folds.flatMap(({ on }) => Object.keys(on)) as readonly WorkEvent['type'][];
