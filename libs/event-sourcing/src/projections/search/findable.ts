/** Something that is said of what can be found. */
export type Said = Readonly<{
  text: string;
  /** It is what the thing is called, or was. */
  isName: boolean;
}>;

/** Something that people look for, as a row tells of it. */
export type Findable = Readonly<{
  kind: string;
  /** One row tells of one thing of a kind and id. */
  id: string;
  /** What it is called now. */
  title: string;
  /** UTC day that it is of, counted from 1970-01-01: of things that are found alike, the latest come first. */
  day: number;
  /** Ids, years and other single words by which a search is narrowed. They are not looked for. */
  labels: readonly string[];
  said: readonly Said[];
}>;

/**
 * What is found by its text in the rows of a projection. A row must keep all text that its standing facts say: by the row
 * of now it is told what may be found in those of the past.
 */
export type Findables<Row = unknown> = Readonly<{
  /** At most 15 kinds in all projections together. */
  kinds: readonly string[];
  of: (row: Row) => readonly Findable[];
}>;
