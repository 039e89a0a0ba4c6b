import type { Table } from 'dexie';
import { storage } from '../../../kit/secure-only.ts';

/** The files themselves, by the track's id. */
export interface TrackBytes {
  /** @throws DOMException  `QuotaExceededError` where there is no room */
  put(id: string, file: Blob): Promise<void>;
  get(id: string): Promise<Blob | undefined>;
  remove(id: string): Promise<void>;
}

export interface BytesRow {
  readonly id: string;
  readonly bytes: ArrayBuffer;
  readonly type: string;
}

const FOLDER = 'own-music';

/** In a table. The bytes and not the Blob: Safari has lost Blobs in IndexedDB. */
export const tableBytes = (table: Table<BytesRow, string>): TrackBytes => ({
  put: async (id, file) => {
    await table.put({ id, bytes: await file.arrayBuffer(), type: file.type });
  },
  get: async (id) => {
    const row = await table.get(id);
    return row && new Blob([row.bytes], { type: row.type });
  },
  remove: (id) => table.delete(id),
});

/** In the browser's private file system. */
export function folderBytes(root: () => Promise<FileSystemDirectoryHandle>): TrackBytes {
  const folder = async (): Promise<FileSystemDirectoryHandle> =>
    (await root()).getDirectoryHandle(FOLDER, { create: true });
  return {
    put: async (id, file) => {
      const handle = await (await folder()).getFileHandle(id, { create: true });
      const out = await handle.createWritable();
      await out.write(file);
      await out.close();
    },
    get: async (id) => {
      const handle = await (await folder()).getFileHandle(id).catch(() => undefined);
      const file = await handle?.getFile();
      return file && file.size > 0 ? file : undefined;
    },
    remove: async (id) => (await folder()).removeEntry(id).catch(() => undefined),
  };
}

/** The first that can, and whichever has it: not every browser that has a file system lets a page write to it. */
export const firstThatCan = (first: TrackBytes, second: TrackBytes): TrackBytes => ({
  put: (id, file) =>
    first.put(id, file).catch(async (cause: unknown) => {
      await first.remove(id).catch(() => undefined);
      if (isFull(cause)) throw cause;
      await second.put(id, file);
    }),
  get: async (id) => (await first.get(id).catch(() => undefined)) ?? second.get(id),
  remove: async (id) => {
    await first.remove(id).catch(() => undefined);
    await second.remove(id);
  },
});

/** The browser has no more room. */
export const isFull = (cause: unknown): boolean =>
  cause instanceof Error && cause.name === 'QuotaExceededError';

/** Where this browser keeps the files. */
export function browserBytes(table: Table<BytesRow, string>): TrackBytes {
  const inTable = tableBytes(table);
  const inBrowser: Partial<StorageManager> | undefined = storage();
  const folder = inBrowser?.getDirectory?.bind(inBrowser);
  return folder ? firstThatCan(folderBytes(folder), inTable) : inTable;
}
