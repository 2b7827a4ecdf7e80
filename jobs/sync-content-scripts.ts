import { type PageFiles, planRegistration, type RegistrationFacts } from '../core/sites/registration-plan.ts';

/** The job's access to the browser. The background passes the real one. */
export interface ScriptSyncDeps {
  /** Reads the current state. */
  facts(): Promise<RegistrationFacts>;
  register(hosts: readonly string[], files: PageFiles): Promise<void>;
  unregister(hosts: readonly string[]): Promise<void>;
  inject(host: string, files: PageFiles): Promise<void>;
  giveUp(hosts: readonly string[]): Promise<void>;
}

/**
 * Creates the job that keeps the registered scripts in sync with the sites that the user added and the granted
 * permissions. It may be called at any time and any number of times; runs are queued. The next call retries failed
 * steps.
 */
export function createScriptSync(deps: ScriptSyncDeps): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => syncOnce(deps)).catch(() => undefined);
    return last;
  };
}

async function syncOnce(deps: ScriptSyncDeps): Promise<void> {
  const facts = await deps.facts();
  const { register, unregister, fresh, giveUp } = planRegistration(facts);
  if (unregister.length > 0) await deps.unregister(unregister);
  if (register.length > 0) await deps.register(register, facts.files);
  // A page that closes in the meantime must not block the others.
  await Promise.allSettled(fresh.map((host) => deps.inject(host, facts.files)));
  if (giveUp.length > 0) await deps.giveUp(giveUp);
}
