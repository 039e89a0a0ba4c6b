import { fromEvent, map, merge } from 'rxjs';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import { subtle } from '../../kit/secure-only.ts';
import { autoLock } from './auto-lock.ts';
import { deviceLock } from './device-lock.ts';
import { VaultDatabase } from './vault-database.ts';
import { openVault, type Vault } from './vault.ts';

export type { Unread } from '../live-table.ts';
export type { VaultTable } from './vault-table.ts';
export { VaultError } from './vault-error.ts';
export type { Secret, Vault } from './vault.ts';

/** Away for so long, ms, and a vault with a passphrase locks, as long as the person has not said otherwise. */
export const LOCK_AFTER_MS = 5 * 60_000;

/** The vault of this browser. */
export function browserVault(inSession$: Behavior<boolean>): Vault {
  const vault = openVault({
    database: new VaultDatabase(),
    device: deviceLock(subtle()),
    stretch: (given) =>
      import('./stretch-in-worker.ts').then(({ stretchInWorker }) => stretchInWorker(given)),
    channel: new BroadcastChannel('attune-vault'),
  });
  autoLock({
    activity$: merge(...['pointerdown', 'keydown', 'wheel'].map((name) => fromEvent(window, name))),
    seenAgain$: fromEvent(document, 'visibilitychange'),
    inSession$,
    lockAfterMs$: keepLatest<number | 'never'>(
      vault.care$.pipe(map(({ lockAfterMs }) => lockAfterMs ?? LOCK_AFTER_MS)),
      LOCK_AFTER_MS,
    ),
    steadyMs: () => performance.now(),
    wallMs: () => Date.now(),
    lock: () => void vault.lock(),
  });
  return vault;
}
