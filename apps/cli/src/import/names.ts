import { v5 as uuidv5 } from 'uuid';

const NAMESPACE = '6f3a52de-1c1b-4f0e-9c55-6f0a8f2b7a11';

/** A name without what differs between two writers of it: case, accents, punctuation, spaces. */
export const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The id of what a row names: the same whenever it is imported. */
export const idFor = (...names: readonly (string | number)[]): string =>
  uuidv5(names.map((name) => plain(String(name))).join('|'), NAMESPACE);

/** The id of the call for input that rows know by its activity and title. */
export const callIdOf = (activity: string, title: string): string => idFor('call', activity, title);

/** The id of the cycle that ended with the annual meeting of a year. */
export const cycleIdOf = (year: number): string => idFor('cycle', year);

/**
 * The id of a session of workstreams at the annual meeting of a cycle, of which no source tells more than that it was held,
 * or the day: the coalitions' main session of 2016 is `sessionIdOf([bodyIdOf('DC Coordination Group')], 'main', 2016)`.
 */
export const sessionIdOf = (workstreamIds: readonly string[], session: string, cycle: number, on = ''): string =>
  idFor('session', ...workstreamIds.toSorted(), session, cycle, on);

/** The id of a phase of Connecting the Next Billion. */
export const phaseIdOf = (phase: string): string => idFor('cenb-phase', phase);

/**
 * The series of Best Practice Forums: the short name under which lists and pages speak of one, and the titles of its
 * instances (`DOMAIN.md`, Series and instance).
 */
const SERIES: Readonly<Record<string, readonly string[]>> = {
  'Child Online Safety': ['Online child safety and protection'],
  CSIRTs: ['Establishing and supporting CERTs for Internet security', 'Establishing and supporting CSIRTs for Internet security'],
  Cybersecurity: ['Cybersecurity'],
  Gender: ['Online Abuse and Gender-Based Violence Against Women', 'Gender and Access'],
  IoT: ['Internet of Things, Big Data and Artificial Intelligence'],
  IPv6: ['Creating an enabling environment for IPv6 adoption', 'IPv6'],
  IXPs: ['Enabling environments to establish successful IXPs', 'IXPs'],
  'Local Content': ['Creating an enabling environment for the development of local content', 'Local Content'],
  Multistakeholder: ['Developing meaningful multistakeholder participation mechanisms'],
  Spam: ['Regulation and mitigation of unwanted communications (spam)', 'Regulation and mitigation of unsolicited communications (spam)'],
};

const seriesByTitle = new Map(Object.entries(SERIES).flatMap(([series, titles]) => titles.map((title) => [plain(title), series])));

/** The series to which a Best Practice Forum of that title belongs, if it is one of those that are known. */
export const seriesOf = (title: string): string | undefined => seriesByTitle.get(plain(title));
