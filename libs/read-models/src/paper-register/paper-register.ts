import { firstDay, period } from '#event-sourcing';
import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { type Paper, paper, type PaperEvent, paperStage, plannedInPaper } from '#workstreams';
import { calendarColumns } from '../calendar/calendar-columns.js';
import { foundPapers } from '../search/found/papers.js';

/** UTC day on which work on a paper may first have begun, counted from 1970-01-01. */
export const begunDay = ({ begun }: Paper): number | null => (begun ? firstDay(period(begun.effective)) : null);

/** One row for each paper: what its rules know of it. */
export const paperRegister: Projection<Paper, PaperEvent> = {
  name: 'paper_register',
  version: 2,
  fold: paper,
  columns: {
    stage: (row) => (row.begun ? paperStage(row) : null),
    kind: ({ kind }) => kind,
    cycle: ({ cycle }) => cycle,
    ...calendarColumns(plannedInPaper),
  },
  findables: foundPapers,
};

export const papers = (tables: Tables): View<Paper, PaperEvent> => new View(tables, paperRegister);
