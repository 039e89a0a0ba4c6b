import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { StoreError } from '../database/store-error.ts';
import { bytesOf, decrypted, encrypted } from './cipher.ts';

/** What the keys of clients are encrypted with, so that the database alone lets nobody read. */
export interface MasterKey {
  /** The same for the same key; says nothing of it. */
  readonly fingerprint: string;
  /** A client's key as it is kept, base64url. @param about  whose it is */
  readonly wrap: (key: Buffer, about: string) => string;
  /** @throws Error  it was wrapped by another master key, or was changed */
  readonly unwrap: (wrapped: string, about: string) => KeyObject;
}

/**
 * The key in that file: 64 hexadecimal digits. Absent: there is no such file.
 * @throws StoreError  it holds no such key, or cannot be read
 */
export const masterKeyIn = (file: string): MasterKey | undefined => {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw unreadable(file, error);
  }
  const digits = text.trim();
  if (!/^[0-9a-f]{64}$/.test(digits)) throw unreadable(file);
  return masterKeyOf(Buffer.from(digits, 'hex'));
};

/**
 * Makes one, readable by its owner only. Should two services begin at once, the second takes the first one's.
 * @throws what the file system throws
 */
export const newMasterKey = (file: string): MasterKey => {
  try {
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return masterKeyIn(file)!;
};

const masterKeyOf = (bytes: Buffer): MasterKey => {
  const key = createSecretKey(bytes);
  return {
    fingerprint: createHmac('sha256', key).update('attune master key 1').digest('base64url').slice(0, 22),
    wrap: (plain, about) => encrypted(key, plain, about).toString('base64url'),
    unwrap: (wrapped, about) => createSecretKey(decrypted(key, bytesOf(wrapped), about)),
  };
};

const unreadable = (file: string, cause?: unknown): StoreError =>
  new StoreError(
    'failed',
    `The key ${file}, which the keys of clients are locked with, cannot be read. ` +
      'Put the copy that you keep in its place.',
    { cause },
  );
