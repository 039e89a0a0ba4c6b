import { xchacha20poly1305 } from '@noble/ciphers/chacha.js';
import { randomBytes } from '@noble/ciphers/utils.js';

/** What is kept of one row. Whoever has not its key sees what kind it is of and how long it is, nothing else. */
export interface Envelope {
  readonly v: 1;
  readonly kind: string;
  /** 24 bytes, drawn anew for each write. */
  readonly nonce: Uint8Array;
  /** Ciphertext with its tag of 16 bytes. */
  readonly box: Uint8Array;
}

/** Where an envelope belongs: it opens nowhere else, so that nobody can put one row in another's place. */
export interface Place {
  readonly kind: string;
  readonly id: string;
}

const VERSION = 1;

/**
 * Seals bytes under a key of 32 bytes.
 *
 * Source: XChaCha20-Poly1305, draft-irtf-cfrg-xchacha-03; the place and the version are its associated data.
 */
export function seal(key: Uint8Array, place: Place, plain: Uint8Array): Envelope {
  const nonce = randomBytes(24);
  const box = xchacha20poly1305(key, nonce, associated(place)).encrypt(plain);
  return { v: VERSION, kind: place.kind, nonce, box };
}

/** @returns `undefined` where it does not open: another key, another place, a later version, or damaged */
export function unseal(key: Uint8Array, place: Place, envelope: unknown): Uint8Array | undefined {
  if (!isEnvelope(envelope) || envelope.kind !== place.kind) return undefined;
  try {
    return xchacha20poly1305(key, envelope.nonce, associated(place)).decrypt(envelope.box);
  } catch {
    return undefined;
  }
}

/** JSON as bytes. */
export const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** @returns `undefined` where it is no JSON of an object */
export function objectIn(bytes: Uint8Array): object | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

const isEnvelope = (value: unknown): value is Envelope => {
  const { v, kind, nonce, box } = (value ?? {}) as Partial<Record<keyof Envelope, unknown>>;
  return (
    v === VERSION && typeof kind === 'string' && nonce instanceof Uint8Array && box instanceof Uint8Array
  );
};

/** As JSON, so that no two places are written alike. */
const associated = ({ kind, id }: Place): Uint8Array => bytesOf(['attune-vault', VERSION, kind, id]);
