type Content = Readonly<Record<string, MediaType>>;

/** What one media type of a request or an answer holds. */
export type MediaType = Readonly<{ schema: object; example?: unknown; examples?: Readonly<Record<string, Readonly<{ value: unknown }>>> }>;

export type Parameter = Readonly<{
  name: string;
  in: string;
  required?: boolean;
  schema: Readonly<{ type?: string }>;
  example?: unknown;
}>;

/** As much of an operation as tests look into. */
export type Operation = Readonly<{
  operationId: string;
  parameters?: readonly Parameter[];
  requestBody?: Readonly<{ content: Content }>;
  responses: Readonly<Record<string, Readonly<{ content: Content }>>>;
}>;

/** As much of `/openapi.json` as tests look into. */
export type Description = Readonly<{
  openapi: string;
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  components: Readonly<{ schemas: Readonly<Record<string, object>> }>;
}>;

/** An operation and where it stands. */
export type Described = Readonly<{ path: string; method: string; operation: Operation }>;

/** Every operation of a description. */
export const operationsOf = ({ paths }: Description): readonly Described[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Described => ({ path, method, operation })),
  );

/** What fits the path of an operation, with the values of the names in it as groups. */
export const pathPattern = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll('.', String.raw`\.`).replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`);

/** Values for what an operation cannot do without: by what stands before a name in a path and the name, or by the name alone. */
export type Values = Readonly<Record<string, string>>;

/** The values that a question cannot do without, by name; `undefined` where one of them is not to be had. */
export function neededBy({ path, operation }: Described, values: Values): Values | undefined {
  const inPath = [...path.matchAll(/([\w-]*)\/\{(\w+)\}/g)].map(([, of, name]) => [name!, values[`${of!}/${name!}`] ?? values[name!]]);
  const asked = (operation.parameters ?? []).filter((each) => each.in === 'query' && each.required === true);
  const all = [...inPath, ...asked.map(({ name }) => [name, values[name]])];
  return all.every(([, value]) => value !== undefined) ? (Object.fromEntries(all) as Values) : undefined;
}

/** The address of a question with the values of its fields. */
export function addressOf({ path }: Pick<Described, 'path'>, values: Values): string {
  const inQuery = Object.entries(values).filter(([name]) => !path.includes(`{${name}}`));
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name]!));
  return inQuery.length > 0 ? `${address}?${new URLSearchParams(inQuery).toString()}` : address;
}
