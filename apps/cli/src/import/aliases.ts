import type { BodyName } from './bodies.js';

/**
 * What the names of activities mean that tables use and that are no names of workstreams. Nothing is guessed: what stands
 * neither here nor on record is listed as not placed.
 */
export const ALIASES: Readonly<Record<string, Readonly<{ bodies: readonly BodyName[]; issuedBy?: string }>>> = {
  MAG: { bodies: ['MAG'] },
  'Open Consultations': { bodies: ['Open Consultations'] },
  'Open Consultations and MAG': { bodies: ['Open Consultations', 'MAG'] },
  'BPF proposals 2018': { bodies: ['MAG'] },
  'IGF Retreat': { bodies: ['IGF Retreat 2016'] },
  'IGF Retreat 2016': { bodies: ['IGF Retreat 2016'] },
  'DC Coordination Group': { bodies: ['DC Coordination Group'] },
  DCs: { bodies: ['DC Coordination Group'] },
  'DCs 2015': { bodies: ['DC Coordination Group'] },
  NRIs: { bodies: ['NRIs'] },
  'NRIs 2017': { bodies: ['NRIs'] },
  'Youth IGF initiatives': { bodies: ['Youth IGF initiatives'] },
  // A report on the initiatives by others, made together with the Secretariat.
  'GISWatch 2017': { bodies: ['NRIs'], issuedBy: 'Global Information Society Watch' },
};

/** The short names of forums that tables use, each with the name under which it is on record. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  'BPF IoT, Big Data and AI 2018': 'BPF Internet of Things, Big Data and Artificial Intelligence 2018',
};
