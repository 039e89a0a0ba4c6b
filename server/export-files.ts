import { createHash, hash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface MadeFile {
  readonly sizeBytes: number;
  /** Hexadecimal. */
  readonly sha256: string;
}

/** Files that jobs have made for somebody to fetch, by client and job. They are there whole, or not at all. */
export interface ExportFiles {
  /** The file of a job that was delivered twice stays the one that was there first. */
  put(client: string, id: string, bytes: AsyncIterable<Uint8Array>): Promise<MadeFile>;
  /** Absent: it is not there. */
  open(client: string, id: string): { readonly bytes: Readable; readonly sizeBytes: number } | undefined;
  /** Removes all of a client. */
  clear(client: string): Promise<void>;
  /** Removes what was last written before, epoch ms, also what was left half done. */
  clearBefore(ms: number): void;
}

/** @param folder  may not be there yet; all processes that make or hand out such files see the same one */
export const exportFilesIn = (folder: string): ExportFiles => {
  const folderOf = (client: string) => join(folder, hash('sha256', client).slice(0, 32));
  const fileOf = (client: string, id: string) => join(folderOf(client), `${id}.zip`);
  return {
    put: async (client, id, bytes) => {
      const target = fileOf(client, id);
      if (existsSync(target)) return madeFile(target);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      const partial = `${target}.${randomUUID().slice(0, 8)}.partial`;
      try {
        await pipeline(bytes, createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
        // Unlike a renaming, this does not replace what has come there meanwhile.
        await link(partial, target).catch((error: unknown) => {
          if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
        });
        await syncFolder(dirname(target));
        return await madeFile(target);
      } finally {
        await rm(partial, { force: true });
      }
    },
    open: (client, id) => {
      const file = fileOf(client, id);
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat && { bytes: createReadStream(file), sizeBytes: stat.size };
    },
    clear: (client) => rm(folderOf(client), { recursive: true, force: true }),
    clearBefore: (ms) => {
      if (!existsSync(folder)) return;
      for (const client of readdirSync(folder))
        for (const name of readdirSync(join(folder, client))) {
          const file = join(folder, client, name);
          const writtenMs = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
          if (writtenMs !== undefined && writtenMs < ms) rmSync(file, { force: true });
        }
    },
  };
};

const madeFile = async (file: string): Promise<MadeFile> => {
  const hashed = createHash('sha256');
  await pipeline(createReadStream(file), hashed);
  return { sizeBytes: statSync(file).size, sha256: hashed.digest('hex') };
};

const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const opened = await open(folder, 'r');
  try {
    await opened.sync();
  } finally {
    await opened.close();
  }
};
