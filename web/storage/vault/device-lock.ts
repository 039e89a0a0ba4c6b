import type { Root } from './root.ts';
import type { DeviceWrap } from './vault-database.ts';

/** Wraps the root so that this browser opens it by itself. */
export interface DeviceLock {
  /** False: this page gets no cryptography from the browser, and no vault can be made. */
  readonly possible: boolean;
  /** @throws the browser has no cryptography for this page, or none that works */
  wrap(root: Root): Promise<DeviceWrap>;
  /** @throws the key is gone or not this one's */
  unwrap(wrap: DeviceWrap): Promise<Root>;
}

const ALGORITHM = { name: 'AES-GCM', length: 256 } as const;

/**
 * By a key of WebCrypto that cannot be read out: whoever copies the database alone does not get at it by script. It is
 * no protection from somebody who may use this browser; that is what a passphrase is for.
 *
 * @param subtle absent on pages that came by plain http: then nothing can be wrapped
 */
export const deviceLock = (subtle: SubtleCrypto | undefined): DeviceLock => ({
  possible: subtle !== undefined,
  wrap: async (root) => {
    const own = given(subtle);
    const key = await own.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const box = await own.encrypt({ name: ALGORITHM.name, iv }, key, Uint8Array.from(root));
    return { id: 'device', key, iv, box: new Uint8Array(box) };
  },
  unwrap: async ({ key, iv, box }) =>
    new Uint8Array(await given(subtle).decrypt({ name: ALGORITHM.name, iv }, key, box)),
});

function given(subtle: SubtleCrypto | undefined): SubtleCrypto {
  if (!subtle) throw new Error('the browser gives this page no cryptography');
  return subtle;
}
