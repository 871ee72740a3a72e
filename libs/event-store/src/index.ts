export { EventStoreDbEventStore, type EventStoreDbOptions } from './eventstoredb.event-store.js';
export { openEventStore, pathOf } from './open.js';
export { type Environment, given, type StoreSettings, storeSettings } from './settings.js';
export { SqliteEventStore } from './sqlite.event-store.js';
