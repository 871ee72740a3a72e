import type { PartialDate } from './partial-date.js';

/** A fact. Plain data, so that it survives JSON, a crash and a rename of the code that wrote it. */
export type Event<Type extends string = string, Data extends object = object> = Readonly<{ type: Type; data: Readonly<Data> }>;

/** Where a fact comes from: a document or a page, when it was looked at, and where in it. */
export type SourceReference = Readonly<{ document?: string; url?: string; retrieved?: PartialDate; locator?: string }>;

/** What is known about the recording of a fact, beside the fact. Stamped in one place: `execute.ts`. */
export type Metadata = Readonly<{
  /** Who recorded it. */
  actor: string;
  onBehalfOf?: string;
  /** The way in: a page, an interface, an import with file and line. */
  via: string;
  /** When it happened, as exactly as that is known. */
  effective: PartialDate;
  /** When another store got it first, from which this one took it over; in ISO 8601. */
  firstRecordedAt?: string;
  sources?: readonly SourceReference[];
  reason?: string;
  note?: string;
  /** Digest of what was claimed: tells a repeated request from another one under the same id. */
  fingerprint: string;
  /** Version of the shape of `data` for this type of event. */
  schema: number;
  $correlationId: string;
  $causationId: string;
}>;

/** A fact as folds and readers get it. */
export type Fact<E extends Event = Event> = E &
  Readonly<{
    id: string;
    stream: string;
    revision: bigint;
    position: bigint;
    /** When the store got it, or that from which it was taken over, in milliseconds since 1970. */
    recordedAt: number;
    /** When it happened: as its metadata says, or as an amendment corrected it. */
    effective: PartialDate;
    /** UTC day on which it may first have happened, counted from 1970-01-01. */
    firstDay: number;
    /** The instant (exclusive, milliseconds) by which it had surely happened. */
    surelyBy: number;
    metadata: Metadata;
    /** Ids of the amendments that were applied to it, oldest first. */
    amendedBy?: readonly string[];
  }>;
