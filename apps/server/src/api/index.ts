import type { Type } from '@nestjs/common';
import { Feeds } from '../feeds/atom/feeds.controller.js';
import { OpenData } from '../feeds/bulk/bulk.controller.js';
import { FactStream } from '../feeds/stream/fact-stream.js';
import { CalendarFiles } from '../feeds/calendar/calendar.controller.js';
import { Calendars } from './calendar.js';
import { StatusBoard } from './board.js';
import { Calls } from './calls.js';
import { Cycles } from './cycles.js';
import { Facts } from './facts.js';
import { Counts, Figures } from './figures.js';
import * as meetings from './meetings.js';
import { Papers } from './papers.js';
import { People } from './people.js';
import { Reports } from './reports.js';
import { Roles } from './roles.js';
import { SearchEverything } from './search.js';
import { StatusRules } from './status-rules.js';
import * as workstreams from './workstreams.js';

/** All that is served to programs. The interface is documented from this list. */
export const api: readonly Type[] = [
  ...Object.values(workstreams),
  StatusBoard,
  Cycles,
  Calendars,
  CalendarFiles,
  Calls,
  ...Object.values(meetings),
  Papers,
  Figures,
  Counts,
  People,
  Roles,
  StatusRules,
  Reports,
  SearchEverything,
  Facts,
  Feeds,
  OpenData,
  FactStream,
];
