import { map } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { liveTable } from '../live-table.ts';
import { reopening } from '../reopening.ts';
import type { DeviceLock } from './device-lock.ts';
import { seal, unseal } from './envelope.ts';
import { masterKeyOf, newRoot, type Root } from './root.ts';
import { STRETCH_COST, type Stretch } from './stretch.ts';
import { followTabs, type VaultChannel } from './tabs.ts';
import type { CareRecord, KeyRecord, PassphraseWrap, RootCheck, VaultDatabase } from './vault-database.ts';
import { VaultError } from './vault-error.ts';

export type VaultState = 'none' | 'open' | 'locked' | 'unavailable';

export interface KeyringPorts {
  readonly database: VaultDatabase;
  readonly device: DeviceLock;
  readonly stretch: Stretch;
  readonly channel: VaultChannel;
}

/** Who may open the vault: whoever uses this browser, or whoever knows the passphrase; `undefined`: there is none yet. */
export type OpenedBy = 'device' | 'passphrase' | undefined;

/** The root while it is at hand, and everything that wraps it. */
export interface Keyring {
  /** `waiting` until the browser has answered for the first time. */
  readonly phase$: Behavior<VaultState | 'waiting'>;
  readonly root$: Behavior<Root | undefined>;
  readonly openedBy$: Behavior<OpenedBy>;
  readonly care$: Behavior<CareRecord>;
  /** The root, made now where there is none. @throws VaultError locked, unavailable */
  root(): Promise<Root>;
  /** Makes the vault with a root from elsewhere, where there is none yet. @throws VaultError unavailable */
  adopt(root: Root): Promise<void>;
  /** @returns whether it was the right one */
  open(passphrase: string): Promise<boolean>;
  openWith(root: Root): Promise<boolean>;
  lock(): void;
  setPassphrase(passphrase: string): Promise<void>;
  removePassphrase(): Promise<void>;
  remember(care: Omit<Partial<CareRecord>, 'id'>): Promise<void>;
  /** Reads the keys anew. */
  refresh(): Promise<void>;
}

const CHECK = { kind: 'vault', id: 'check' };
const WRAPPED = { kind: 'vault', id: 'passphrase' };
const UNKNOWN: CareRecord = { id: 'care' };

const checkOf = (root: Root): RootCheck => ({
  id: 'check',
  envelope: seal(masterKeyOf(root), CHECK, new Uint8Array()),
});
const fits = (root: Root, check: RootCheck): boolean =>
  unseal(masterKeyOf(root), CHECK, check.envelope) !== undefined;

export function openKeyring({ database, device, stretch, channel }: KeyringPorts): Keyring {
  const phase$ = behavior<VaultState | 'waiting'>('waiting');
  const root$ = behavior<Root | undefined>(undefined);
  const openedBy$ = behavior<OpenedBy>(undefined);
  const care$ = behavior<CareRecord>(UNKNOWN);
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other, so that nothing that was read before a change is believed after it. */
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const acted = turn.then(act);
    turn = acted.catch(() => undefined);
    return acted;
  };
  const settle = (phase: VaultState, root?: Root): void => {
    if (root$.value !== root) root$.next(root);
    if (phase$.value !== phase) phase$.next(phase);
  };

  const read = async (): Promise<void> => {
    let records: readonly KeyRecord[];
    try {
      records = await reopening(database, ({ keys }) => keys.toArray());
    } catch {
      return settle('unavailable', root$.value);
    }
    const one = <Id extends KeyRecord['id']>(id: Id) =>
      records.find((record) => record.id === id) as Extract<KeyRecord, { id: Id }> | undefined;
    const [check, wrap] = [one('check'), one('device')];
    care$.next(one('care') ?? UNKNOWN);
    openedBy$.next(check ? (one('passphrase') ? 'passphrase' : 'device') : undefined);
    if (!check) return settle(device.possible ? 'none' : 'unavailable');
    // Destroyed and made anew in another tab: what was at hand here opens nothing any more.
    const kept = root$.value && fits(root$.value, check) ? root$.value : undefined;
    const root = kept ?? (wrap && (await device.unwrap(wrap).catch(() => undefined)));
    const right = root !== undefined && fits(root, check);
    settle(right ? 'open' : 'locked', right ? root : undefined);
    if (!right) tabs.ask();
  };
  const refresh = (): Promise<void> => inTurn(read);

  /** Makes the vault where there is none; whichever tab was first, its root holds. */
  const make = async (root: Root): Promise<void> => {
    try {
      const wrap = await device.wrap(root);
      await database.transaction('rw', database.keys, async () => {
        if (!(await database.keys.get('check'))) await database.keys.bulkPut([wrap, checkOf(root)]);
      });
    } catch (cause) {
      throw new VaultError('unavailable', { cause });
    }
    await read();
  };
  const opened = async (): Promise<Root> => {
    if (phase$.value === 'waiting' || phase$.value === 'unavailable') await read();
    if (phase$.value === 'none') await make(newRoot());
    if (root$.value) return root$.value;
    throw new VaultError(phase$.value === 'locked' ? 'locked' : 'unavailable');
  };
  const openWith = async (root: Root): Promise<boolean> => {
    const check = await database.key('check');
    if (!check || !fits(root, check)) return false;
    settle('open', root);
    // This browser's own key is gone or useless: the next visit needs one again.
    const wrap = await database.key('device');
    if (wrap && !(await device.unwrap(wrap).catch(() => undefined)))
      await database.keys.put(await device.wrap(root)).catch(() => undefined);
    return true;
  };
  const lockHere = (): void => {
    if (openedBy$.value === 'passphrase' && root$.value) settle('locked');
  };
  const tabs = followTabs(channel, {
    root: () => (openedBy$.value === 'passphrase' ? root$.value : undefined),
    opened: (root) => void inTurn(() => openWith(root)).catch(() => undefined),
    locked: lockHere,
  });
  /** Puts one wrap in the place of the other, both or neither, and only around the root that this vault has. */
  const wrapAnew = (root: Root, added: KeyRecord, removed: KeyRecord['id']): Promise<void> =>
    database.transaction('rw', database.keys, async () => {
      const check = await database.key('check');
      if (!check || !fits(root, check)) throw new VaultError('locked');
      await database.keys.put(added);
      await database.keys.delete(removed);
    });

  liveTable(() => reopening(database, ({ keys }) => keys.toArray())).subscribe(({ state }) => {
    if (state === 'unavailable') void inTurn(() => Promise.resolve(settle('unavailable', root$.value)));
    if (state === 'read') void refresh();
  });

  return {
    ...{ phase$, root$, openedBy$, care$, refresh },
    root: () => inTurn(opened),
    adopt: (root) => inTurn(() => make(root)),
    open: async (passphrase) => {
      const wrap = await database.key('passphrase');
      if (!wrap) return phase$.value === 'open';
      const root = unseal(await stretch({ ...wrap, passphrase }), WRAPPED, wrap.envelope);
      const right = root !== undefined && (await inTurn(() => openWith(root)));
      if (right) tabs.tellOpened(root);
      return right;
    },
    openWith: async (root) => {
      const right = await inTurn(() => openWith(root));
      if (right) tabs.tellOpened(root);
      return right;
    },
    lock: () => {
      lockHere();
      tabs.tellLocked();
    },
    setPassphrase: async (passphrase) => {
      const salt = crypto.getRandomValues(new Uint8Array(16));
      const key = await stretch({ ...STRETCH_COST, passphrase, salt });
      await inTurn(async () => {
        const root = await opened();
        const envelope = seal(key, WRAPPED, root);
        const wrap: PassphraseWrap = { id: 'passphrase', salt, ...STRETCH_COST, envelope };
        await wrapAnew(root, wrap, 'device');
        await read();
      });
    },
    removePassphrase: () =>
      inTurn(async () => {
        const root = await opened();
        await wrapAnew(root, await device.wrap(root), 'passphrase');
        await read();
      }),
    remember: (care) =>
      database.transaction('rw', database.keys, async () => {
        await database.keys.put({ ...((await database.key('care')) ?? UNKNOWN), ...care });
      }),
  };
}

/** What a vault is said to be before the browser has answered: nothing that anybody need act on. */
export const stateOf = (keyring: Keyring): Behavior<VaultState> =>
  keepLatest(keyring.phase$.pipe(map((phase) => (phase === 'waiting' ? 'none' : phase))), 'none');
