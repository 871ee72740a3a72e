/** What the index knows a document by: a whole number that tells its day, then its kind, then which one it is. */
export type Place = number;

const KIND = 2 ** 32;
const DAY = 2 ** 36;
/** Days from 1880 to 2059 have a place of their own; those beyond share one. */
const FIRST_DAY = -(2 ** 15);
const LAST_DAY = 2 ** 15 - 1;

/** A day as places count it. */
export const placeDay = (day: number): number => Math.min(Math.max(day, FIRST_DAY), LAST_DAY) - FIRST_DAY;

export const dayOfPlace = (place: Place): number => Math.floor(place / DAY) + FIRST_DAY;
export const kindOfPlace = (place: Place): number => Math.floor((place % DAY) / KIND);
export const numberOfPlace = (place: Place): number => place % KIND;
/** The first place of the same day. */
export const startOfDay = (place: Place): Place => place - (place % DAY);

/** The place of a document in SQL; the columns may be those of `new` or `old`. */
export const placeSql = (of = ''): string => `((${of}day << 36) | (${of}kind << 32) | ${of}number)`;
/** The number of a kind in SQL. */
export const kindOfPlaceSql = (place: string): string => `((${place} >> 32) & 15)`;
