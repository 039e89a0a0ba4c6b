import { storage } from '../../kit/secure-only.ts';

/** The sessions' own database, which is still needed while the service has sessions to delete. */
const OUTBOX = 'attune';

/**
 * Empties this browser's storage of all that came from this page: databases, settings, files, the copies of the app
 * itself.
 *
 * @param but what is still needed
 */
export async function sweep(but: { readonly outbox: boolean }): Promise<void> {
  attempt(() => localStorage.clear());
  attempt(() => sessionStorage.clear());
  const databases = await indexedDB.databases().catch(() => []);
  for (const { name } of databases)
    if (name !== undefined && !(but.outbox && name === OUTBOX)) indexedDB.deleteDatabase(name);
  // Over plain http there is neither.
  const { caches } = globalThis as { caches?: CacheStorage };
  for (const name of (await caches?.keys()) ?? []) await caches?.delete(name);
  const root = await storage()
    ?.getDirectory()
    .catch(() => undefined);
  for await (const name of root?.keys() ?? []) await root?.removeEntry(name, { recursive: true });
}

function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // A browser that refuses storage has nothing in it.
  }
}
