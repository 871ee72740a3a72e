import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What a run of a program gave. */
export type Ran = Readonly<{ exitCode: number | null; stdout: string; stderr: string }>;

type Env = Readonly<Record<string, string>>;

/** Runs `igf` as a process of its own, with no other environment than the one given. */
export const igf = async (args: readonly string[], env: Env = {}): Promise<Ran> => run(['dist/apps/cli/src/main.js', ...args], env);

/** Runs a program of ours until it ends. */
export async function run(args: readonly string[], env: Env): Promise<Ran> {
  const child = spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...env } });
  child.stdin.end();
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { exitCode, stdout, stderr };
}
