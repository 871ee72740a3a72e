import 'reflect-metadata';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateBy, ValidateIf, ValidateNested, type ValidationOptions } from 'class-validator';
import { NIL, validate } from 'uuid';
import type { SourceReference } from './event.js';
import { isSingleDate, type PartialDate, periodOf } from './partial-date.js';

/** The field may be left out, but not be null. */
export const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

const IsStringThat = (name: string, holds: (text: string) => boolean, message: string, constraints: unknown[] = []) => {
  const validate = (value: unknown): boolean => typeof value === 'string' && holds(value);
  return (options?: ValidationOptions): PropertyDecorator =>
    ValidateBy({ name, constraints, validator: { validate, defaultMessage: () => message } }, options);
};

/** A client-made id: a UUID, kept in lower case because a stream's name is built of it. */
export const IsId =
  (options?: ValidationOptions): PropertyDecorator =>
  (target, key) => {
    const lower = (value: unknown): unknown => (typeof value === 'string' ? value.toLowerCase() : value);
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(lower) : lower(value)))(target, key);
    IsStringThat('isId', (text) => validate(text) && text !== NIL, 'must be a UUID')(options)(target, key);
  };

const DATES = '2016-08-31T12:00Z, 2016-08-31, 2016-08, 2016';

/** An EDTF date of any precision, bounds included. */
export const IsPartialDate = IsStringThat(
  'isPartialDate',
  (text) => periodOf(text) !== undefined,
  `must be a date as exactly as it is known, such as ${DATES}, [2016-07..2016-11-14], [..2016-11-14] or XXXX`,
);

/** An instant, a day, a month or a year: what can be planned or asked about. */
export const IsSingleDate = IsStringThat('isSingleDate', isSingleDate, `must be an instant, a day, a month or a year, such as ${DATES}`);

// Lone surrogates and control characters would not come back from every store and every page as they went in.
const isReadable = (text: string): boolean => text.isWellFormed() && !/[^\P{Cc}\n\t]/u.test(text) && text.trim() !== '';

const withOneLineEnd = (value: unknown): unknown => (typeof value === 'string' ? value.replaceAll('\r\n', '\n') : value);

/** Text for people. Lines end with a line feed alone, however they came in. */
export const IsText =
  (max = 500, options?: ValidationOptions): PropertyDecorator =>
  (target, key) => {
    Transform(({ value }: { value: unknown }) => (Array.isArray(value) ? value.map(withOneLineEnd) : withOneLineEnd(value)))(target, key);
    const message = `must be text of 1 to ${max} characters, without control characters`;
    IsStringThat('isText', (text) => text.length <= max && isReadable(text), message, [max])(options)(target, key);
  };

/** The address of a page. */
export const IsWebAddress = IsStringThat(
  'isWebAddress',
  (text) => text.length <= 2000 && /^https?:\/\//.test(text) && URL.canParse(text),
  'must be an address that starts with http:// or https://',
);

/** Where a fact comes from. */
export class Source implements SourceReference {
  @Optional() @IsText(1000) readonly document?: string;
  @Optional() @IsWebAddress() readonly url?: string;
  @Optional() @IsSingleDate() readonly retrieved?: PartialDate;
  @Optional() @IsText() readonly locator?: string;
}

/** What every command may say about itself, beside what it asks for. */
export abstract class Command {
  /**
   * Made by the client, so that a repeated request changes nothing; the fact gets an id of its own. Where the request
   * makes the id of what comes into being, that does it already, and this is left out.
   */
  @Optional() @IsId() readonly requestId?: string;
  /** When it happened; this instant when left out. */
  @Optional() @IsPartialDate() readonly effective?: PartialDate;
  @Optional() @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => Source) readonly sources?: readonly Source[];
  @Optional() @IsText(2000) readonly reason?: string;
  @Optional() @IsText(5000) readonly note?: string;
  @Optional() @IsText() readonly onBehalfOf?: string;
}

/** What a command says about the world, without what it says about itself: the data of its fact. */
export type Claim<C extends Command> = Omit<C, keyof Command>;

const ABOUT_ITSELF: ReadonlySet<string> = new Set<keyof Command>(['requestId', 'effective', 'sources', 'reason', 'note', 'onBehalfOf']);

export const isAboutItself = (field: string): boolean => ABOUT_ITSELF.has(field);

/** The data of the fact that a command asks for: its own fields, those left out left out. */
export const claimOf = <C extends Command>(command: C): Claim<C> =>
  Object.fromEntries(Object.entries(command).filter(([field, value]) => value !== undefined && !isAboutItself(field))) as Claim<C>;
