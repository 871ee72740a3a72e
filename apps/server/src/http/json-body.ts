import type { FastifyInstance } from 'fastify';
import { InvalidInput, utf8Of } from '#event-sourcing';

/** Largest request body, in bytes. */
export const BODY_LIMIT = 1_000_000;

/** The place of the first byte that is not UTF-8. */
function firstFault(bytes: Buffer): number {
  const shown = Buffer.from(bytes.toString('utf8'), 'utf8');
  const at = bytes.findIndex((byte, index) => byte !== shown[index]);
  return at === -1 ? bytes.length : at;
}

const malformed = (detail: string): InvalidInput => new InvalidInput([{ pointer: '', detail }]);

function textOf(bytes: Buffer): string {
  const text = utf8Of(bytes);
  if (text === undefined) throw malformed(`the body is not UTF-8: the fault is at byte ${firstFault(bytes)}`);
  return text;
}

function valueOf(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch (error) {
    throw malformed(`the body is not JSON: ${(error as Error).message}`);
  }
}

/** Reads bodies as JSON in strict UTF-8: what cannot be read is refused, and never replaced by question marks. */
export function readJsonBodies(fastify: FastifyInstance): void {
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (_, body, done) => {
    try {
      done(null, valueOf(textOf(body as Buffer)));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
}
