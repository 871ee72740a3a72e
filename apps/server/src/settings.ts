import { type StoreSettings, storeSettings } from '#event-store';

export type Settings = StoreSettings & Readonly<{ host: string; port: number; logLevel: string }>;

/**
 * What the server is told by its environment.
 * @throws Error naming the variable that is wrong
 */
export function settings(env: Readonly<Record<string, string | undefined>>): Settings {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT must be a number from 0 to 65535, not '${env.PORT}'.`);
  return { ...storeSettings(env), host: env.HOST ?? '127.0.0.1', port, logLevel: env.LOG_LEVEL ?? 'info' };
}
