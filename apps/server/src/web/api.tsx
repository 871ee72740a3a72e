import type { JSX } from 'preact';
import { PROBLEMS } from '../http/problem.js';

/** As much of an OpenAPI document as this page shows. */
export type ApiDocument = Readonly<{
  paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, Field>> }>;
}>;

type Field = Readonly<{
  description?: string;
  type?: string;
  enum?: readonly string[];
  $ref?: string;
  format?: string;
  items?: Field;
  properties?: Readonly<Record<string, Field>>;
  required?: readonly string[];
}>;
type Schemas = ApiDocument['components']['schemas'];
type ApiOperation = Readonly<{
  operationId: string;
  tags: readonly string[];
  summary?: string;
  parameters: readonly Readonly<{ name: string; in: string; required?: boolean; description?: string; schema: Field }>[];
  requestBody?: Readonly<{
    content: Readonly<
      Record<string, Readonly<{ schema: Readonly<{ properties: Readonly<Record<string, Field>>; required: readonly string[] }> }>>
    >;
  }>;
}>;

/** A type by name where the page explains that name, else with all that it holds. */
function typeText({ type, enum: values, $ref, format, items, properties, required }: Field, schemas: Schemas): string {
  const name = $ref?.slice($ref.lastIndexOf('/') + 1);
  if (name === 'PartialDate') return name;
  if (name !== undefined) return typeText(schemas[name] ?? {}, schemas);
  if (values) return values.join(' | ');
  if (items) return `list of ${typeText(items, schemas)}`;
  if (!properties) return format ?? type ?? '';
  const fields = Object.entries(properties).map(
    ([field, schema]) => `${field}${required?.includes(field) ? ' *' : ''}: ${typeText(schema, schemas)}`,
  );
  return `{ ${fields.join(', ')} }`;
}

type RowOf = Readonly<{ name: string; where: string; field: Field; required: boolean; description: string | undefined }>;

function rows({ parameters, requestBody }: ApiOperation): RowOf[] {
  const body = requestBody?.content['application/json']?.schema;
  return [
    ...parameters.map(({ name, in: where, schema, required = false, description }) => ({
      name,
      where,
      field: schema,
      required,
      description,
    })),
    ...Object.entries(body?.properties ?? {}).map(([name, field]) => ({
      name,
      where: 'body',
      field,
      required: body?.required.includes(name) ?? false,
      description: field.description,
    })),
  ];
}

/** Text of which parts are marked as code, as comments mark it. */
function Marked({ text }: { text: string }): JSX.Element {
  return <>{text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))}</>;
}

type Described = Readonly<{ method: string; path: string; operation: ApiOperation; schemas: Schemas }>;

function Operation({ method, path, operation, schemas }: Described): JSX.Element {
  return (
    <details id={operation.operationId}>
      <summary>
        <code>
          <strong>{method.toUpperCase()}</strong> {path}
        </code>
        {operation.summary && <div class="small soft">{operation.summary}</div>}
      </summary>
      <table class="stack">
        <tbody>
          {rows(operation).map(({ name, where, field, required, description }) => (
            <tr>
              <th scope="row">
                <code>{name}</code>
                {required && ' *'}
              </th>
              <td class="soft small">{where}</td>
              <td class="small">{typeText(field, schemas)}</td>
              <td>
                <Marked text={description ?? ''} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Resource({ name, document }: { name: string; document: ApiDocument }): JSX.Element {
  return (
    <section>
      <h2>{name.replaceAll('-', ' ').replace(/\b(cenb|igf)\b/, (word) => word.toUpperCase())}</h2>
      {Object.entries(document.paths).map(([path, operations]) =>
        Object.entries(operations)
          .filter(([, { tags }]) => tags[0] === name)
          .map(([method, operation]) => (
            <Operation method={method} path={path} operation={operation} schemas={document.components.schemas} />
          )),
      )}
    </section>
  );
}

/** The interface, to be read by people. */
export function ApiPage({ document }: { document: ApiDocument }): JSX.Element {
  const resources = new Set(Object.values(document.paths).flatMap((path) => Object.values(path).flatMap(({ tags }) => tags)));
  return (
    <>
      <h1>The interface</h1>
      <p>
        For programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). Fields with * are needed. Every question takes two dates:{' '}
        <code>asOf</code>, what was true then, and <code>knownAt</code>, what had been recorded then.
      </p>
      <p>
        Bodies are JSON. Where an address holds the id of something new, make that id yourself, a UUID: the same request again changes
        nothing. What records is answered with 201 and the ids of its facts, or with 200 when there was nothing to record; <code>ETag</code>{' '}
        is the revision, <code>X-Log-Position</code> the position in the log, which a question may name as <code>minPosition</code> to see
        what was just recorded.
      </p>
      <p>
        <code>PartialDate</code>: <Marked text={document.components.schemas.PartialDate?.description ?? ''} />
      </p>
      {[...resources].map((name) => (
        <Resource name={name} document={document} />
      ))}
      <h2>Problems</h2>
      <ul>
        {Object.entries(PROBLEMS).map(([kind, { status, title }]) => (
          <li>
            <a href={`/problems/${kind}`}>{kind}</a> ({status}): {title}
          </li>
        ))}
      </ul>
    </>
  );
}
