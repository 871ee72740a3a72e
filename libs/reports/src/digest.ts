import { createHash } from 'node:crypto';
import { markdown } from './formats/markdown.js';
import type { YearlyReport } from './model.js';

/** SHA-256 of the report as Markdown, in hexadecimal: what `sha256sum` says of that file. */
export const digestOf = (report: YearlyReport): string => createHash('sha256').update(markdown(report)).digest('hex');
