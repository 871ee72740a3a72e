import type { PartialDate } from '#event-sourcing';

/** A paper of the IGF in which figures are published. */
export type PublishedIn = Readonly<{ title: string; said: PartialDate; statedBy: string }>;

type Known = PublishedIn & Readonly<{ alsoCited: readonly string[] }>;

/**
 * The papers from which tables take their figures, with the names by which they cite them: when each was published, and by whom.
 */
const DOCUMENTS: readonly Known[] = [
  {
    title: "11th IGF Chair's Summary (draft of 9 December 2016)",
    alsoCited: ['000_413fcb4f444a24f8.txt'],
    said: '2016-12-09',
    statedBy: 'Chair of the 11th IGF',
  },
  {
    // Written after the annual meeting of 2017, for the session of the Commission that began on 14 May 2018. It was published
    // by the IGF and by the Commission, in the same words: one witness.
    title: '2017 Input from the IGF to the CSTD',
    alsoCited: ['001_590a55c9d02899a4.txt', '002_428de792c9282071.txt'],
    said: '[2017-12-21..2018-05-14]',
    statedBy: 'IGF Secretariat',
  },
  {
    title: 'Open Consultations and MAG meeting of 19-21 May 2014: Summary Report',
    alsoCited: ['003_4910b86bda6d475b.txt'],
    said: '[2014-05-21..2014-05-31]',
    statedBy: 'IGF Secretariat',
  },
  {
    title: 'Synthesis Paper for the second meeting of the IGF (2007)',
    alsoCited: ['004_9918cc9212faec7f.txt'],
    said: '2007-11',
    statedBy: 'IGF Secretariat',
  },
];

/** The paper that a source names, if it is one of those that are known. */
export const documentOf = (name: string): PublishedIn | undefined =>
  DOCUMENTS.find(({ title, alsoCited }) => title === name || alsoCited.includes(name));
