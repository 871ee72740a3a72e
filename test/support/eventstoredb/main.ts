import { failure, type Node } from './node.js';
import type { Command, Control, Reply } from './control.js';
import { Counters, Faults } from './faults.js';
import { Log } from './log.js';
import { listen } from './server.js';

/** The process of the double: it serves what is in its file, obeys its parent, and does not outlive it. */
const log = new Log(process.argv[2]!);
const faults = new Faults();
const counters = new Counters();
const subscriptions: Node['subscriptions'] = new Set();
let ports: readonly number[] = [];
let leader = 0;
let release = (): void => undefined;
let released = new Promise<void>((resolve) => (release = resolve));

const node = (member: number): Node => ({
  log,
  faults,
  counters,
  subscriptions,
  leader: () => (member === leader ? undefined : ports[leader]),
  released: async () => released,
});

const control: Control = {
  listen: async (wanted) => {
    ports = wanted;
    const members = (): { port: number; leads: boolean }[] => ports.map((port, member) => ({ port, leads: member === leader }));
    const bound = await Promise.all(wanted.map(async (port, member) => listen(node(member), members, port)));
    return bound.every(Boolean);
  },
  arm: (call, fault, times) => faults.arm(call, fault, times),
  recover: () => {
    faults.disarm();
    control.release();
    leader = 0;
    log.skew = 0;
  },
  facts: () => counters.facts(),
  release: () => {
    release();
    released = new Promise((resolve) => (release = resolve));
  },
  lead: (member) => {
    leader = member;
  },
  endSubscriptions: (code) => {
    for (const end of subscriptions) end(code === undefined ? undefined : failure(code, 'The subscription was dropped'));
  },
  skewClock: (milliseconds) => {
    log.skew = milliseconds;
  },
  write: (stream, events, gap) => void log.write(stream, events, gap),
  delete: (stream, deletion) => log.delete(stream, deletion),
};

async function obey({ name, args }: Command): Promise<unknown> {
  return (control[name] as (...args: unknown[]) => unknown)(...args);
}

process.on('message', (command: Command) => {
  const { id } = command;
  obey(command).then(
    (result) => process.send!({ id, result } satisfies Reply),
    (error: unknown) => process.send!({ id, error: String(error) } satisfies Reply),
  );
});
process.on('disconnect', () => process.exit());
