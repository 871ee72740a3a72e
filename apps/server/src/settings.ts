import { type Environment, given, type StoreSettings, storeSettings } from '#event-store';
import type { StreamSettings } from './feeds/stream/live-facts.js';

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type Settings = StoreSettings &
  Readonly<{ host: string; port: number; logLevel: (typeof LOG_LEVELS)[number]; stream: StreamSettings }>;

function wholeNumber(env: Environment, name: string, otherwise: number): number {
  const value = given(env, name) ?? String(otherwise);
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new Error(`${name} must be a whole number from 1 on, not '${value}'.`);
  return Number(value);
}

const streamSettings = (env: Environment): StreamSettings => ({
  heartbeat: 1000 * wholeNumber(env, 'STREAM_HEARTBEAT', 15),
  mostWaiting: wholeNumber(env, 'STREAM_BUFFER', 1_000_000),
  mostReaders: wholeNumber(env, 'STREAM_READERS', 10_000),
  lastWords: 2000,
});

/**
 * What the server is told by its environment.
 * @throws Error naming the variable that is wrong
 */
export function settings(env: Environment): Settings {
  const port = Number(given(env, 'PORT') ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a number from 0 to 65535, not '${env.PORT}'.`);
  const logLevel = LOG_LEVELS.find((level) => level === (given(env, 'LOG_LEVEL') ?? 'info'));
  if (!logLevel) throw new Error(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}, not '${env.LOG_LEVEL}'.`);
  return { ...storeSettings(env), host: given(env, 'HOST') ?? '127.0.0.1', port, logLevel, stream: streamSettings(env) };
}
