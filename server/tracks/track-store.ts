import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { KeptTrack, TrackAbout } from '../contract/index.ts';
import { TRACKS_NAME } from '../database/data-files.ts';
import { openSqlite } from '../database/dialects/sqlite.ts';
import type { OpenDatabase } from '../database/open-database.ts';
import { StoreError } from '../database/store-error.ts';
import { clearAway, clearOld, unfinishedName } from './unfinished.ts';
import { pieceStore, type Piece, type PieceOutcome, type Received } from './pieces.ts';
import { putTrack, type OpenFile, type Place, type PutTrack } from './put-track.ts';
import { takeIn } from './take-in.ts';
import { TRACK_SCHEMA, type TrackDatabase } from './track-database.ts';

/**
 * The person's music: files in a folder, and what is known of them in a database beside them. Rejects with a
 * `StoreError`.
 */
export interface TrackStore {
  /** Resolves once the file would survive a power cut. On failure nothing of it remains. */
  put(id: string, bytes: Readable): Promise<PutTrack>;
  /** Takes the next bytes of a track. What has come of a piece that breaks off is kept. */
  append(piece: Piece, bytes: Readable): Promise<PieceOutcome>;
  /** How much of a track is here. */
  received(id: string): Promise<Received>;
  /** Absent: there is no such track. */
  describe(id: string, about: TrackAbout): Promise<KeptTrack | undefined>;
  list(): Promise<KeptTrack[]>;
  /** Absent: there is no such track. */
  read(id: string): Promise<{ readonly bytes: Readable; readonly sizeBytes: number } | undefined>;
  /** Also what has come of it so far. @returns false: there was no such track */
  delete(id: string): Promise<boolean>;
  /** Whether nothing that was deleted is left in the files. */
  isErased(): boolean;
  /** Another one whenever the store was opened anew; it may then have less than before. */
  opening(): string;
  /** Resolves if the store can be read. */
  check(): Promise<void>;
  close(): Promise<void>;
}

export interface TrackStorePorts {
  /** Created if needed, beside what is there, readable by its owner only. One process at a time. */
  readonly folder: string;
  readonly openFile?: OpenFile;
  /** Told what the person should know of the folder. */
  readonly notify?: (message: string) => void;
}

const CLEAR_EVERY_MS = 3_600_000;

/** @throws StoreError  (as a rejection) the folder or its database cannot be used */
export const openTrackStore = (ports: TrackStorePorts): Promise<TrackStore> =>
  explained(async () => {
    const { folder, openFile = openOnDisk, notify = () => undefined } = ports;
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    const database = await openList(join(folder, TRACKS_NAME), notify);
    try {
      clearAway(folder);
      await takeIn({ db: database.db, folder, notify });
    } catch (error) {
      await database.close();
      throw error;
    }
    return trackStore(database, { db: database.db, folder, openFile });
  });

/** A damaged list is moved aside and begun anew: the folder says what is in it, and the browser what was said of it. */
async function openList(
  file: string,
  notify: (message: string) => void,
): Promise<OpenDatabase<TrackDatabase>> {
  const open = () => openSqlite<TrackDatabase>(file, TRACK_SCHEMA);
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'corrupt') throw error;
    const aside = `${file}-damaged-${randomUUID().slice(0, 8)}`;
    renameSync(file, aside);
    for (const companion of ['-wal', '-shm']) rmSync(file + companion, { force: true });
    notify(`The list of music ${file} is damaged: it was moved to ${aside}, and a new one is made.`);
    return open();
  }
}

const trackStore = (database: OpenDatabase<TrackDatabase>, place: Place): TrackStore => {
  const { db, isErased } = database;
  const { folder } = place;
  const opening = randomUUID();
  const pathOf = (id: string): string => join(folder, id);
  const guarded = <T>(work: () => Promise<T>): Promise<T> => database.guarded(() => explained(work));
  const pieces = pieceStore(place);
  const clearing = setInterval(() => clearOld(folder), CLEAR_EVERY_MS).unref();
  return {
    put: (id, bytes) => guarded(() => putTrack(place, id, bytes)),
    append: (piece, bytes) => guarded(() => pieces.append(piece, bytes)),
    received: (id) => guarded(() => pieces.received(id)),
    describe: (id, about) => guarded(() => describe(db, id, about)),
    list: () =>
      guarded(async () => {
        const rows = await db.selectFrom('track').selectAll().orderBy('id').execute();
        // A file may have been taken away; what is said of it waits for it to come back.
        const files = new Set(readdirSync(folder));
        return rows
          .filter(({ id }) => files.has(id))
          .map(({ id, size_bytes: sizeBytes, about }) => ({
            id,
            sizeBytes,
            ...(about !== null && { about: JSON.parse(about) as TrackAbout }),
          }));
      }),
    read: (id) => guarded(() => readFile(pathOf(id))),
    delete: (id) =>
      guarded(async () => {
        // The files first: on a full disk that is the room to note it.
        pieces.forget(id);
        await rm(join(folder, unfinishedName(id)), { force: true });
        await rm(pathOf(id), { force: true });
        const remove = () => db.deleteFrom('track').where('id', '=', id).executeTakeFirstOrThrow();
        const { numDeletedRows } = await remove().catch((error: unknown) => {
          if (database.explain(error).code !== 'full') throw error;
          database.makeRoom();
          return remove();
        });
        if (numDeletedRows > 0n || !isErased()) database.erase();
        return numDeletedRows > 0n;
      }),
    isErased,
    opening: () => opening,
    check: () =>
      guarded(async () => {
        await db.selectFrom('track').select('id').limit(1).execute();
      }),
    close: () => {
      clearInterval(clearing);
      return database.close();
    },
  };
};

const describe = async (db: Place['db'], id: string, about: TrackAbout): Promise<KeptTrack | undefined> => {
  const row = await db
    .updateTable('track')
    .set({ about: JSON.stringify(about) })
    .where('id', '=', id)
    .returning('size_bytes as sizeBytes')
    .executeTakeFirst();
  return row && { id, ...row, about };
};

const openOnDisk: OpenFile = (path, how) => open(path, how, 0o600);

const readFile = async (path: string) => {
  const file = await open(path, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return undefined;
  const { size: sizeBytes } = await file.stat();
  return { bytes: file.createReadStream(), sizeBytes };
};

const FULL = new Set(['ENOSPC', 'EDQUOT']);

/** Turns errors of the file system into the store's. @throws StoreError  (as a rejection), and what is no such error */
const explained = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (error instanceof StoreError || !code.startsWith('E')) throw error;
    throw FULL.has(code)
      ? new StoreError('full', 'There is no room left on the disk.', { cause: error })
      : new StoreError('failed', `The kept music cannot be used: ${message}`, { cause: error });
  }
};
