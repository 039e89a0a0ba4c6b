import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream, existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import SqliteDatabase from 'better-sqlite3';
import { pack, type Pack } from 'tar-stream';
import { VERSION } from '../contract/index.ts';
import {
  MASTER_KEY_NAME,
  MUSIC_NAME,
  SEAL_KEY_NAME,
  SESSIONS_NAME,
  TRACKS_NAME,
} from '../database/data-files.ts';
import { BackupError, explainBackup } from './backup-error.ts';
import { noteBackup } from './backup-note.ts';
import { isAccountFolder, MANIFEST_NAME, type BackedFile, type Manifest } from './manifest.ts';
import { snapshotSqlite } from './sqlite-snapshot.ts';

export interface BackupOptions {
  /** The data folder; a service may be running on it. */
  readonly folder: string;
  /** What copies the session log as it is at one moment; absent: of the file in the folder. */
  readonly snapshot?: Snapshot;
  /** A file that is not there yet. */
  readonly to: string;
  /** The key that clients' keys are locked with; absent: it is not put in. */
  readonly keyFile?: string;
  /** Ends it, with nothing left. */
  readonly signal?: AbortSignal;
  /** Told how much is done, 0…1, more or less. */
  readonly onShare?: (share: number) => void;
}

/** Copies a session log into a SQLite file. @returns when it was, ms; what was acknowledged before is in it */
export type Snapshot = (to: string, onShare: (share: number) => void) => Promise<{ readonly atMs: number }>;

/** Databases are copied first, then packed. */
const SNAPSHOT_SHARE = 0.3;

/**
 * Writes all that a data folder keeps into one gzipped tar, beside a service that goes on: the session log as it is at
 * one moment, the list of music, the pieces on it, and at the end a manifest with the hash of each. The file appears
 * when it is whole and on disk; else nothing is left.
 *
 * Cost: room for the databases once more while it is made, beside the file.
 * @throws BackupError  (as a rejection)
 */
export const makeBackup = async ({
  folder,
  to,
  signal,
  keyFile,
  ...options
}: BackupOptions): Promise<Manifest> => {
  const onShare = (share: number): void => {
    signal?.throwIfAborted();
    options.onShare?.(share);
  };
  const [from, target] = [resolve(folder), resolve(to)];
  const snapshot: Snapshot =
    options.snapshot ?? ((file, onShare) => snapshotSqlite(join(from, SESSIONS_NAME), file, { onShare }));
  if (!options.snapshot && !existsSync(join(from, SESSIONS_NAME)))
    throw new BackupError(
      'nothing-there',
      `There is no session log in ${from}. Name the data folder (--data).`,
    );
  refuseExisting(target);
  const work = `${target}.${randomUUID().slice(0, 8)}.partial`;
  try {
    mkdirSync(work, { mode: 0o700 });
    const archive = join(work, 'archive');
    const manifest = await writeArchive({
      ...{ from, snapshot, work, archive, onShare },
      ...(keyFile !== undefined && { keyFile }),
    });
    await syncPath(archive);
    // Unlike a renaming, this does not replace what has come there meanwhile.
    linkSync(archive, target);
    await syncPath(dirname(target));
    noteBackup(from, { madeAtMs: manifest.madeAtMs });
    return manifest;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') refuseExisting(target);
    throw explainBackup(error, `The backup ${target}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

const refuseExisting = (target: string): void => {
  if (existsSync(target))
    throw new BackupError(
      'in-the-way',
      `${target} is there already. Name a file that is not there yet (--to).`,
    );
};

interface Writing {
  readonly from: string;
  readonly snapshot: Snapshot;
  /** A folder for what is only there meanwhile. */
  readonly work: string;
  readonly archive: string;
  readonly keyFile?: string;
  readonly onShare: (share: number) => void;
}

const writeArchive = async (writing: Writing): Promise<Manifest> => {
  const { from, snapshot, work, archive, onShare, keyFile } = writing;
  const sessions = join(work, 'sessions');
  const { atMs: madeAtMs } = await snapshot(sessions, (share) => onShare(share * SNAPSHOT_SHARE));
  const sealKey = join(from, SEAL_KEY_NAME);
  const wanted = [
    { name: SESSIONS_NAME, path: sessions },
    ...(existsSync(sealKey) ? [{ name: SEAL_KEY_NAME, path: sealKey }] : []),
    ...(keyFile !== undefined && existsSync(keyFile) ? [{ name: MASTER_KEY_NAME, path: keyFile }] : []),
    ...(await musicIn(from, work)),
  ];
  const totalBytes = wanted.reduce((sum, { path }) => sum + statSync(path).size, 0);
  let doneBytes = 0;
  const tar = pack();
  const written = pipeline(
    tar,
    createGzip({ level: 4 }),
    createWriteStream(archive, { flags: 'wx', mode: 0o600 }),
  );
  const packing = async (): Promise<Manifest> => {
    const files: BackedFile[] = [];
    for (const { name, path } of wanted) {
      const file = await addFile(tar, name, path);
      doneBytes += file?.sizeBytes ?? 0;
      if (file) files.push(file);
      onShare(SNAPSHOT_SHARE + (1 - SNAPSHOT_SHARE) * (doneBytes / Math.max(1, totalBytes)));
    }
    const manifest: Manifest = { attune: 'backup', format: 1, version: VERSION, madeAtMs, files };
    tar.entry({ name: MANIFEST_NAME, mode: 0o600 }, `${JSON.stringify(manifest, undefined, 1)}\n`);
    tar.finalize();
    return manifest;
  };
  // What fails on the disk ends the packing, which would wait for it for ever, and the other way round.
  const failed = written.then(() => new Promise<never>(() => undefined));
  const packed = packing().catch((error: unknown) => {
    tar.destroy(error instanceof Error ? error : new Error(String(error)));
    throw error;
  });
  const manifest = await Promise.race([packed, failed]);
  await written;
  return manifest;
};

interface Wanted {
  readonly name: string;
  readonly path: string;
}

/** The lists of music, one person's or each account's, and the pieces on them. */
const musicIn = async (from: string, work: string): Promise<readonly Wanted[]> => {
  const music = join(from, MUSIC_NAME);
  const folders = existsSync(music) ? readdirSync(music).filter(isAccountFolder) : [];
  const wanted: Wanted[] = [];
  for (const [i, folder] of [MUSIC_NAME, ...folders.map((it) => `${MUSIC_NAME}/${it}`)].entries()) {
    const name = `${folder}/${TRACKS_NAME}`;
    const list = join(work, `tracks-${i}`);
    if (!existsSync(join(from, name))) continue;
    await snapshotSqlite(join(from, name), list);
    wanted.push({ name, path: list }, ...piecesOn(list, from, folder));
  }
  return wanted;
};

/** The pieces on the list that are in the folder: one that was deleted since is not asked for. */
const piecesOn = (list: string, from: string, folder: string): readonly Wanted[] => {
  const database = new SqliteDatabase(list, { readonly: true });
  try {
    const rows = database.prepare('select id from track order by id').all() as { readonly id: string }[];
    const there = new Set(readdirSync(join(from, folder)));
    return rows
      .filter(({ id }) => there.has(id))
      .map(({ id }) => ({ name: `${folder}/${id}`, path: join(from, folder, id) }));
  } finally {
    database.close();
  }
};

/** Absent: it was deleted before its turn came. A piece never changes: what is open is read to its end. */
const addFile = async (tar: Pack, name: string, path: string): Promise<BackedFile | undefined> => {
  const file = await open(path, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return undefined;
  const { size: sizeBytes } = await file.stat();
  const hash = createHash('sha256');
  const entry = tar.entry({ name, size: sizeBytes, mode: 0o600 });
  await pipeline(
    file.createReadStream(),
    async function* (bytes: AsyncIterable<Buffer>) {
      for await (const chunk of bytes) {
        hash.update(chunk);
        yield chunk;
      }
    },
    entry,
  );
  return { name, sizeBytes, sha256: hash.digest('hex') };
};

/** Not needed on Windows for folders, where it is not possible. */
const syncPath = async (path: string): Promise<void> => {
  if (process.platform === 'win32' && statSync(path).isDirectory()) return;
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
};
