export * from './audit-log.js';
export * from './build.js';
export * from './projection.js';
export * from './projection-table.js';
export * from './projector.js';
export * from './read-database.js';
export * from './tables.js';
export * from './view.js';
