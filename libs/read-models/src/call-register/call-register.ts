import { firstDay, period } from '#event-sourcing';
import { type Projection, type Tables, View } from '#event-sourcing/projections';
import { type Call, type CallEvent, callForInput, plannedInCall } from '#workstreams';
import { calendarColumns } from '../calendar/calendar-columns.js';
import { foundCalls } from '../search/found/calls.js';

/** UTC day from which a call was open, counted from 1970-01-01. */
export const openedDay = ({ opened }: Call): number | null => (opened ? firstDay(period(opened.effective)) : null);

/** One row for each call: what its rules know of it. */
export const callRegister: Projection<Call, CallEvent> = {
  name: 'call_register',
  version: 5,
  fold: callForInput,
  columns: {
    status: ({ status }) => status,
    opened_day: openedDay,
    title: ({ title }) => title,
    ...calendarColumns(plannedInCall),
  },
  findables: foundCalls,
};

export const calls = (tables: Tables): View<Call, CallEvent> => new View(tables, callRegister);
