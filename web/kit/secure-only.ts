/**
 * What browsers give only to pages that came safely: by https, or from this very computer. Over plain http under
 * another name each of these is absent, and whoever asks goes on without it. Nothing else in `web/` asks the browser
 * for them (the linter holds it).
 */

/** The browser as it may really be: its types promise what such a page does not get. */
const browser = (): Partial<Navigator> => ('navigator' in globalThis ? globalThis.navigator : {});

/** Whether the page came safely. */
export const cameSafely = (): boolean => globalThis.isSecureContext;

export const bluetooth = (): Bluetooth | undefined => browser().bluetooth;
export const storage = (): StorageManager | undefined => browser().storage;
export const locks = (): LockManager | undefined => browser().locks;
export const wakeLock = (): WakeLock | undefined => browser().wakeLock;
export const mediaDevices = (): MediaDevices | undefined => browser().mediaDevices;
/** What keys that cannot be read out are made with. */
export const subtle = (): SubtleCrypto | undefined =>
  'crypto' in globalThis ? (globalThis.crypto as Partial<Crypto>).subtle : undefined;
export const serviceWorker = (): ServiceWorkerContainer | undefined => browser().serviceWorker;

/** A fresh UUID (version 4, RFC 9562), lower case. Chance itself every page has. */
export function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** The system's own way to hand something to another app. */
export const sharing = (): Pick<Navigator, 'share' | 'canShare'> | undefined => {
  const { share, canShare } = browser();
  return share && canShare ? { share: share.bind(navigator), canShare: canShare.bind(navigator) } : undefined;
};
export const clipboard = (): Clipboard | undefined => browser().clipboard;
