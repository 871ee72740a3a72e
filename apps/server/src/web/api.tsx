import type { JSX } from 'preact';

/** As much of an OpenAPI document as this page shows. */
export type ApiDocument = Readonly<{
  info: Readonly<{ description: string; version: string }>;
  paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
}>;

type Field = Readonly<{ description?: string; type?: string; enum?: readonly string[]; $ref?: string; format?: string; items?: Field }>;
type ApiOperation = Readonly<{
  operationId: string;
  summary?: string;
  parameters: readonly Readonly<{ name: string; in: string; required?: boolean; description?: string; schema: Field }>[];
  requestBody?: Readonly<{
    content: Readonly<
      Record<string, Readonly<{ schema: Readonly<{ properties: Readonly<Record<string, Field>>; required: readonly string[] }> }>>
    >;
  }>;
}>;

function typeText({ type, enum: values, $ref, format, items }: Field): string {
  if (values) return values.join(' | ');
  if ($ref) return $ref.slice($ref.lastIndexOf('/') + 1);
  if (items) return `list of ${typeText(items)}`;
  return format ?? type ?? '';
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

function Operation({ method, path, operation }: { method: string; path: string; operation: ApiOperation }): JSX.Element {
  return (
    <section>
      <h3 id={operation.operationId}>
        <code>
          {method.toUpperCase()} {path}
        </code>
      </h3>
      <p>{operation.summary}</p>
      <details>
        <summary>{rows(operation).length} fields</summary>
        <div class="wide">
          <table>
            <tbody>
              {rows(operation).map(({ name, where, field, required, description }) => (
                <tr>
                  <th scope="row">
                    <code>{name}</code>
                    {required && ' *'}
                  </th>
                  <td class="soft">{where}</td>
                  <td class="small">{typeText(field)}</td>
                  <td>{description}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  );
}

/** The interface, to be read by people. */
export function ApiPage({ document }: { document: ApiDocument }): JSX.Element {
  return (
    <>
      <h1>The interface</h1>
      <p>{document.info.description}</p>
      <p>
        For programs: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). Fields with * are needed.
      </p>
      {Object.entries(document.paths).map(([path, operations]) =>
        Object.entries(operations).map(([method, operation]) => <Operation method={method} path={path} operation={operation} />),
      )}
    </>
  );
}
