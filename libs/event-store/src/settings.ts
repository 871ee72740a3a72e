import { pathOf } from './open.js';

/** Where the facts are and where what is made of them is kept; the same for every program of the tracker. */
export type StoreSettings = Readonly<{ eventStoreUrl: string; readFolder: string }>;

/**
 * From the environment: `EVENT_STORE_URL`, and `READ_FOLDER` for the read side, which otherwise stands beside an embedded
 * store, or in the working folder where the store is a server.
 */
export function storeSettings(env: Readonly<Record<string, string | undefined>>): StoreSettings {
  const eventStoreUrl = env.EVENT_STORE_URL ?? 'file:tracker.db';
  return { eventStoreUrl, readFolder: env.READ_FOLDER ?? `${pathOf(eventStoreUrl) ?? 'tracker'}.read` };
}
