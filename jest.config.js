/**
 * Tests run as they were built, like the product: `nest build` first, then Jest on `dist`.
 * @type {import('jest').Config}
 */
export default {
  roots: ['<rootDir>/dist'],
  testMatch: ['**/*.spec.js'],
  transform: {},
  // Programs are started and files synced: slow machines get their time.
  testTimeout: 30_000,
};
