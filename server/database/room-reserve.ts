import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Room on the disk that is kept for deleting: a deletion writes before it frees. */
export interface RoomReserve {
  /** Gives the room back to the disk, for what is written next. */
  readonly release: () => void;
  /** Takes it again, or more of it, if the disk has enough. */
  readonly renew: () => void;
}

/** What is free is mostly for what the person does. */
const SHARE_OF_FREE = 1 / 4;
const LEAST_BYTES = 64 * 1024;

/** The reserve in a file of that name. Nothing of it throws: without it there is only less room. */
export const roomReserve = (file: string, mostBytes: number): RoomReserve => ({
  release: () => rmSync(file, { force: true }),
  renew: () => {
    try {
      const has = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
      if (has >= mostBytes) return;
      const { bavail, bsize } = statfsSync(dirname(file));
      const wanted = Math.min(mostBytes, Math.floor(bavail * bsize * SHARE_OF_FREE));
      if (wanted >= Math.max(LEAST_BYTES, 2 * has)) fill(file, wanted);
    } catch {
      rmSync(file, { force: true });
    }
  },
});

/** Zeros that are written, not skipped: a file with holes would hold no room. */
const fill = (file: string, bytes: number): void => {
  const handle = openSync(file, 'w', 0o600);
  try {
    const zeros = Buffer.alloc(bytes);
    for (let at = 0; at < bytes;) at += writeSync(handle, zeros, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
