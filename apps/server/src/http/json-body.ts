import type { FastifyInstance } from 'fastify';
import { InvalidInput } from '#event-sourcing';

/** Largest request body, in bytes. */
export const BODY_LIMIT = 1_000_000;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

/** The place of the first byte that is not UTF-8. */
function firstFault(bytes: Buffer): number {
  const shown = Buffer.from(bytes.toString('utf8'), 'utf8');
  const at = bytes.findIndex((byte, index) => byte !== shown[index]);
  return at === -1 ? bytes.length : at;
}

function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new InvalidInput([{ pointer: '', detail: `the body is not UTF-8: the fault is at byte ${firstFault(bytes)}` }]);
  }
}

/** Reads bodies as JSON in strict UTF-8: what cannot be read is refused, and never replaced by question marks. */
export function readJsonBodies(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeContentTypeParser(['application/json', 'text/plain']);
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer', bodyLimit: BODY_LIMIT }, (request, body, done) => {
    try {
      const text = textOf(body as Buffer);
      if (text === '') done(null, undefined);
      else void parse(request, text, (error, value) => done(error && malformed(text, error), value));
    } catch (error) {
      done(error as Error, undefined);
    }
  });
}

/** JSON itself says where it breaks; the parser that also refuses dangerous keys does not. */
function malformed(text: string, refusal: Error): InvalidInput {
  try {
    JSON.parse(text);
    return new InvalidInput([{ pointer: '', detail: `the body is refused: ${refusal.message}` }]);
  } catch (error) {
    return new InvalidInput([{ pointer: '', detail: `the body is not JSON: ${(error as Error).message}` }]);
  }
}
