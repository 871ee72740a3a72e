import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

// Loaded before a program whose output shall be the same whenever it runs: its clock stands still, and the ids that it
// makes up are counted.

const NOW = Date.UTC(2026, 10, 22, 12);

globalThis.Date = class extends Date {
  constructor(...parts: readonly unknown[]) {
    super(...((parts.length === 0 ? [NOW] : parts) as [number]));
  }

  static override now(): number {
    return NOW;
  }
} as DateConstructor;

let made = 0;

crypto.randomUUID = (): crypto.UUID => {
  made += 1;
  const digits = crypto.createHash('sha256').update(String(made)).digest('hex');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-8${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
};
syncBuiltinESMExports();
