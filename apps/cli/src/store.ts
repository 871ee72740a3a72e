import { type StoreSettings, storeSettings } from '#event-store';

/** The option by which a command names the store. */
export type StoreOption = Readonly<{ store?: string }>;

/** Where the facts are: as told on the command line, else by the environment. */
export const settingsOf = ({ store }: StoreOption): StoreSettings =>
  storeSettings({ ...process.env, ...(store !== undefined && { EVENT_STORE_URL: store }) });
