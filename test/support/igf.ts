import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/** What a run of the command line gave. */
export type Ran = Readonly<{ exitCode: number | null; stdout: string; stderr: string }>;

/** Runs `igf` as a process of its own, with no other environment than the one given. */
export async function igf(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const child = spawn(process.execPath, ['dist/apps/cli/src/main.js', ...args], { env: { PATH: process.env.PATH, ...env } });
  child.stdin.end();
  const exit = new Promise<number | null>((resolve) => child.on('exit', resolve));
  const [stdout, stderr, exitCode] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { exitCode, stdout, stderr };
}
