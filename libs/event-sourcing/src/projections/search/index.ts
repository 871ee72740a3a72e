export * from './documents.js';
export * from './findable.js';
export * from './place.js';
export * from './search-index.js';
export * from './words.js';
