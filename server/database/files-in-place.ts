import { statSync } from 'node:fs';

/** Which file is at a path now, apart from its name and content; absent: none, or it cannot be asked for. */
const fileAt = (path: string): { readonly dev: bigint; readonly ino: bigint } | undefined => {
  try {
    return statSync(path, { bigint: true, throwIfNoEntry: false });
  } catch {
    return undefined;
  }
};

/**
 * Gives a function that says whether at each of `paths` there still is the very file that is there now. A file that
 * was deleted or replaced stays writable for whoever has it open, and what is written to it is lost when it is closed.
 *
 * Cost: some microseconds a path.
 */
export const filesInPlace = (paths: readonly string[]): (() => boolean) => {
  const before = paths.map(fileAt);
  return () =>
    paths.every((path, i) => {
      const now = fileAt(path);
      return now?.ino === before[i]?.ino && now?.dev === before[i]?.dev;
    });
};
