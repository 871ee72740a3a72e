import type { ReportEvent, ReportKind } from '#workstreams';
import { dateText } from './dates.js';
import { quoted, type Sentences } from './words.js';

const KINDS: Readonly<Record<ReportKind, string>> = {
  'chairs-summary': 'the intersessional part of the Chair’s Summary',
  'cstd-input': 'the intersessional part of the input to the CSTD',
};

export const reportSentences: Sentences<ReportEvent> = {
  ReportBegun: ({ cycle, kind }) => `Work began on ${KINDS[kind]} for the cycle of ${cycle}.`,
  ProseWritten: ({ section, text }) => `A text was written for the section ${quoted(section)} of the report: ${quoted(text)}.`,
  ReportFrozen: ({ asOf, upTo, digest }) =>
    `The report was frozen as of ${dateText(asOf)}, with what stands in the log up to position ${upTo} (SHA-256 ${digest}).`,
  ReportPublished: ({ page }) => `The frozen report was published: ${page}.`,
};
