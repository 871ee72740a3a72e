export * from './command-handlers.js';
export * from './query-handlers.js';
