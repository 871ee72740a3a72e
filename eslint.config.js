import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

/** Which room may import which: `apps → reports → read-models → workstreams → event-sourcing ← event-store ← apps`. */
const MAY_IMPORT = {
  'libs/event-sourcing': [],
  'libs/event-store': ['#event-sourcing'],
  'libs/workstreams': ['#event-sourcing'],
  'libs/read-models': ['#event-sourcing', '#event-sourcing/projections', '#workstreams'],
  'libs/open-data': ['#event-sourcing', '#event-sourcing/projections', '#workstreams', '#read-models'],
  'libs/reports': ['#event-sourcing', '#event-sourcing/projections', '#workstreams', '#read-models'],
};
const ROOMS = [
  '#event-sourcing',
  '#event-sourcing/projections',
  '#event-sourcing/nest',
  '#event-store',
  '#workstreams',
  '#read-models',
  '#open-data',
  '#reports',
  '#server',
];
const NEST = { regex: '^@nestjs/', message: 'Nest stays at the edge: in apps and in event-sourcing/src/nest.' };
const SQL = { regex: '^better-sqlite3$', message: 'SQL stays in event-store and in event-sourcing/src/projections.' };
const CLIENT = { regex: '^@eventstore/', message: 'The client stays behind the port, in event-store.' };
const SIDEWAYS = {
  regex: '^\\.\\./(.*/)?(apps|libs|test|server|cli|event-sourcing|event-store|workstreams|read-models|open-data|reports)/',
  message: 'Other rooms are entered by their # name.',
};

const doors = (room, ...closed) => ({
  files: [`${room}/**/*.ts`, `${room}/**/*.tsx`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        paths: ROOMS.filter((name) => MAY_IMPORT[room] && !MAY_IMPORT[room].includes(name)).map((name) => ({
          name,
          message: `${room} may not import ${name}.`,
        })),
        patterns: [SIDEWAYS, ...closed],
      },
    ],
  },
});

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'test/bench/node_modules/', '*.config.js', 'apps/cli/igf.js'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/promise-function-async': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { varsIgnorePattern: '^_', argsIgnorePattern: '^_' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // A promise is what a port promises, also where an adapter answers at once.
      '@typescript-eslint/require-await': 'off',
      // Commands come in as plain data: `parse` makes them what they are.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      // `!` stands where the line before has made sure; a check that cannot fail would be dead code.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      complexity: ['error', 10],
      'max-depth': ['error', 3],
      'max-params': ['error', 5],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  doors('libs/event-sourcing', NEST, SQL, CLIENT),
  doors('libs/event-store', NEST),
  doors('libs/workstreams', NEST, SQL, CLIENT),
  doors('libs/read-models', NEST, CLIENT),
  doors('libs/open-data', NEST, SQL, CLIENT),
  doors('libs/reports', NEST, SQL, CLIENT),
  doors('apps/server', SQL, CLIENT),
  doors('apps/cli', NEST, SQL, CLIENT),
  { files: ['libs/event-sourcing/src/nest/**'], rules: { 'no-restricted-imports': ['error', { patterns: [SIDEWAYS, SQL, CLIENT] }] } },
  {
    files: ['libs/event-sourcing/src/projections/**'],
    rules: { 'no-restricted-imports': ['error', { patterns: [SIDEWAYS, NEST, CLIENT] }] },
  },
  {
    files: ['**/*.spec.ts', '**/*.contract.ts'],
    ...jest.configs['flat/recommended'],
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/no-disabled-tests': 'error',
      'jest/no-focused-tests': 'error',
      'jest/no-conditional-expect': 'off',
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'fc.assert', '*.then*', 'given.**.then*'] }],
      'jest/no-export': 'off',
      'jest/valid-title': 'off',
    },
  },
);
