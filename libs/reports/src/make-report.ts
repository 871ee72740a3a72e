import { NotFound } from '#event-sourcing';
import type { Tables } from '#event-sourcing/projections';
import type { ReportSectionId } from '#workstreams';
import { gathered, type Material } from './material.js';
import type { GeneratedSection, YearlyReport } from './model.js';
import type { ReportPin } from './pin.js';
import { calls } from './sections/calls.js';
import { cenb } from './sections/cenb.js';
import { coalitions } from './sections/coalitions.js';
import { forums } from './sections/forums.js';
import { initiatives } from './sections/initiatives.js';
import { meetings } from './sections/meetings.js';
import { news } from './sections/news.js';
import { openQuestions } from './sections/open.js';
import { annualMeeting, overview } from './sections/overview.js';
import { papers } from './sections/papers.js';
import { SECTIONS, type Template, TEMPLATES } from './templates.js';

/** How each section is made of what was gathered. */
const MAKE: Readonly<Record<ReportSectionId, (material: Material) => GeneratedSection>> = {
  overview,
  'annual-meeting': annualMeeting,
  initiatives,
  cenb,
  forums,
  coalitions,
  calls,
  meetings,
  papers,
  news,
  open: openQuestions,
};

function templateOf({ template, kind }: ReportPin): Template {
  if (!Object.hasOwn(TEMPLATES, template)) throw new NotFound(`Reports have no shape ${template}.`);
  return TEMPLATES[template]![kind];
}

/** The report that a pin fixes. What was recorded after its position, or happened after its day, is not in it. */
export function makeReport(pin: ReportPin, tables: Tables): YearlyReport {
  const { titleOf, sections } = templateOf(pin);
  const material = gathered(pin, tables);
  return {
    pin,
    title: titleOf(pin.cycle),
    sections: sections.map((id) => ({
      id,
      title: SECTIONS[id],
      ...MAKE[id](material),
      prose: material.prose.filter(({ section }) => section === id).map(({ section: _, ...written }) => written),
    })),
  };
}
