import { WORKSTREAM_KINDS, type WorkstreamKind } from '#workstreams';

/** All kinds of workstream: what is owed by whoever is on record. */
export const ALL: readonly WorkstreamKind[] = WORKSTREAM_KINDS;

/** Those that end a cycle with a paper of their own. */
export const WITH_OUTPUTS: readonly WorkstreamKind[] = ['best-practice-forum', 'cenb-phase', 'policy-network'];

/** Those that people lead: cycles and bodies are led from elsewhere. */
export const LED: readonly WorkstreamKind[] = ALL.filter((kind) => kind !== 'cycle' && kind !== 'body');
