import { type ComputedFigure } from '#read-models';
import { type MeasureId, measureOf } from '#workstreams';
import { dateText } from '#read-models';
import { FIGURE_COLUMNS, figureRow, inOrder, onRecord } from '../figures.js';
import type { Material, OfKind } from '../material.js';
import type { GeneratedSection, ReportPart, ReportRow } from '../model.js';
import { numberAs, row, says, statement } from '../says.js';

/** What a report always gives, whether somebody has published it or not. */
const HEADLINES = [
  'recognised NRIs',
  'NRIs in the main session',
  'active DCs',
  'new DCs',
  'recommitted DCs',
  'exploratory DCs',
  'DCs in the joint main session',
  'BPFs',
  'CENB contributions',
] as const satisfies readonly MeasureId[];

const ABOUT_THE_MEETING: ReadonlySet<string> = new Set(['annual meeting', 'preparation']);

/** Whether a figure is about the annual meeting and its programme, and not about the work between the meetings. */
export const isAboutTheMeeting = ({ measure }: Readonly<{ measure: string }>): boolean =>
  ABOUT_THE_MEETING.has(measureOf(measure)?.about ?? '');

function ordinal(number: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' };
  return `${number}${ending[new Intl.PluralRules('en', { type: 'ordinal' }).select(number)]}`;
}

function whenAndWhere({ annualMeeting }: OfKind<'cycle'>): string {
  const { startsOn, endsOn, city, country, virtual, theme } = annualMeeting;
  const when = startsOn && endsOn ? ` from ${dateText(startsOn)} to ${dateText(endsOn)}` : '';
  const places = [city, country].filter((each) => each !== null).join(', ');
  const where = places === '' ? '' : ` in ${places}`;
  return `${when}${where}${virtual ? ', online' : ''}${theme === null ? '' : `, under the theme “${theme}”`}`;
}

function meetingText(preparation: OfKind<'cycle'>): readonly ReportPart[] {
  const { number, registered, cycle } = preparation;
  const which = numberAs(ordinal(number), `The number of the annual meeting that ended the cycle of ${cycle}.`, {
    factIds: [registered.factId],
  });
  return says`The cycle of ${String(cycle)} led to the ${which} annual meeting${whenAndWhere(preparation)}.`;
}

/** A number that the record gives, and of which nobody is known to have published another. */
const unpublished = (measure: MeasureId, computed: ComputedFigure, cycle: number): ReportRow =>
  row(`${measure}, ${cycle}`, [measureOf(measure)!.title, String(cycle), 'no figure on record', onRecord(computed)]);

/** What the cycle was, and its numbers: what was published beside what the record gives. */
export function overview(material: Material): GeneratedSection {
  const { preparation, figures, cycle, counted } = material;
  const published = inOrder(figures.filter((group) => !isAboutTheMeeting(group)));
  const others = HEADLINES.filter((measure) => !published.some((group) => group.measure === measure)).flatMap((measure) => {
    const computed = counted(measure);
    return computed ? [unpublished(measure, computed, cycle)] : [];
  });
  const rows = [...published.map(figureRow), ...others];
  const first = preparation
    ? statement(
        'annual-meeting',
        meetingText(preparation),
        preparation.descriptions.map(({ factId }) => factId),
      )
    : statement('annual-meeting', [`The cycle of ${cycle} is not on record as such.`]);
  const table = { id: 'figures', caption: `Figures of the ${cycle} cycle, published and on record`, columns: FIGURE_COLUMNS, rows };
  return { statements: [first], tables: rows.length > 0 ? [table] : [] };
}

/** What was published of the annual meeting itself. */
export function annualMeeting({ figures, cycle }: Material): GeneratedSection {
  const rows = inOrder(figures.filter(isAboutTheMeeting)).map(figureRow);
  if (rows.length === 0)
    return { statements: [statement('none', [`No figure of the annual meeting of ${cycle} is on record.`])], tables: [] };
  return {
    statements: [],
    tables: [{ id: 'figures', caption: `The annual meeting of ${cycle} in figures`, columns: FIGURE_COLUMNS, rows }],
  };
}
