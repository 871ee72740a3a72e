import type { KnownWorkstream, OnRecord } from '../on-record.js';

type Instance = readonly [title: string, cycle: number];

/**
 * Which Best Practice Forums renewed which of earlier cycles, as their pages and the papers of the MAG say
 * (`libs/workstreams/DOMAIN.md`, Series and instance). Nothing is told from a title that comes back.
 */
const RENEWALS: readonly (readonly [Instance, readonly Instance[]])[] = [
  // https://www.intgovforum.org/en/content/bpf-cybersecurity-2016: those on CSIRTs and on spam were merged into it.
  [
    ['Cybersecurity', 2016],
    [
      ['Establishing and supporting CSIRTs for Internet security', 2015],
      ['Regulation and mitigation of unsolicited communications (spam)', 2015],
    ],
  ],
  // https://apps.intgovforum.org/en/content/2019-igf-mag-virtual-meeting-iv-0, and so those that follow.
  [['Cybersecurity', 2017], [['Cybersecurity', 2016]]],
  [['Cybersecurity', 2018], [['Cybersecurity', 2017]]],
  // https://www.intgovforum.org/multilingual/content/bpf-gender-and-access: one forum from 2015 on, under other names.
  [['Gender and Access', 2016], [['Online Abuse and Gender-Based Violence Against Women', 2015]]],
  [['Gender and Access', 2017], [['Gender and Access', 2016]]],
  [['Gender and Access', 2018], [['Gender and Access', 2017]]],
  // https://intgovforum.org/en/content/bpf-on-local-content
  [['Local Content', 2017], [['Creating an enabling environment for the development of local content', 2014]]],
  [['Local Content', 2018], [['Local Content', 2017]]],
];

/**
 * The forums that one renewed, of those that were on record before it: so a registration asks for the same whenever its row
 * is imported again.
 */
export function renewedBy(known: OnRecord, [title, cycle]: Instance, workstreamId: string): readonly KnownWorkstream[] {
  const [, earlier = []] = RENEWALS.find(([[name, year]]) => name === title && year === cycle) ?? [];
  return earlier
    .flatMap(([name, year]) => known.called(name, 'best-practice-forum', year))
    .filter((forum) => known.isOlder(forum.workstreamId, workstreamId));
}
