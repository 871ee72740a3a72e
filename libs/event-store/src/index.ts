export { openEventStore } from './open.js';
export { SqliteEventStore } from './sqlite.event-store.js';
