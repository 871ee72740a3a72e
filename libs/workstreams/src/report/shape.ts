/** The reports on a cycle that are made of the record (`DOMAIN.md`, Reports on a cycle). */
export const REPORT_KINDS = ['chairs-summary', 'cstd-input'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** The parts of such a report, for which somebody may write. */
export const REPORT_SECTIONS = [
  'overview',
  'annual-meeting',
  'initiatives',
  'cenb',
  'forums',
  'coalitions',
  'calls',
  'meetings',
  'papers',
  'news',
  'open',
] as const;
export type ReportSectionId = (typeof REPORT_SECTIONS)[number];

/** The languages in which reports are made. */
export const REPORT_LOCALES = ['en'] as const;
export type ReportLocale = (typeof REPORT_LOCALES)[number];

/** The languages in which people write for them: those of the United Nations. */
export const PROSE_LANGUAGES = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const;
export type ProseLanguage = (typeof PROSE_LANGUAGES)[number];
