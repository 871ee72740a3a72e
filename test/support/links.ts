import type { Reply } from './server.js';

/** The links of an answer, by their relations. */
export function linksOf({ headers }: Pick<Reply, 'headers'>): ReadonlyMap<string, string> {
  const links = [...(headers.get('link') ?? '').matchAll(/<([^>]*)>; rel="([^"]*)"/g)];
  return new Map(links.flatMap(([, address, relations]) => relations!.split(' ').map((relation) => [relation, address!] as const)));
}
