import { IsBoolean } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  DAY,
  type Decide,
  DomainError,
  type Event,
  type Evolve,
  type Fact,
  IsId,
  IsSingleDate,
  IsText,
  Optional,
  type PartialDate,
  period,
} from '#event-sourcing';
import type { Workstream } from '../workstream/workstream.js';
import { assertCycle, prepared } from './preparation.js';

/** The meeting that ends a cycle; null is what nobody has said. Its dates are without day 0 (`DOMAIN.md`, Annual meetings). */
export type AnnualMeeting = Readonly<{
  theme: string | null;
  city: string | null;
  country: string | null;
  /** Whether it is held online only. */
  virtual: boolean | null;
  startsOn: PartialDate | null;
  endsOn: PartialDate | null;
  dayZeroOn: PartialDate | null;
}>;

/** What one source said of it. */
export type AnnualMeetingDescription = AnnualMeeting & Readonly<{ effective: PartialDate; factId: string }>;

/**
 * Somebody says something about the annual meeting of a cycle: a theme, a host, dates. Only what is given replaces what was
 * said before, which stays on record.
 */
export class DescribeAnnualMeeting extends Command {
  @IsId() readonly workstreamId!: string;
  @Optional() @IsText(500) readonly theme?: string;
  @Optional() @IsText(200) readonly city?: string;
  @Optional() @IsText(200) readonly country?: string;
  /** Held online only. */
  @Optional() @IsBoolean() readonly virtual?: boolean;
  /** The first day, day 0 not counted. */
  @Optional() @IsSingleDate() readonly startsOn?: PartialDate;
  @Optional() @IsSingleDate() readonly endsOn?: PartialDate;
  /** The day of events before the first day. */
  @Optional() @IsSingleDate() readonly dayZeroOn?: PartialDate;
}

export type AnnualMeetingDescribed = Event<'AnnualMeetingDescribed', Claim<DescribeAnnualMeeting>>;

const descriptionOf = ({ data, effective, id }: Fact<AnnualMeetingDescribed>): AnnualMeetingDescription => ({
  theme: data.theme ?? null,
  city: data.city ?? null,
  country: data.country ?? null,
  virtual: data.virtual ?? null,
  startsOn: data.startsOn ?? null,
  endsOn: data.endsOn ?? null,
  dayZeroOn: data.dayZeroOn ?? null,
  effective,
  factId: id,
});

/** What was said before, with the fields that the claim gives. */
function described(before: AnnualMeeting, claim: Claim<DescribeAnnualMeeting>): AnnualMeeting {
  const { workstreamId: _, ...said } = claim;
  return { ...before, ...said };
}

export const annualMeeting: Evolve<Workstream, AnnualMeetingDescribed> = {
  AnnualMeetingDescribed: (workstream, fact) =>
    prepared(workstream, (before) => ({
      annualMeeting: described(before.annualMeeting, fact.data),
      descriptions: [...before.descriptions, descriptionOf(fact)],
    })),
};

/** Dates that cannot all be right are refused; those of which only the month is known get the benefit of the doubt. */
function assertInOrder({ startsOn, endsOn, dayZeroOn }: AnnualMeeting): void {
  if (startsOn !== null && endsOn !== null && period(startsOn).first >= period(endsOn).end) {
    throw new DomainError(`The meeting would start on ${startsOn}, after its end on ${endsOn}. Where both have moved, say both.`);
  }
  if (dayZeroOn !== null && startsOn !== null && period(dayZeroOn).first >= period(startsOn).end - DAY) {
    throw new DomainError(`Day 0 comes before the first day: ${dayZeroOn} does not lie before ${startsOn}.`);
  }
}

const isSame = (a: AnnualMeeting, b: AnnualMeeting): boolean =>
  Object.entries(a).every(([field, value]) => b[field as keyof AnnualMeeting] === value);

export const describeAnnualMeeting: Decide<DescribeAnnualMeeting, Workstream, AnnualMeetingDescribed> = (command, workstream) => {
  assertCycle(workstream, command.effective);
  const data = claimOf(command);
  const meeting = described(workstream.annualMeeting, data);
  if (isSame(meeting, workstream.annualMeeting)) return [];
  assertInOrder(meeting);
  return [{ type: 'AnnualMeetingDescribed', data }];
};
