import { GetCalendar } from '#read-models';
import { resource } from '../http/resource.js';

export const Calendars = resource('v1/calendar', { GET: GetCalendar });
