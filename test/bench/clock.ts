/** Where readers connect to, and how many. */
export type Connecting = Readonly<{ port: number; path: string; readers: number }>;

/** The time in milliseconds by a clock that all processes of a machine share. */
export const now = (): number => Number(process.hrtime.bigint()) / 1e6;
