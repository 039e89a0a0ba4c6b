import { createHash, randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Kysely } from 'kysely';
import { MAX_TRACK_BYTES, type KeptTrack, type TrackAbout } from '../contract/index.ts';
import { openSqlite } from '../database/dialects/sqlite.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { StoreError } from '../database/store-error.ts';
import { TRACK_SCHEMA, type TrackDatabase } from './track-database.ts';

export type PutTrack = 'created' | 'known' | 'too-large' | 'other-bytes';

/**
 * The person's music: files in a folder, and what is known of them in a database beside them. Rejects with a
 * `StoreError`.
 */
export interface TrackStore {
  /** Resolves once the file would survive a power cut. On failure nothing of it remains. */
  put(id: string, bytes: Readable): Promise<PutTrack>;
  /** Absent: there is no such track. */
  describe(id: string, about: TrackAbout): Promise<KeptTrack | undefined>;
  list(): Promise<KeptTrack[]>;
  /** Absent: there is no such track. */
  read(id: string): Promise<{ readonly bytes: Readable; readonly sizeBytes: number } | undefined>;
  /** @returns false: there was no such track */
  delete(id: string): Promise<boolean>;
  close(): Promise<void>;
}

export interface TrackStorePorts {
  /** Created if needed, readable by its owner only. One process at a time. */
  readonly folder: string;
  readonly openFile?: (path: string) => Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>;
}

const UNFINISHED = /^incoming-/;
const KEPT = /^own-[0-9a-f]{16}$/;

/** @throws StoreError  (as a rejection) the folder or its database cannot be used */
export const openTrackStore = ({ folder, openFile = createFile }: TrackStorePorts): Promise<TrackStore> =>
  guarded(async () => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const database = await openSqlite<TrackDatabase>(join(folder, 'tracks.sqlite'), TRACK_SCHEMA);
    try {
      await tidy(database.db, folder);
    } catch (error) {
      await database.db.destroy();
      throw error;
    }
    return trackStore(database, { folder, openFile });
  });

const trackStore = (
  { db, explain, purge }: OpenDatabase<TrackDatabase>,
  { folder, openFile }: Required<TrackStorePorts>,
): TrackStore => {
  const pathOf = (id: string): string => join(folder, id);
  const guardedBoth = <T>(work: () => Promise<T>): Promise<T> => guarded(work, explain);
  return {
    put: (id, bytes) => guardedBoth(() => put({ db, folder, openFile }, id, bytes)),
    describe: (id, about) =>
      guardedBoth(async () => {
        const set = { about: JSON.stringify(about) };
        const row = await db
          .updateTable('track')
          .set(set)
          .where('id', '=', id)
          .returning('size_bytes as sizeBytes')
          .executeTakeFirst();
        return row && { id, ...row, about };
      }),
    list: () =>
      guardedBoth(async () => {
        const rows = await db.selectFrom('track').selectAll().orderBy('id').execute();
        return rows.map(({ id, size_bytes: sizeBytes, about }) => ({
          id,
          sizeBytes,
          ...(about !== null && { about: JSON.parse(about) as TrackAbout }),
        }));
      }),
    read: (id) => guardedBoth(() => readFile(pathOf(id))),
    delete: (id) =>
      guardedBoth(async () => {
        const { numDeletedRows } = await db
          .deleteFrom('track')
          .where('id', '=', id)
          .executeTakeFirstOrThrow();
        await rm(pathOf(id), { force: true });
        await purge();
        return numDeletedRows > 0n;
      }),
    close: () => guardedBoth(() => db.destroy()),
  };
};

const createFile = (path: string): Promise<FileHandle> => open(path, 'wx', 0o600);

interface Place extends Required<TrackStorePorts> {
  readonly db: Kysely<TrackDatabase>;
}

/** Written under a temporary name until all of it is on disk and verified. */
const put = async ({ db, folder, openFile }: Place, id: string, bytes: Readable): Promise<PutTrack> => {
  const incoming = join(folder, `incoming-${randomUUID()}`);
  try {
    const came = await receive(await openFile(incoming), bytes);
    if (came === undefined) return 'too-large';
    if (`own-${came.hash.slice(0, 16)}` !== id) return 'other-bytes';
    const known = await db.selectFrom('track').select('id').where('id', '=', id).executeTakeFirst();
    await rename(incoming, join(folder, id));
    syncFolder(folder);
    if (known) return 'known';
    await db
      .insertInto('track')
      .values({ id, size_bytes: came.sizeBytes })
      .onConflict((it) => it.column('id').doNothing())
      .execute()
      .catch(async (error: unknown) => {
        await rm(join(folder, id), { force: true });
        throw error;
      });
    return 'created';
  } finally {
    await rm(incoming, { force: true });
  }
};

/** @returns `undefined` if it is too large */
const receive = async (file: Awaited<ReturnType<Place['openFile']>>, bytes: Readable) => {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  try {
    // Not destroyed on an early return: the sender should get the reason.
    for await (const chunk of bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      sizeBytes += chunk.length;
      if (sizeBytes > MAX_TRACK_BYTES) return undefined;
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    await file.sync();
    return { sizeBytes, hash: hash.digest('hex') };
  } finally {
    await file.close();
    bytes.resume();
  }
};

const readFile = async (path: string) => {
  const file = await open(path, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return undefined;
  const { size: sizeBytes } = await file.stat();
  return { bytes: file.createReadStream(), sizeBytes };
};

/** Removes what a crash left half done: files without a row, and rows without a file. */
const tidy = async (db: Kysely<TrackDatabase>, folder: string): Promise<void> => {
  const rows = await db.selectFrom('track').select('id').execute();
  const known = new Set(rows.map(({ id }) => id));
  const files = readdirSync(folder);
  for (const name of files)
    if (UNFINISHED.test(name) || (KEPT.test(name) && !known.has(name))) rmSync(join(folder, name));
  const lost = rows.filter(({ id }) => !files.includes(id));
  for (const { id } of lost) await db.deleteFrom('track').where('id', '=', id).execute();
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

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Runs work on files and the database, either of which may fail. @throws StoreError  (as a rejection) */
const guarded = async <T>(
  work: () => Promise<T>,
  explainDatabase: (error: unknown) => StoreError = explainFile,
): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw code.startsWith('E') ? explainFile(error) : explainDatabase(error);
  }
};

const explainFile = (error: unknown): StoreError => {
  if (error instanceof StoreError) return error;
  const { code = '', message } = error as NodeJS.ErrnoException;
  return FULL.has(code)
    ? new StoreError('full', 'There is no room left on the disk.', { cause: error })
    : new StoreError('failed', `The kept music cannot be used: ${message}`, { cause: error });
};
