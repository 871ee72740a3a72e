export * from './asked.js';
export { disarmed } from './csv.js';
export * from './files.js';
export * from './licence.js';
export * from './manifest.js';
export * from './table.js';
export * from './write.js';
