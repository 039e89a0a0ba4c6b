import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import { MAX_TRACK_BYTES } from '../contract/index.ts';
import { idOfHash } from './file-id.ts';
import type { TrackDatabase } from './track-database.ts';

export type PutTrack = 'created' | 'known' | 'too-large' | 'other-bytes';

/** `wx`: a new file; `a`: to write on at the end of one that may be there. */
export type OpenFile = (
  path: string,
  how: 'wx' | 'a',
) => Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>;

export interface Place {
  readonly db: Kysely<TrackDatabase>;
  readonly folder: string;
  readonly openFile: OpenFile;
}

/** Written under a temporary name until all of it is on disk and verified. */
export const putTrack = async (place: Place, id: string, bytes: Readable): Promise<PutTrack> => {
  const incoming = join(place.folder, `incoming-${randomUUID()}`);
  const hash = createHash('sha256');
  try {
    const sizeBytes = await receive(await place.openFile(incoming, 'wx'), bytes, (chunk, size) => {
      hash.update(chunk);
      return size <= MAX_TRACK_BYTES;
    });
    if (sizeBytes > MAX_TRACK_BYTES) return 'too-large';
    if (idOfHash(hash.digest('hex')) !== id) return 'other-bytes';
    return await keepFile(place, { id, sizeBytes, incoming });
  } finally {
    await rm(incoming, { force: true });
  }
};

/**
 * Writes what comes and waits for the disk; what came of a stream that breaks off is in the file.
 *
 * @param isWanted  sees each piece with the size that it makes; on false no more is read
 * @returns how many bytes came
 */
export const receive = async (
  file: Awaited<ReturnType<OpenFile>>,
  bytes: Readable,
  isWanted: (chunk: Buffer, sizeBytes: number) => boolean,
): Promise<number> => {
  let sizeBytes = 0;
  try {
    // Not destroyed on an early return: the sender should get the reason.
    for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length;
      if (!isWanted(chunk, sizeBytes)) break;
      await file.writeFile(chunk);
    }
    await file.sync();
    return sizeBytes;
  } finally {
    await file.close();
    bytes.resume();
  }
};

export interface Verified {
  readonly id: string;
  readonly sizeBytes: number;
  /** A file that is whole, verified and on disk. */
  readonly incoming: string;
}

/** Gives a file its name and its line. */
export const keepFile = async (
  { db, folder }: Pick<Place, 'db' | 'folder'>,
  { id, sizeBytes, incoming }: Verified,
): Promise<'created' | 'known'> => {
  const known = await db.selectFrom('track').select('id').where('id', '=', id).executeTakeFirst();
  await rename(incoming, join(folder, id));
  syncFolder(folder);
  if (known) return 'known';
  await noteTrack(db, { id, sizeBytes }).catch(async (error: unknown) => {
    await rm(join(folder, id), { force: true });
    throw error;
  });
  return 'created';
};

/** Gives a file its line, of which nothing is said yet. */
export const noteTrack = async (
  db: Place['db'],
  { id, sizeBytes }: Pick<Verified, 'id' | 'sizeBytes'>,
): Promise<void> => {
  await db
    .insertInto('track')
    .values({ id, size_bytes: sizeBytes })
    .onConflict((it) => it.column('id').doNothing())
    .execute();
};

/**
 * Flushes the folder, without which a new name may not be on disk. Not needed on Windows, where it is not possible.
 */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
};
