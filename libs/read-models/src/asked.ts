import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsBoolean, IsIn } from 'class-validator';
import { IsId, type Moment, period } from '#event-sourcing';
import { type Day, dayOf } from '#workstreams';

/**
 * The instant (exclusive, milliseconds since 1970) up to which a question looks, for what passes by itself: the end of the
 * date that it asks about, else of that by which something was known, else this one.
 */
export function askedInstant({ asOf, knownAt }: Moment): number {
  const date = asOf ?? knownAt;
  return date === undefined ? Date.now() : period(date).end;
}

/** The day of which a question about status speaks. Where it names none, it is today, as far as that has come. */
export function askedDay({ asOf, knownAt }: Moment): Day {
  const date = asOf ?? knownAt;
  if (date !== undefined) return dayOf(date);
  const now = new Date().toISOString();
  return { ...dayOf(now), date: now.slice(0, 10) };
}

const listed = ({ value }: { value: unknown }): unknown => (typeof value === 'string' ? value.split(',') : value);

const IsList =
  (most: number, ofEach: PropertyDecorator): PropertyDecorator =>
  (target, key) => {
    for (const decorate of [Transform(listed), IsArray(), ArrayNotEmpty(), ArrayUnique(), ArrayMaxSize(most), ofEach])
      decorate(target, key);
  };

/** Some of the given words, as an address holds them: set apart by commas. */
export const IsListOf = (words: readonly string[]): PropertyDecorator => IsList(words.length, IsIn(words, { each: true }));

/** Some ids, as an address holds them: set apart by commas. */
export const IsListOfIds = (most: number): PropertyDecorator => IsList(most, IsId({ each: true }));

/** Yes or no, as an address says it: `true` or `false`. */
export const IsFlag = (): PropertyDecorator => (target, key) => {
  const read = (value: unknown): unknown => (value === 'true' ? true : value === 'false' ? false : value);
  Transform(({ value }: { value: unknown }) => read(value))(target, key);
  IsBoolean()(target, key);
};
