import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** How long the pieces of an upload wait for the next one. */
const PIECES_KEPT_MS = 86_400_000;

/** A file that comes as a whole; nobody goes on with it. */
const WHOLE = /^incoming-(?!own-)/;
const PIECES = /^incoming-own-[0-9a-f]{16}$/;

/** The file that gathers the pieces of a track. */
export const unfinishedName = (id: string): string => `incoming-${id}`;

/** Removes what uploads have left that nobody goes on with, while nothing is being received. */
export const clearAway = (folder: string): void => {
  for (const name of readdirSync(folder))
    if (WHOLE.test(name) || isOld(folder, name)) rmSync(join(folder, name), { force: true });
};

/** Removes pieces whose next one has not come. Nothing of it throws. */
export const clearOld = (folder: string): void => {
  try {
    for (const name of readdirSync(folder))
      if (isOld(folder, name)) rmSync(join(folder, name), { force: true });
  } catch {
    // The folder is gone; whoever uses it next is told.
  }
};

const isOld = (folder: string, name: string): boolean => {
  if (!PIECES.test(name)) return false;
  const stat = statSync(join(folder, name), { throwIfNoEntry: false });
  return stat !== undefined && Date.now() - stat.mtimeMs > PIECES_KEPT_MS;
};
