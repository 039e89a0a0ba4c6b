import { argon2id } from 'hash-wasm';

/** What a passphrase is stretched with. */
export interface Stretching {
  readonly passphrase: string;
  readonly salt: Uint8Array;
  readonly memoryKib: number;
  readonly passes: number;
}

/** A key of 32 bytes from a passphrase. A port: in the app a worker does it, since it takes half a second. */
export type Stretch = (given: Stretching) => Promise<Uint8Array>;

/** Source: the least that OWASP's Password Storage Cheat Sheet asks of Argon2id: 19 MiB, two passes, one lane. */
export const STRETCH_COST = { memoryKib: 19 * 1024, passes: 2 } as const;

/** Written alike on every keyboard: letters with marks come in more than one spelling (Unicode NFKC). */
export const stretchHere: Stretch = ({ passphrase, salt, memoryKib, passes }) =>
  argon2id({
    ...{ password: passphrase.normalize('NFKC'), salt, memorySize: memoryKib, iterations: passes },
    ...{ parallelism: 1, hashLength: 32, outputType: 'binary' },
  });
