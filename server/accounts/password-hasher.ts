import { hash, hashRaw, verify } from '@node-rs/argon2';

/** What passwords are kept with. Tests give it a low cost. */
export interface PasswordHasher {
  readonly hash: (password: string) => Promise<string>;
  /** False also where `kept` is no hash. */
  readonly isRight: (kept: string, password: string) => Promise<boolean>;
  /** A hash that no password is right for, of the same cost: compared where there is no account. */
  readonly dummy: () => Promise<string>;
  /** The same for the same two: for secrets that are looked up by it. Hexadecimal. */
  readonly derive: (secret: string, salt: string) => Promise<string>;
}

export interface Argon2Cost {
  /** KiB. */
  readonly memoryCost: number;
  /** Passes over it. */
  readonly timeCost: number;
  readonly parallelism: number;
}

/** OWASP Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const OWASP_COST: Argon2Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * Argon2id. At most four are computed at a time, as Node's pool has four threads: a flood of attempts takes 76 MiB.
 *
 * Cost: some 30 ms of a core each, at OWASP's parameters.
 */
export const argon2Hasher = (cost: Argon2Cost = OWASP_COST): PasswordHasher => {
  let dummy: Promise<string> | undefined;
  return {
    hash: (password) => hash(fold(password), cost),
    isRight: (kept, password) => verify(kept, fold(password)).catch(() => false),
    dummy: () => (dummy ??= hash(crypto.randomUUID(), cost)),
    derive: async (secret, salt) =>
      (await hashRaw(secret, { ...cost, salt: Buffer.from(salt) })).toString('hex'),
  };
};

/** The same letters are the same password on every keyboard (RFC 8265: NFC); nothing else of it is changed or cut. */
const fold = (password: string): string => password.normalize('NFC');
