import { type Command, parse } from '#event-sourcing';
import { RegisterBody, RegisterCoordinationGroup, type RegisterWorkstream } from '#workstreams';
import { idFor } from './names.js';

type Body = Readonly<{ Class: new () => RegisterWorkstream; fields: object }>;

const SYNTHESIS = [{ document: 'Synthesis Paper for the second meeting of the IGF (2007)' }];
const SUMMARY_2016 = [{ document: "11th IGF Chair's Summary (draft of 9 December 2016)" }];

/** The bodies, groups and gatherings of which rows speak, and which no table lists. */
const BODIES = {
  MAG: {
    Class: RegisterBody,
    fields: {
      name: 'Multistakeholder Advisory Group',
      abbreviation: 'MAG',
      effective: '[2006..2007-08-20]',
      sources: SYNTHESIS,
      note: 'Called Advisory Group then; its mandate was renewed on 20 August 2007.',
    },
  },
  'Open Consultations': {
    Class: RegisterBody,
    fields: { name: 'Open Consultations', effective: '2006-02-16', sources: [{ url: 'https://intgovforum.org/en/node?page=142' }] },
  },
  'IGF Retreat 2016': {
    Class: RegisterBody,
    fields: {
      name: 'IGF Retreat 2016',
      effective: '2016-07-14',
      sources: [{ url: 'http://www.intgovforum.org/cms/2016-06-23-15-15-52/igf-retreat-proceedings' }],
    },
  },
  'DC Coordination Group': {
    Class: RegisterCoordinationGroup,
    fields: {
      name: 'Dynamic Coalition Coordination Group',
      abbreviation: 'DCCG',
      aliases: ['DC Coordination Group'],
      coordinates: 'dynamic-coalition',
      effective: '[..2016-12-09]',
      sources: [
        ...SUMMARY_2016,
        { url: 'https://intgovforum.org/multilingual/content/terms-of-reference-dynamic-coalition-coordination-group-dccg' },
      ],
      note: 'The idea came up at IGF 2015. What the coalitions do together is put down to this group, also what came before it had a name.',
    },
  },
  NRIs: {
    Class: RegisterCoordinationGroup,
    fields: {
      name: 'Network of National, Regional and Youth IGF coordinators',
      aliases: ['NRIs'],
      coordinates: 'igf-initiative',
      effective: '[..2016-04-05]',
      sources: SUMMARY_2016,
    },
  },
  'Youth IGF initiatives': {
    Class: RegisterCoordinationGroup,
    fields: {
      name: 'Youth IGF initiatives',
      coordinates: 'igf-initiative',
      effective: '[..2017-02-20]',
      sources: [{ url: 'https://info.intgovforum.org/en/content/youth-initiatives-virtual-meeting-i-20-february-2017' }],
    },
  },
} as const satisfies Readonly<Record<string, Body>>;

export type BodyName = keyof typeof BODIES;

/** The id of a body. */
export const bodyIdOf = (name: BodyName): string => idFor('body', name);

/** What puts a body on record. */
export function registrationOf(name: BodyName): Command {
  const { Class, fields }: Body = BODIES[name];
  return parse(Class, { workstreamId: bodyIdOf(name), ...fields });
}

/** The name of a body as it is registered. */
export const registeredName = (name: BodyName): string => BODIES[name].fields.name;
