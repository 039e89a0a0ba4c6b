import { createCipheriv, createDecipheriv, randomFillSync, type KeyObject } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Random bytes for many nonces at once: asking for each by itself costs as much as the encryption. */
const pool = Buffer.alloc(NONCE_BYTES * 512);
let used = pool.length;

const takeNonce = (): Buffer => {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  return Buffer.from(pool.subarray(used, (used += NONCE_BYTES)));
};

/**
 * AES-256-GCM with a random nonce: nonce, ciphertext, tag.
 * @param about  what it is and where it belongs; the same must be said to decrypt it
 */
export const encrypted = (key: KeyObject, plain: string | Uint8Array, about: string): Buffer => {
  const nonce = takeNonce();
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(about));
  const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
  return Buffer.concat([nonce, body, cipher.final(), cipher.getAuthTag()]);
};

/** @throws Error  it was changed, belongs elsewhere, or was encrypted with another key */
export const decrypted = (key: KeyObject, bytes: Uint8Array, about: string): Buffer => {
  const end = bytes.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(end));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, end)), decipher.final()]);
};

/** The bytes of a text that was written as base64url. @throws RangeError  the same bytes in another way, or none */
export const bytesOf = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'base64url');
  // Base64 has several ways to say the same bytes, and only one of them is ours.
  if (bytes.toString('base64url') !== text) throw new RangeError('it is not base64url as it was written');
  return bytes;
};
