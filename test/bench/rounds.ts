/** Where the bench tells how far it has come. */
export type Tell = (message: string) => void;

/** One way of doing a job: does its share of a round, and says at which speed. */
export type Contestant = (round: number) => Promise<number>;

/** How fast something does a number of things, in things per second. */
export async function speed(things: number, work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (things / (performance.now() - start)) * 1000;
}

/** Has all contestants do each round side by side, the order turned round each time, so that noise of the machine meets all. */
export async function interleaved<Name extends string>(
  rounds: number,
  contestants: Readonly<Record<Name, Contestant>>,
  tell: Tell,
): Promise<Readonly<Record<Name, number[]>>> {
  const names = Object.keys(contestants) as Name[];
  const results = Object.fromEntries(names.map((name): [Name, number[]] => [name, []])) as Record<Name, number[]>;
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) results[name].push(await contestants[name](round));
    tell(`  round ${round + 1} of ${rounds}: ${names.map((name) => `${name} ${Math.round(results[name][round]!)}/s`).join(', ')}`);
  }
  return results;
}
