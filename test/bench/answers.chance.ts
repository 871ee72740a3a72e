/** The next number from 0 up to 1. */
export type Chance = () => number;

/** One of several, each as likely. */
export const oneOf = <T>(all: readonly T[], chance: Chance): T => all[Math.floor(chance() * all.length)]!;

/** Those fields that chance leaves in: each in so many of ten questions. */
export const some = (fields: object, chance: Chance, share = 0.3): object =>
  Object.fromEntries(Object.entries(fields).filter(() => chance() < share));
