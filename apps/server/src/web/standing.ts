import type { CallStage } from '#workstreams';

type Heading = Readonly<{ stage: CallStage; heading: string; mark: 'open' | 'overdue' | 'closed' }>;

/** How lists of calls are divided: what takes input now comes first. `mark` is the look of it. */
export const STANDINGS: readonly Heading[] = [
  { stage: 'open', heading: 'Open', mark: 'open' },
  { stage: 'reopened', heading: 'Open again', mark: 'open' },
  { stage: 'past its inclusion date', heading: 'Past their inclusion date, still open', mark: 'open' },
  { stage: 'past its closing date', heading: 'Past their closing date, but not recorded as closed', mark: 'overdue' },
  { stage: 'closed', heading: 'Closed', mark: 'closed' },
];

/** The look of a call at a stage. */
export const markOf = (stage: CallStage): Heading['mark'] => STANDINGS.find((each) => each.stage === stage)?.mark ?? 'overdue';
