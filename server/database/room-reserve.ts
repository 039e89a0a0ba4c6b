import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Room on the disk that is kept for deleting: a deletion writes before it frees. */
export interface RoomReserve {
  /** Gives the room back to the disk, for what is written next. */
  release(): void;
  /** Takes it again, if the disk has enough. */
  renew(): void;
}

export const RESERVE_BYTES = 2 * 1024 * 1024;

/** The reserve in a file of that name. Nothing of it throws: without it there is only less room. */
export const roomReserve = (file: string): RoomReserve => ({
  release: () => rmSync(file, { force: true }),
  renew: () => {
    try {
      if (statSync(file, { throwIfNoEntry: false })?.size === RESERVE_BYTES) return;
      const { bavail, bsize } = statfsSync(dirname(file));
      // The last of the room is for what the person does.
      if (bavail * bsize < 2 * RESERVE_BYTES) return;
      fill(file);
    } catch {
      rmSync(file, { force: true });
    }
  },
});

/** Zeros that are written, not skipped: a file with holes would hold no room. */
const fill = (file: string): void => {
  const handle = openSync(file, 'w', 0o600);
  try {
    const zeros = Buffer.alloc(RESERVE_BYTES);
    for (let at = 0; at < zeros.length;) at += writeSync(handle, zeros, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
