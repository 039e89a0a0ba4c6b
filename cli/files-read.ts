import { statSync } from 'node:fs';

/** Device and number of every file that this run has read; links to it, hard or soft, have the same. */
const read = new Set<string>();

const identityOf = (path: string): string | undefined => {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats?.isFile() ? `${stats.dev}:${stats.ino}` : undefined;
};

/** Remembers an input, so that no output takes its place. */
export function noteRead(path: string): void {
  const identity = identityOf(path);
  if (identity !== undefined) read.add(identity);
}

/** Whether `path` is a file that was read, under whatever name. */
export function wasRead(path: string): boolean {
  const identity = identityOf(path);
  return identity !== undefined && read.has(identity);
}
