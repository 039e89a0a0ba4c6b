import { sha256 } from '@noble/hashes/sha2.js';
import type { TrackTagsRead } from './own-track.ts';
import { isProtected } from './protected-file.ts';

/** What can be told of a file before it is decoded. */
export interface Probe {
  readonly id: string;
  readonly tags: TrackTagsRead;
  /** Absent: the file does not say. */
  readonly lengthS?: number;
  readonly locked: boolean;
}

const ID_DIGITS = 16;

/** Reads tags, cover, length and locks, and gives the file its id. Never throws: what cannot be read is absent. */
export async function probe(file: Blob): Promise<Probe> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const id = idOf(bytes);
  const locked = isProtected(bytes);
  try {
    const { parseBlob, selectCover } = await import('music-metadata');
    const { common, format } = await parseBlob(file, { duration: true });
    const picture = selectCover(common.picture);
    const { title, artist, album, genre, year } = common;
    const tags: TrackTagsRead = {
      ...(title && { title }),
      ...(artist && { artist }),
      ...(album && { album }),
      ...(genre && genre.length > 0 && { genres: genre }),
      ...(year !== undefined && { year }),
      ...(picture && { cover: new Blob([new Uint8Array(picture.data)], { type: picture.format }) }),
    };
    return { id, tags, locked, ...(format.duration !== undefined && { lengthS: format.duration }) };
  } catch {
    return { id, tags: {}, locked };
  }
}

/** The name that a file's bytes give it. */
export const idOf = (bytes: Uint8Array): string =>
  `own-${[...sha256(bytes)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .slice(0, ID_DIGITS)}`;
