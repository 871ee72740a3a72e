import type { FastifyReply } from 'fastify';
import { LICENCE } from '#open-data';

/** The address of a request with some of its fields changed; those that become `undefined` are left out. */
export function addressWith(url: string, changes: Readonly<Record<string, string | undefined>>): string {
  const { pathname, searchParams } = new URL(url, 'http://tracker');
  for (const [field, value] of Object.entries(changes)) {
    if (value === undefined) searchParams.delete(field);
    else searchParams.set(field, value);
  }
  return searchParams.size > 0 ? `${pathname}?${searchParams.toString()}` : pathname;
}

/** A link as the header `Link` has it (RFC 8288). */
export const link = (address: string, relation: string): string => `<${address}>; rel="${relation}"`;

/** Adds to a header that is a list what does not stand in it yet. */
export function addTo(reply: FastifyReply, name: 'link' | 'vary', values: readonly string[]): void {
  const before = reply.getHeader(name);
  reply.header(name, [...(before === undefined ? [] : [String(before)]), ...values].join(', '));
}

/** The terms under which what is served may be used: those of the data, not of the code. */
export const LICENSE = link(LICENCE.url, 'license');

type MaybePage = Readonly<{ next?: unknown }>;

/**
 * Where an answer leads: to itself, to its description, and from a page of a list to the first and the next page of the
 * list as it stands at that position.
 */
export function linksOf(url: string, body: unknown, position: bigint): readonly string[] {
  const itself = [link(addressWith(url, { minPosition: undefined }), 'self'), link('/openapi.json', 'describedby')];
  const { next } = body as MaybePage;
  if (next === undefined) return itself;
  const first = { cursor: undefined, minPosition: undefined, upTo: String(position) };
  const links = [...itself, link(addressWith(url, first), 'first')];
  return typeof next === 'string' ? [...links, link(addressWith(url, { cursor: next, minPosition: undefined }), 'next')] : links;
}
