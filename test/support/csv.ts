import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './files.js';

const HEADERS = {
  bpfs: 'cycle,title,output_title,approved,source,note',
  calls: 'activity,title,opened,deadline,extended_to,contributions,source,note',
  cenb: 'phase,official_name,year,contributions,contributions_note,focus_sdgs,output,source,note',
  dcs: 'name,abbreviation,year_established,status_changes,source',
  nris: 'name,kind,country_or_region,year_first_held_or_recognised,basis,regional_group,source,note',
  meetings: 'activity,date,kind,subject,summary_url,source',
  counts: 'date,measure,value,source,note',
  cycles: 'igf_number,year,city,country,start_date,end_date,overall_theme,source,note',
  participants: 'activity,session,cycle,date,participant,source,note',
  outputs: 'activity,title,date,kind,source,note',
};

/** A file of its own with these bytes. */
export function aFile(name: string, content: string | Uint8Array): string {
  const path = join(temporaryFolder(), name);
  writeFileSync(path, content);
  return path;
}

/** A CSV file of a kind, with its rows as they stand in the file. */
export const aCsv = (kind: keyof typeof HEADERS, ...rows: readonly string[]): string =>
  aFile(`${kind}.csv`, [HEADERS[kind], ...rows, ''].join('\n'));
