import type { Reply, TestServer } from './server.js';

type Told = Readonly<{ type: string; status: number; errors?: readonly Readonly<{ pointer: string; detail: string }>[] }>;

/** What a problem says that programs build on: its status, its kind and the fields that it names. */
export function problemIn({ status, headers, body }: Reply): readonly [status: number, kind: string, ...pointers: string[]] {
  const { type, status: stated, errors = [] } = body as Told;
  if (status !== stated || !headers.get('content-type')!.startsWith('application/problem+json'))
    throw new Error('This is no problem detail.');
  return [status, type.replace('/problems/', ''), ...errors.map(({ pointer }) => pointer)];
}

/** Makes sure that of what was refused not a byte is on record, and that the server goes on. */
export async function assertUnharmed(server: TestServer, onRecord: number): Promise<void> {
  const written = (await server.facts()).slice(onRecord).map(({ type }) => type);
  if (written.length > 0) throw new Error(`What was refused has been recorded: ${written.join()}.`);
  const { status } = await server.getLatest('/v1/calls');
  if (status !== 200) throw new Error(`The server has not got over it: ${status}.`);
}
