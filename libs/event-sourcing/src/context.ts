import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Who is asking, by which way in, as part of which conversation (`correlationId`) and by which request of it
 * (`causationId`), and on which revision of what the request is about the asker has decided.
 */
export type Context = Readonly<{ actor: string; via: string; correlationId: string; causationId: string; ifMatch?: bigint | undefined }>;

const storage = new AsyncLocalStorage<Context>();

/** Runs `work` on behalf of somebody; all that is recorded on the way carries it. */
export const inContext = <T>(context: Context, work: () => T): T => storage.run(context, work);

/** On whose behalf this runs. Throws where nobody said so: nothing is recorded without it. */
export function currentContext(): Context {
  const context = storage.getStore();
  if (!context) throw new Error('Nothing can be recorded without saying who records it: use inContext.');
  return context;
}
