import { LICENCE } from './licence.js';
import { LEFT_OUT } from './personal.js';

/** One file of the open data. */
export type OpenDataFile = Readonly<{
  name: string;
  mediaType: string;
  about: string;
  bytes: number;
  /** SHA-256 of its bytes, in hexadecimal. */
  sha256: string;
}>;

/** What the open data of a position of the log are. The same position gives the same bytes, as long as the version is the same. */
export type OpenDataManifest = Readonly<{
  title: string;
  /** The version of the tracker that made the files. */
  version: string;
  /** The position in the log that all files are pinned to: that of the last fact in them. */
  position: string;
  /** What the files say holds as of then: as asked, else when the last of the facts was recorded. Null where there are no facts. */
  asOf: string | null;
  /** Only what had been recorded by the end of this date, where that was asked. */
  knownAt: string | null;
  /** How many facts there are. */
  facts: number;
  licence: Readonly<{ spdx: string; url: string; note: string }>;
  /** What was left out, and why. */
  leftOut: string;
  /** How the files can be checked. */
  verify: string;
  files: readonly OpenDataFile[];
}>;

type Told = Pick<OpenDataManifest, 'version' | 'position' | 'asOf' | 'knownAt' | 'facts' | 'files'>;

export const manifestOf = (told: Told): OpenDataManifest => ({
  title: 'IGF Intersessional Work Tracker: open data',
  ...told,
  licence: LICENCE,
  leftOut: `E-mail addresses, wherever they stand: a reader finds ${LEFT_OUT} instead. No other addresses or numbers of people are on record.`,
  verify: 'sha256sum --check SHA256SUMS, in the folder of the files; or compare the SHA-256 of each file with the one named here.',
});

/** The same hashes as `sha256sum` reads them. */
export const sumsOf = ({ files }: Pick<OpenDataManifest, 'files'>): string =>
  files.map(({ sha256, name }) => `${sha256}  ${name}\n`).join('');
