import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export interface BackupPlan {
  readonly dir: string;
  readonly everyHours: number;
  /** How many are kept; older ones are deleted. */
  readonly kept: number;
}

const NAME = /^attune-\d{4}-\d\d-\d\dT\d\d-\d\d\.tar\.gz$/;

/**
 * The backup of a time: made if it is not there yet, in a folder that may have others. Of those of its name the oldest
 * beyond `kept` are deleted, and only when the new one is there.
 *
 * @param fromMs  the time that it is named after, epoch ms
 * @throws BackupError  (as a rejection)
 */
export const backUpOnce = async (
  folder: string,
  { dir, kept }: BackupPlan,
  { fromMs, signal }: { readonly fromMs: number; readonly signal: AbortSignal },
): Promise<string> => {
  const name = `attune-${new Date(fromMs).toISOString().slice(0, 16).replace(':', '-')}.tar.gz`;
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (!existsSync(join(dir, name))) {
    const { makeBackup } = await import('./make-backup.ts');
    await makeBackup({ folder, to: join(dir, name), signal });
  }
  const all = readdirSync(dir)
    .filter((it) => NAME.test(it))
    .sort();
  for (const old of all.slice(0, Math.max(0, all.length - kept))) rmSync(join(dir, old), { force: true });
  return name;
};
