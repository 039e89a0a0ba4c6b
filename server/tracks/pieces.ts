import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { idOfFile } from './file-id.ts';
import { keepFile, receive, type Place } from './put-track.ts';
import { unfinishedName } from './unfinished.ts';

/** The next bytes of a track. */
export interface Piece {
  readonly id: string;
  /** How many bytes come before it. */
  readonly offset: number;
  /** How many bytes the whole track has. */
  readonly length: number;
}

export interface Received {
  readonly offset: number;
  /** It is kept. */
  readonly complete: boolean;
}

export type PieceOutcome =
  | ({ readonly kind: 'taken' } & Received)
  /** This piece was the last that was missing. */
  | { readonly kind: 'created'; readonly offset: number }
  /** It does not begin where the bytes that are here end. */
  | { readonly kind: 'wrong-offset'; readonly offset: number }
  /** They are not the bytes of the id, or more than there are; all pieces are thrown away. */
  | { readonly kind: 'other-bytes' };

/** Tracks that come piece by piece, each in a file of its own until it is whole. */
export interface PieceStore {
  append(piece: Piece, bytes: Readable): Promise<PieceOutcome>;
  received(id: string): Promise<Received>;
  /** Ends what is being received of it. */
  forget(id: string): void;
}

interface Receiving {
  readonly bytes: Readable;
  readonly done: Promise<unknown>;
}

export const pieceStore = (place: Place): PieceStore => {
  const pathOf = (id: string): string => join(place.folder, unfinishedName(id));
  const receiving = new Map<string, Receiving>();

  const received = async (id: string): Promise<Received> => {
    const kept = await place.db.selectFrom('track').select('id').where('id', '=', id).executeTakeFirst();
    const whole = kept && (await sizeOf(join(place.folder, id)));
    return whole === undefined
      ? { offset: (await sizeOf(pathOf(id))) ?? 0, complete: false }
      : { offset: whole, complete: true };
  };
  const take = async ({ id, offset, length }: Piece, bytes: Readable): Promise<PieceOutcome> => {
    const before = await received(id);
    if (before.complete) return { kind: 'taken', ...before };
    if (before.offset !== offset) return { kind: 'wrong-offset', offset: before.offset };
    const file = await place.openFile(pathOf(id), 'a');
    const more = await receive(file, bytes, (_chunk, size) => offset + size <= length);
    const sizeBytes = offset + more;
    if (sizeBytes < length) return { kind: 'taken', offset: sizeBytes, complete: false };
    if (sizeBytes > length || (await idOfFile(pathOf(id))) !== id) {
      await rm(pathOf(id), { force: true });
      return { kind: 'other-bytes' };
    }
    await keepFile(place, { id, sizeBytes, incoming: pathOf(id) });
    return { kind: 'created', offset: sizeBytes };
  };
  const forget = (id: string): void => {
    receiving.get(id)?.bytes.destroy(new Error('another request goes on with it'));
  };
  return {
    received,
    forget,
    append: async (piece, bytes) => {
      const { id } = piece;
      // Whoever sends it anew has given up the request before, which may not have noticed.
      for (let earlier = receiving.get(id); earlier; earlier = receiving.get(id)) {
        forget(id);
        await earlier.done;
      }
      const taking = take(piece, bytes);
      const done = taking.then(
        () => undefined,
        () => undefined,
      );
      receiving.set(id, { bytes, done });
      try {
        return await taking;
      } finally {
        receiving.delete(id);
        bytes.resume();
      }
    },
  };
};

/** Absent: there is no such file. */
const sizeOf = async (path: string): Promise<number | undefined> => {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
