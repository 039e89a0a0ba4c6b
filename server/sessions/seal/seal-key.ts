import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { StoreError } from '../../database/store-error.ts';

/** What seals are signed with. */
export interface SealKey {
  /** base64url of its 32 bytes. */
  readonly publicKey: string;
  /** Ed25519 over the text, base64url. */
  readonly sign: (text: string) => string;
}

/**
 * The service's Ed25519 key in that file (PKCS 8, PEM), made at the first call, readable by its owner only.
 * @throws StoreError  the file is no such key, or cannot be read; what the file system throws where it cannot be made
 */
export const sealKeyIn = (file: string): SealKey => {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    // Should two services begin at once, the second takes the first one's.
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  const key = keyIn(file);
  return {
    publicKey: publicKeyOf(key),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
};

const keyIn = (file: string): KeyObject => {
  let cause: unknown;
  try {
    const key = createPrivateKey(readFileSync(file));
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch (error) {
    cause = error;
  }
  throw new StoreError(
    'failed',
    `The key ${file}, which seals the session log, cannot be read. ` +
      'Put that of a backup in its place, or move it away: a new one is made then.',
    { cause },
  );
};

const publicKeyOf = (key: KeyObject): string => createPublicKey(key).export({ format: 'jwk' }).x!;

export const isSignedBy = (publicKey: string, text: string, signature: string): boolean => {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    // Only as it was written: base64 has several ways to say the same bytes.
    const bytes = Buffer.from(signature, 'base64url');
    return bytes.toString('base64url') === signature && verify(null, Buffer.from(text), key, bytes);
  } catch {
    return false;
  }
};
