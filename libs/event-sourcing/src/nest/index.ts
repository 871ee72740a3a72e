export * from './audit-log-finder.js';
export * from './command-handlers.js';
export * from './correction-handlers.js';
export * from './query-handlers.js';
