import type { Type } from '@nestjs/common';
import { Calls } from './calls.js';
import { Facts } from './facts.js';
import * as meetings from './meetings.js';
import * as workstreams from './workstreams.js';

/** All that is served as JSON. The interface is documented from this list. */
export const api: readonly Type[] = [...Object.values(workstreams), Calls, Facts, ...Object.values(meetings)];
