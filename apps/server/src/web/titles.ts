import type { NamedWorkstream } from '#read-models';

/** What a workstream is called where others stand beside it: forums of several years have the same topic. */
export const titleOf = ({ kind, name, cycle }: Pick<NamedWorkstream, 'kind' | 'name' | 'cycle'>): string =>
  kind === 'best-practice-forum' ? `BPF ${name} ${cycle}` : name || 'a workstream that is not on record';
