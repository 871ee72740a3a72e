import { meetingsByCadence } from './cadence.js';
import { contributions } from './contributions.js';
import type { CountCase } from './count.js';
import { callLeadTimes, slips } from './deadline-slips.js';
import { measureCounts } from './measures.js';
import { meetingLeadTimes, minutesDelays } from './meeting-times.js';
import { coalitionsOverTime, initiativesOverTime } from './over-time.js';

/** All that is counted, as data. */
export const COUNTS: readonly CountCase[] = [
  contributions,
  meetingsByCadence,
  callLeadTimes,
  meetingLeadTimes,
  minutesDelays,
  slips,
  initiativesOverTime,
  coalitionsOverTime,
  ...measureCounts,
];
