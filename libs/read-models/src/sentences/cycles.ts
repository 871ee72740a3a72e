import type { CycleEvent } from '#workstreams';
import { dateText } from './dates.js';
import { bracketed, list, quoted, type Sentences } from './words.js';

export const cycleSentences: Sentences<CycleEvent> = {
  CycleRegistered: ({ name, number, cycle }) =>
    `${quoted(name)} came into being${bracketed([`annual meeting ${number}`, `cycle ${cycle}`])}.`,
  AnnualMeetingDescribed: ({ theme, city, country, virtual, startsOn, endsOn, dayZeroOn }) => {
    const online = virtual === undefined ? undefined : virtual ? 'online only' : 'not online only';
    const said = [
      theme && `its theme is ${quoted(theme)}`,
      (city ?? country) && `it is held in ${list([city, country])}`,
      online,
      startsOn && `it starts on ${dateText(startsOn)}`,
      endsOn && `it ends on ${dateText(endsOn)}`,
      dayZeroOn && `day 0 is ${dateText(dayZeroOn)}`,
    ];
    return `Of the annual meeting it was said: ${said.filter(Boolean).join('; ')}.`;
  },
  MilestoneSet: ({ name, dueOn, appliesTo = [], forWorkstreams = [] }, nameOf) =>
    `The milestone ${quoted(name)} was set for ${dateText(dueOn)}${bracketed([
      ...appliesTo.map((kind) => `each ${kind}`),
      ...forWorkstreams.map((id) => quoted(nameOf(id))),
    ])}.`,
  MilestoneMoved: ({ milestoneId, from, to }, nameOf) =>
    `The milestone ${quoted(nameOf(milestoneId))} moved from ${dateText(from)} to ${dateText(to)}.`,
  MilestoneMet: ({ milestoneId, metBy }, nameOf) => `${quoted(nameOf(metBy))} met the milestone ${quoted(nameOf(milestoneId))}.`,
  MilestoneDropped: ({ milestoneId }, nameOf) => `The milestone ${quoted(nameOf(milestoneId))} was dropped.`,
};
