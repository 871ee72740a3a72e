import { IsIn } from 'class-validator';
import { Query } from '#event-sourcing';
import { OPEN_FILES } from './files.js';
import { MANIFEST, SUMS } from './write.js';

const NAMES: readonly string[] = [...OPEN_FILES.map(({ name }) => name), MANIFEST, SUMS];

/** All that is on record, as open data: which files there are, with their hashes. Pinned to the last position when `upTo` is left out. */
export class GetOpenData extends Query {}

/** One file of the open data, as the manifest names it. */
export class GetOpenDataFile extends Query {
  @IsIn(NAMES) readonly name!: string;
}

/** All files of the open data in one ZIP archive. */
export class GetOpenDataArchive extends Query {}

/** What is asked for open data, with the name of the type of what is answered. Files are not JSON: the manifest stands for them. */
export const openDataAnswers: readonly Readonly<{ Query: new () => Query; answerType: string }>[] = [
  { Query: GetOpenData, answerType: 'OpenDataManifest' },
  { Query: GetOpenDataFile, answerType: 'OpenDataManifest' },
  { Query: GetOpenDataArchive, answerType: 'OpenDataManifest' },
];
