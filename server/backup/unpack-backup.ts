import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { BackupError, explainBackup } from './backup-error.ts';
import { isBackedName, MANIFEST_NAME, readManifest, type BackedFile, type Manifest } from './manifest.ts';

/** More than the manifest of a million pieces. */
const MOST_MANIFEST_BYTES = 256e6;

/**
 * Unpacks a backup into an empty folder, and holds every file against the manifest: where it returns, all of it is as
 * it was when it was made.
 *
 * @throws BackupError  (as a rejection) `damaged`: cut short, changed, or no backup; what was unpacked is the caller's
 *   to remove
 */
export const unpackBackup = async (file: string, into: string): Promise<Manifest> => {
  const damaged = (what: string, cause?: unknown): BackupError =>
    new BackupError('damaged', `The backup ${file} ${what}. Use another one; nothing was restored.`, {
      cause,
    });
  const tar = extract();
  const found = new Map<string, BackedFile>();
  let manifest: Manifest | undefined;
  const reading = pipeline(createReadStream(file), createGunzip(), tar);
  reading.catch(() => undefined);
  try {
    for await (const entry of tar) {
      const { name, type, size } = entry.header;
      if (manifest || found.has(name) || type !== 'file') throw damaged('is not as Attune makes them');
      if (name === MANIFEST_NAME) {
        if (size > MOST_MANIFEST_BYTES) throw damaged('is not as Attune makes them');
        manifest = readManifest(await text(entry as AsyncIterable<Buffer>));
        if (!manifest) throw damaged('has a manifest that is not as Attune makes them');
      } else {
        if (!isBackedName(name)) throw damaged('has a file in it that is none of a backup');
        found.set(name, await unpackFile(entry as AsyncIterable<Buffer>, name, into));
      }
    }
    await reading;
  } catch (error) {
    if (error instanceof BackupError) throw error;
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'EACCES')
      throw new BackupError('nothing-there', `The backup ${file} cannot be read (${code}). Name another.`, {
        cause: error,
      });
    if (code.startsWith('E') && code !== 'ERR_STREAM_PREMATURE_CLOSE') throw explainBackup(error, into);
    throw damaged('is damaged, cut short, or no backup of Attune', error);
  } finally {
    tar.destroy();
  }
  if (!manifest) throw damaged('is cut short: it has no manifest');
  const isWhole =
    manifest.files.length === found.size &&
    manifest.files.every(({ name, sizeBytes, sha256 }) => {
      const file = found.get(name);
      return file?.sizeBytes === sizeBytes && file.sha256 === sha256;
    });
  if (!isWhole) throw damaged('is damaged: a file in it is not as its manifest says');
  return manifest;
};

const unpackFile = async (bytes: AsyncIterable<Buffer>, name: string, into: string): Promise<BackedFile> => {
  const path = join(into, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let sizeBytes = 0;
  await pipeline(
    bytes,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk);
        sizeBytes += chunk.length;
        yield chunk;
      }
    },
    createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
  );
  return { name, sizeBytes, sha256: hash.digest('hex') };
};
