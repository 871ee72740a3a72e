import type { ReportKind, ReportSectionId } from '#workstreams';

/** The parts of a report, in the words of their titles. */
export const SECTIONS: Readonly<Record<ReportSectionId, string>> = {
  overview: 'Overview',
  'annual-meeting': 'The annual meeting',
  initiatives: 'National, regional and youth IGFs',
  cenb: 'Policy Options for Connecting and Enabling the Next Billion(s)',
  forums: 'Best Practice Forums',
  coalitions: 'Dynamic Coalitions',
  calls: 'Calls for input and contributions',
  meetings: 'Meetings',
  papers: 'Papers',
  news: 'What is new',
  open: 'What could not be established',
};

/** The shape of a kind of report. */
export type Template = Readonly<{ titleOf: (cycle: number) => string; sections: readonly ReportSectionId[] }>;

/**
 * The versions of the shape, oldest first. A report that was pinned to one is made in that shape for ever: what is there
 * stays, and a change is a version of its own.
 */
export const TEMPLATES: Readonly<Record<string, Readonly<Record<ReportKind, Template>>>> = {
  '1': {
    // The order in which the Chair's Summary of 2016 goes through the intersessional work.
    'chairs-summary': {
      titleOf: (cycle) => `Intersessional work for the Chair's Summary of the ${cycle} cycle`,
      sections: [
        'overview',
        'annual-meeting',
        'initiatives',
        'cenb',
        'forums',
        'coalitions',
        'calls',
        'meetings',
        'papers',
        'news',
        'open',
      ],
    },
    // The input of 2017 tells the CSTD of the growth first; the programme of the meeting itself is no part of it.
    'cstd-input': {
      titleOf: (cycle) => `Intersessional work for the ${cycle} input to the CSTD`,
      sections: ['overview', 'news', 'initiatives', 'cenb', 'forums', 'coalitions', 'calls', 'meetings', 'papers', 'open'],
    },
  },
};

export const TEMPLATE_VERSIONS: readonly string[] = Object.keys(TEMPLATES);
