import type { YearlyReportFiled } from '#workstreams';
import { quoted, type Sentences } from './words.js';

export const yearlyReportSentences: Sentences<YearlyReportFiled> = {
  YearlyReportFiled: ({ year, kind, title }) => `A ${kind} for ${year} was filed${title ? `: ${quoted(title)}` : ''}.`,
};
