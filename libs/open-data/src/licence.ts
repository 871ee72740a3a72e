/**
 * Under what the data may be used. Facts belong to nobody; what rights there may be in their being put together are waived,
 * so that none who takes them further has to carry a chain of names along. Each fact names its source all the same. The
 * code has a licence of its own.
 */
export const LICENCE = {
  spdx: 'CC0-1.0',
  url: 'https://creativecommons.org/publicdomain/zero/1.0/',
  note: 'The words of titles, notes and decisions that are quoted from documents stay those of their authors; the source of each fact names them.',
} as const;
