import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import {
  type Claim,
  claimOf,
  Command,
  type Decide,
  DomainError,
  type Event,
  type Fact,
  IsId,
  IsText,
  Optional,
  type PartialDate,
} from '#event-sourcing';
import { REGIONAL_GROUPS, type RegionalGroup, STAKEHOLDER_GROUPS, type StakeholderGroup } from '../groups.js';
import { type Quantity, quantityOf } from '../quantity.js';
import { type Meeting, ofMeeting, type OfMeeting } from './meeting.js';
import { assertHeld } from './status.js';

export class StakeholderGroupCount {
  @IsIn(STAKEHOLDER_GROUPS) readonly group!: StakeholderGroup;
  @IsInt() @Min(0) @Max(1_000_000) readonly count!: number;
}

export class RegionalGroupCount {
  @IsIn(REGIONAL_GROUPS) readonly group!: RegionalGroup;
  @IsInt() @Min(0) @Max(1_000_000) readonly count!: number;
}

/** Says how many people took part in a meeting that was held, or in one of its sittings. */
export class RecordAttendance extends Command {
  @IsId() readonly meetingId!: string;
  /** The sitting that is meant; the whole meeting when left out. */
  @Optional() @IsText(100) readonly sitting?: string;
  /** As printed: `11 people on`, `90+ registered`. */
  @Optional() @IsText(100) readonly count?: string;
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => StakeholderGroupCount)
  readonly byStakeholderGroup?: readonly StakeholderGroupCount[];
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => RegionalGroupCount)
  readonly byRegionalGroup?: readonly RegionalGroupCount[];
}

export type AttendanceRecorded = Event<'AttendanceRecorded', Claim<RecordAttendance> & OfMeeting>;

/** Who was there, as somebody stated it. Statements that disagree stand side by side. */
export type Attendance = Readonly<{
  /** Null for the whole meeting. */
  sitting: string | null;
  quantity: Quantity | null;
  byStakeholderGroup: readonly StakeholderGroupCount[];
  byRegionalGroup: readonly RegionalGroupCount[];
  effective: PartialDate;
  factId: string;
}>;

type Stated = Omit<Attendance, 'effective' | 'factId'>;

const statedIn = ({ sitting, count, byStakeholderGroup, byRegionalGroup }: Claim<RecordAttendance>): Stated => ({
  sitting: sitting ?? null,
  quantity: count === undefined ? null : quantityOf(count),
  byStakeholderGroup: byStakeholderGroup ?? [],
  byRegionalGroup: byRegionalGroup ?? [],
});

export const statedAttendance = ({ data, effective, id }: Fact<AttendanceRecorded>): Attendance => ({
  ...statedIn(data),
  effective,
  factId: id,
});

type GroupCounts = readonly Readonly<{ group: string; count: number }>[];

const sumOf = (counts: GroupCounts): number => counts.reduce((sum, { count }) => sum + count, 0);

const groups = (counts: GroupCounts): string =>
  JSON.stringify(counts.map(({ group, count }) => [group, count] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)));

const isSame = (a: Stated, b: Stated): boolean =>
  a.sitting === b.sitting &&
  a.quantity?.printed === b.quantity?.printed &&
  groups(a.byStakeholderGroup) === groups(b.byStakeholderGroup) &&
  groups(a.byRegionalGroup) === groups(b.byRegionalGroup);

/** A breakdown may leave people out, but has each group once and no more people than were counted. */
function assertFits(counts: GroupCounts, { quantity }: Stated): void {
  const twice = counts.find(({ group }, index) => counts.slice(0, index).some((other) => other.group === group));
  if (twice) throw new DomainError(`There are two numbers for ${twice.group}.`);
  if (quantity?.high !== undefined && !quantity.about && sumOf(counts) > quantity.high) {
    throw new DomainError(`A breakdown has ${sumOf(counts)} people, more than the ${quantity.printed} counted.`);
  }
}

/** Where no number tells that one of them leaves people out, both breakdowns are of the same people. */
function assertAgree({ quantity, byStakeholderGroup, byRegionalGroup }: Stated): void {
  if (quantity || byStakeholderGroup.length === 0 || byRegionalGroup.length === 0) return;
  const [stakeholders, regions] = [sumOf(byStakeholderGroup), sumOf(byRegionalGroup)];
  if (stakeholders !== regions) {
    throw new DomainError(
      `There are ${stakeholders} people by stakeholder group and ${regions} by regional group. Give the count, if one leaves people out.`,
    );
  }
}

export const recordAttendance: Decide<RecordAttendance, Meeting, AttendanceRecorded> = (command, meeting) => {
  assertHeld(meeting, command.sitting, command.effective);
  const stated = statedIn(command);
  if (!stated.quantity && stated.byStakeholderGroup.length + stated.byRegionalGroup.length === 0) {
    throw new DomainError('Say how many there were: a count, or numbers by group.');
  }
  for (const counts of [stated.byStakeholderGroup, stated.byRegionalGroup]) assertFits(counts, stated);
  assertAgree(stated);
  if (meeting.attendance.some((known) => isSame(known, stated))) return [];
  return [{ type: 'AttendanceRecorded', data: { ...ofMeeting(meeting), ...claimOf(command) } }];
};
