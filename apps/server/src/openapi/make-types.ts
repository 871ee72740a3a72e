import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { createFormatter, createParser, createProgram, DEFAULT_CONFIG, SchemaGenerator } from 'ts-json-schema-generator';
import { AmendFact, MarkDuplicate, ReattributeFact, RetractFact } from '#event-sourcing';
import { openDataAnswers } from '#open-data';
import { useCases } from '#workstreams';
import { questions } from '../questions.js';

// Part of the build: writes the types of all that goes in and out, with their comments, as JSON schemas beside this file.
// Run it in the root of the repository.

const root = process.cwd();
const { imports } = JSON.parse(readFileSync('package.json', 'utf8')) as { imports: Record<string, string> };
const sources = Object.entries(imports).map(([name, built]) => [name, [built.replace('./dist/', `${root}/`).replace(/\.js$/, '.ts')]]);
const tsconfig = join(root, 'dist/tsconfig.types.json');
writeFileSync(
  tsconfig,
  JSON.stringify({
    extends: `${root}/tsconfig.json`,
    compilerOptions: { types: [], baseUrl: root, paths: Object.fromEntries(sources) as unknown },
    include: [`${root}/libs/*/src/**/*.ts`, `${root}/apps/server/src/http/*.ts`],
  }),
);

const config = {
  ...DEFAULT_CONFIG,
  path: `${root}/{libs/*/src,apps/server/src/http}/**/*.ts`,
  tsconfig,
  skipTypeCheck: true,
  expose: 'export' as const,
};
const program = createProgram(config);
const generator = new SchemaGenerator(program, createParser(program, config), createFormatter(config), config);

const names = [
  ...useCases.map(({ Command }) => Command.name),
  ...[AmendFact, MarkDuplicate, ReattributeFact, RetractFact].map(({ name }) => name),
  ...[...questions, ...openDataAnswers].flatMap(({ Query, answerType }) => [Query.name, answerType]),
  'FollowFacts',
  'StreamedFact',
  'Acknowledged',
  'ProblemDetails',
];
type Schemas = Readonly<Record<string, Readonly<{ $ref?: string; description?: string }>>>;
const definitions = Object.assign({}, ...names.map((name) => generator.createSchema(name).definitions)) as Schemas;

/** The names of what a file of ours exports and a schema is made of. */
const exportedBy = ({ statements }: ts.SourceFile): readonly string[] =>
  statements.flatMap((each) => {
    if (!ts.isTypeAliasDeclaration(each) && !ts.isInterfaceDeclaration(each) && !ts.isClassDeclaration(each)) return [];
    return each.name && each.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ? [each.name.text] : [];
  });

// One of two types of one name would silently stand for the other.
const exported = program
  .getSourceFiles()
  .flatMap((file) => (file.fileName.includes('/node_modules/') ? [] : exportedBy(file as unknown as ts.SourceFile)));
const twice = exported.filter((name, index) => Object.hasOwn(definitions, name) && exported.indexOf(name) !== index);
if (twice.length > 0) throw new Error(`Two types of the interface have one name: ${twice.join(', ')}`);

/** A name that can stand in an address: that of a generic type, such as `Event<"CallOpened", …>`, cannot. */
const isPlain = (name: string): boolean => /^[\w.-]+$/.test(name);

/** Where a generic type is referred to, what it says stands there itself. */
function spelledOut(schema: unknown): unknown {
  if (typeof schema !== 'object' || schema === null) return schema;
  if (Array.isArray(schema)) return schema.map(spelledOut);
  const { $ref, ...rest } = schema as Readonly<{ $ref?: string }>;
  const target = $ref && decodeURIComponent($ref.replace('#/definitions/', ''));
  const said = target !== undefined && !isPlain(target) ? { ...definitions[target], ...rest } : schema;
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, spelledOut(value)]));
}

const plain = Object.entries(definitions).flatMap(([name, schema]) => (isPlain(name) ? [[name, spelledOut(schema)]] : []));
writeFileSync(join(import.meta.dirname, 'types.json'), JSON.stringify(Object.fromEntries(plain)));
