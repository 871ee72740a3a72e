import { plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { type InputError, InvalidInput } from './problems.js';

/** The JSON pointer (RFC 6901) to a field of what `parent` points to. */
export const pointerTo = (parent: string, key: string): string => `${parent}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;

function inputErrors(
  { property, value, constraints = {}, children = [] }: ValidationError,
  parent: string,
  className: string,
): InputError[] {
  const pointer = pointerTo(parent, property);
  const unknown = 'whitelistValidation' in constraints;
  const said = Object.entries(constraints).map(([name, message]) =>
    name === 'nestedValidation'
      ? 'must be an object, or a list of objects'
      : message.replace(new RegExp(`^(each value in )?${property} `), '$1'),
  );
  const details = unknown ? [`is not a field of ${className}`] : value === undefined && said.length > 0 ? ['is missing'] : said;
  return [...details.map((detail) => ({ pointer, detail })), ...children.flatMap((child) => inputErrors(child, pointer, className))];
}

/**
 * An input as the class that declares it, checked whole: unknown fields are faults too.
 * @throws InvalidInput with every fault
 */
export function parse<T extends object>(Class: new () => T, input: unknown): T {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new InvalidInput([{ pointer: '', detail: 'must be an object' }]);
  }
  const instance = plainToInstance(Class, input);
  const faults = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (faults.length > 0) throw new InvalidInput(faults.flatMap((fault) => inputErrors(fault, '', Class.name)));
  return instance;
}
