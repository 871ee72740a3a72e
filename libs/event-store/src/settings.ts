import { pathOf } from './open.js';

/** Where the facts are and where what is made of them is kept; the same for every program of the tracker. */
export type StoreSettings = Readonly<{ eventStoreUrl: string; readFolder: string }>;

/** The variables of an environment. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable of the environment; one that is empty is not given. */
export const given = (env: Environment, name: string): string | undefined => (env[name] === '' ? undefined : env[name]);

/**
 * From the environment: `EVENT_STORE_URL`, and `READ_FOLDER` for the read side, which otherwise stands beside an embedded
 * store, or in the working folder where the store is a server.
 */
export function storeSettings(env: Environment): StoreSettings {
  const eventStoreUrl = given(env, 'EVENT_STORE_URL') ?? 'file:tracker.db';
  return { eventStoreUrl, readFolder: given(env, 'READ_FOLDER') ?? `${pathOf(eventStoreUrl) ?? 'tracker'}.read` };
}
