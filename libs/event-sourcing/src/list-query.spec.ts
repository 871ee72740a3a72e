import fc from 'fast-check';
import { cursorTo, InvalidInput, ListQuery, pageOf, pinned, placeOf } from './index.js';

class GetThings extends ListQuery {
  readonly kind?: string;
}
class GetOthers extends GetThings {}

const asking = (fields: Partial<GetThings>, Question = GetThings): GetThings => Object.assign(new Question(), fields);

const position = fc.nat({ max: 1_000_000_000 });

/** All pages of a list, each asked for with what the one before gave. */
function pages(all: readonly number[], limits: readonly number[]): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  let cursor: string | undefined;
  for (let n = 0; n === 0 || cursor !== undefined; n++) {
    const query = asking({ kind: 'a', limit: limits[n % limits.length]!, ...(cursor !== undefined && { cursor }) });
    const page = pageOf(all, query, 7n);
    expect(page.total).toBe(all.length);
    found.push(page.shown);
    cursor = page.next ?? undefined;
  }
  return found;
}

describe('A cursor', () => {
  test('gives back the place for which it was made, to the same list', () => {
    fc.assert(
      fc.property(position, position, fc.string(), (upTo, after, kind) => {
        const cursor = cursorTo({ upTo, after }, asking({ kind }));
        expect(cursor).toMatch(/^[\w-]+$/);
        expect(placeOf(asking({ kind, cursor, limit: 3, format: 'csv', minPosition: 1 }))).toEqual({ upTo, after });
      }),
    );
  });

  test('is refused for a list with other filters, for another question, and beside another position', () => {
    fc.assert(
      fc.property(position, position, fc.string(), fc.string(), (upTo, after, kind, other) => {
        fc.pre(kind !== other);
        const cursor = cursorTo({ upTo, after }, asking({ kind }));
        const elsewhere = [
          asking({ kind: other, cursor }),
          asking({ cursor }),
          asking({ kind, cursor, asOf: '2016' }),
          asking({ kind, cursor }, GetOthers),
          asking({ kind, cursor, upTo: upTo + 1 }),
        ];
        for (const query of elsewhere) expect(() => placeOf(query)).toThrow(InvalidInput);
      }),
    );
  });

  test('is refused when anything in it was changed', () => {
    fc.assert(
      fc.property(position, position, fc.nat(), fc.constantFrom('A', 'a', '0', '_', '-', 'Q'), (upTo, after, at, put) => {
        const cursor = cursorTo({ upTo, after }, asking({}));
        const place = at % cursor.length;
        fc.pre(cursor[place] !== put);
        const changed = cursor.slice(0, place) + put + cursor.slice(place + 1);
        expect(() => placeOf(asking({ cursor: changed }))).toThrow(/^\/cursor: /);
      }),
    );
  });
});

describe('The pages of a list', () => {
  test('hold each of its entries once, in order, whatever their lengths', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (all, limits) => {
        expect(pages(all, limits).flat()).toEqual(all);
      }),
    );
  });

  test('are of the position of the first one', () => {
    const { next } = pageOf([1, 2, 3], asking({ limit: 2 }), 7n);
    expect(pinned(asking({ cursor: next! }), 9n).upTo).toBe(7);
    expect(pinned(asking({}), 9n).upTo).toBe(9);
    expect(pinned(asking({ upTo: 5 }), 9n).upTo).toBe(5);
  });
});
