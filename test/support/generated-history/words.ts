/** What made-up things are called. */
export const TOPICS = [
  'Cybersecurity',
  'Local Content',
  'Gender and Access',
  'IPv6',
  'Internet Exchange Points',
  'Spam',
  'Accessibility',
  'Child Safety',
  'Community Connectivity',
  'Small Islands',
  'Schools on Internet Governance',
  'Public Access in Libraries',
  'Data and New Technologies',
  'Network Neutrality',
  'Platform Responsibility',
  'Core Values',
  'Innovative Approaches to Money',
  'Climate Change',
  'Freedom of Expression',
  'Digital Health',
  'Journalism',
  'Emergency Communication',
  'Open Standards',
  'Domain Names',
  'Digital Rights',
  'Meaningful Access',
  'Fragmentation',
  'Artificial Intelligence',
  'Older People Online',
  'Languages Online',
] as const;

export const PLACES = ['North', 'South', 'East', 'West', 'Upper', 'Lower', 'Inner', 'Outer', 'New', 'Great'].flatMap((first) =>
  ['Marland', 'Tavona', 'Ostria', 'Belmora', 'Quensay', 'Ilvania', 'Sorrentia', 'Kandora', 'Vesperia', 'Lanmark', 'Arvenia', 'Corland'].map(
    (second) => `${first} ${second}`,
  ),
);

export const CITIES = [
  'Port Amber',
  'Saint Orin',
  'Castlebay',
  'Nova Riva',
  'Halden',
  'Mirador',
  'Three Rivers',
  'Lakewood',
  'Westhaven',
] as const;

export const ORGANISATIONS = [
  'Ministry of Communications',
  'Telecommunications Regulator',
  'University Institute of Informatics',
  'Association for Open Networks',
  'Chamber of Commerce',
  'National Research Network',
  'Consumers Online',
  'Registry Association',
  'Office for Digital Affairs',
  'Library Federation',
  'Youth Internet Council',
  'Broadband Operators Group',
] as const;

export const INITIALS = 'ABCDEFGHIJKLMNOPRSTUVWYZ'.split('');
export const SURNAMES = [
  'Amari',
  'Boland',
  'Chandry',
  'Dieters',
  'Eskola',
  'Farouq',
  'Galvao',
  'Hansel',
  'Ibarro',
  'Jansky',
  'Kimoto',
  'Lopesi',
].flatMap((surname) => [surname, `${surname}-Reed`, `van ${surname}`, `${surname}son`]);

const ROMAN = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const;

/** As the numbers of calls and drafts are printed. */
export function roman(number: number): string {
  let [rest, text] = [number, ''];
  for (const [sign, value] of ROMAN) {
    for (; rest >= value; rest -= value) text += sign;
  }
  return text;
}
