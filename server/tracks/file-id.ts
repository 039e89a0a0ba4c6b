import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** A track's id, of its file's SHA-256 in hexadecimal digits. */
export const idOfHash = (hex: string): string => `own-${hex.slice(0, 16)}`;

/** The id that a file's bytes have. @throws an error of the file system  (as a rejection) */
export const idOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return idOfHash(hash.digest('hex'));
};
