import 'reflect-metadata';
import { Transform } from 'class-transformer';
import { ValidateBy } from 'class-validator';
import { IsSingleDate, Optional } from './command.js';
import type { Moment } from './history.js';
import type { PartialDate } from './partial-date.js';

const toNumber = ({ value }: { value: unknown }): unknown =>
  typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;

/** A whole number from `least` to `most`, also where it comes as text, as in an address. */
export const IsCount =
  (most: number, least = 0): PropertyDecorator =>
  (target, key) => {
    const validate = (value: unknown): boolean => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
    const defaultMessage = (): string => `must be a whole number from ${least} to ${most}`;
    Transform(toNumber)(target, key);
    ValidateBy({ name: 'isCount', constraints: [most, least], validator: { validate, defaultMessage } })(target, key);
  };

/** What every question may fix: the two dates of the answer, the most that it may know, and the least that it must reflect. */
export abstract class Query implements Moment {
  /** What was true by the end of this date; now when left out. */
  @Optional() @IsSingleDate() readonly asOf?: PartialDate;
  /** What had been recorded by the end of this date; all when left out. */
  @Optional() @IsSingleDate() readonly knownAt?: PartialDate;
  /** What stands in the log up to this position, that one too: by it an answer is pinned for good. */
  @Optional() @IsCount(Number.MAX_SAFE_INTEGER) readonly upTo?: number;
  /** The answer must reflect the log up to this position: that of one's own write, say. */
  @Optional() @IsCount(Number.MAX_SAFE_INTEGER) readonly minPosition?: number;
}
