import { firstDay, period } from '#event-sourcing';
import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { type Call, type CallEvent, callForInput, knownYear, plannedInCall } from '#workstreams';
import { calendarColumns } from '../calendar/calendar-columns.js';
import { foundCalls } from '../search/found/calls.js';

/** UTC day from which a call was open, counted from 1970-01-01. */
export const openedDay = ({ opened }: Call): number | null => (opened ? firstDay(period(opened.effective)) : null);

/** The year in which a call was surely opened. */
const openedYear = ({ opened }: Call): number | null => (opened ? knownYear(opened.effective) : null);

/** One row for each call: what its rules know of it. */
export const callRegister: Projection<Call, CallEvent> = {
  name: 'call_register',
  version: 6,
  fold: callForInput,
  columns: {
    status: ({ status }) => status,
    opened_year: openedYear,
    ...calendarColumns(plannedInCall),
  },
  told: { title: ({ title }) => title },
  findables: foundCalls,
};

export const calls = (tables: Tables): View<Call, CallEvent> => new View(tables, callRegister);
