import type { YearlyReport } from '../model.js';
import { docx } from './docx.js';
import { html } from './html.js';
import { markdown } from './markdown.js';

/** How a report can be had as a file: the ending of its name, and what it is to a browser. */
export const REPORT_FORMATS = {
  md: { type: 'text/markdown; charset=utf-8', make: async (report: YearlyReport) => Promise.resolve(Buffer.from(markdown(report))) },
  html: { type: 'text/html; charset=utf-8', make: async (report: YearlyReport) => Promise.resolve(Buffer.from(html(report))) },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: async (report: YearlyReport) => Buffer.from(await docx(report)),
  },
} as const satisfies Readonly<Record<string, Readonly<{ type: string; make: (report: YearlyReport) => Promise<Buffer> }>>>;

export type ReportFormat = keyof typeof REPORT_FORMATS;
