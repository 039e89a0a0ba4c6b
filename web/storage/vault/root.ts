import { randomBytes } from '@noble/ciphers/utils.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';

/** The one secret behind everything: 16 bytes, which twelve words can say. */
export type Root = Uint8Array;

const ROOT_BYTES = 16;
const KEY_BYTES = 32;

export const newRoot = (): Root => randomBytes(ROOT_BYTES);

/** The master key, which wraps the key of each kind. Source: HKDF, RFC 5869. */
export const masterKeyOf = (root: Root): Uint8Array =>
  hkdf(sha256, root, undefined, new TextEncoder().encode('attune vault 1: master'), KEY_BYTES);

/** A key of its own for each kind, so that one that gets out opens nothing else. */
export const newDataKey = (): Uint8Array => randomBytes(KEY_BYTES);
