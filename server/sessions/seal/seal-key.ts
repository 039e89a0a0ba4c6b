import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** What seals are signed with. */
export interface SealKey {
  /** base64url of its 32 bytes. */
  readonly publicKey: string;
  /** Ed25519 over the text, base64url. */
  readonly sign: (text: string) => string;
}

/**
 * The service's Ed25519 key in that file (PKCS 8, PEM), made at the first call, readable by its owner only.
 * @throws Error  the file is no such key, or cannot be read or made
 */
export const sealKeyIn = (file: string): SealKey => {
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    // Should two services begin at once, the second takes the first one's.
    writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
  }
  const key = createPrivateKey(readFileSync(file));
  if (key.asymmetricKeyType !== 'ed25519') throw new Error(`the key in ${file} is not an Ed25519 key`);
  return {
    publicKey: publicKeyOf(key),
    sign: (text) => sign(null, Buffer.from(text), key).toString('base64url'),
  };
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
