import { map } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { liveTable } from '../live-table.ts';
import { reopening } from '../reopening.ts';
import type { DeviceLock } from './device-lock.ts';
import { seal, unseal } from './envelope.ts';
import { masterKeyOf, newRoot, type Root } from './root.ts';
import { STRETCH_COST, type Stretch } from './stretch.ts';
import { followTabs, type VaultChannel } from './tabs.ts';
import type {
  CareRecord,
  KeyOf,
  KeyRecord,
  PassphraseWrap,
  RootCheck,
  VaultDatabase,
} from './vault-database.ts';
import { VaultError } from './vault-error.ts';

export type VaultState = 'none' | 'open' | 'locked' | 'unavailable';

export interface KeyringPorts {
  readonly database: VaultDatabase;
  readonly device: DeviceLock;
  readonly stretch: Stretch;
  readonly channel: VaultChannel;
}

/** Who may open it: whoever uses this browser, or whoever knows the passphrase; `undefined`: there is no vault yet. */
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

export function openKeyring(ports: KeyringPorts): Keyring {
  return new OwnKeyring(ports);
}

class OwnKeyring implements Keyring {
  readonly phase$ = behavior<VaultState | 'waiting'>('waiting');
  readonly root$ = behavior<Root | undefined>(undefined);
  readonly openedBy$ = behavior<OpenedBy>(undefined);
  readonly care$ = behavior<CareRecord>(UNKNOWN);
  readonly #ports: KeyringPorts;
  readonly #tabs: ReturnType<typeof followTabs>;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ports: KeyringPorts) {
    this.#ports = ports;
    this.#tabs = followTabs(ports.channel, {
      root: () => (this.openedBy$.value === 'passphrase' ? this.root$.value : undefined),
      opened: (root) => void this.#inTurn(() => this.#openWith(root)).catch(() => undefined),
      locked: () => this.#lockHere(),
    });
    liveTable(() => reopening(ports.database, ({ keys }) => keys.toArray())).subscribe(({ state }) => {
      if (state === 'unavailable') this.#settle('unavailable', this.root$.value);
      if (state === 'read') void this.refresh();
    });
  }

  refresh(): Promise<void> {
    return this.#inTurn(() => this.#read());
  }

  root(): Promise<Root> {
    return this.#inTurn(() => this.#opened());
  }

  adopt(root: Root): Promise<void> {
    return this.#inTurn(() => this.#make(root));
  }

  async open(passphrase: string): Promise<boolean> {
    const { database, stretch } = this.#ports;
    const wrap = await database.key('passphrase');
    if (!wrap) return this.phase$.value === 'open';
    const root = unseal(await stretch({ ...wrap, passphrase }), WRAPPED, wrap.envelope);
    return root !== undefined && this.openWith(root);
  }

  async openWith(root: Root): Promise<boolean> {
    const right = await this.#inTurn(() => this.#openWith(root));
    if (right) this.#tabs.tellOpened(root);
    return right;
  }

  lock(): void {
    this.#lockHere();
    this.#tabs.tellLocked();
  }

  async setPassphrase(passphrase: string): Promise<void> {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const key = await this.#ports.stretch({ ...STRETCH_COST, passphrase, salt });
    await this.#inTurn(async () => {
      const root = await this.#opened();
      const wrap: PassphraseWrap = {
        ...{ id: 'passphrase', salt, ...STRETCH_COST },
        envelope: seal(key, WRAPPED, root),
      };
      await this.#wrapAnew(root, wrap, 'device');
    });
  }

  removePassphrase(): Promise<void> {
    return this.#inTurn(async () => {
      const root = await this.#opened();
      await this.#wrapAnew(root, await this.#ports.device.wrap(root), 'passphrase');
    });
  }

  async remember(care: Omit<Partial<CareRecord>, 'id'>): Promise<void> {
    const { database } = this.#ports;
    await database.transaction('rw', database.keys, async () => {
      await database.keys.put({ ...((await database.key('care')) ?? UNKNOWN), ...care });
    });
  }

  /** One after the other, so that nothing that was read before a change is believed after it. */
  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const acted = this.#turn.then(act);
    this.#turn = acted.catch(() => undefined);
    return acted;
  }

  #settle(phase: VaultState, root?: Root): void {
    if (this.root$.value !== root) this.root$.next(root);
    if (this.phase$.value !== phase) this.phase$.next(phase);
  }

  async #read(): Promise<void> {
    const { database, device } = this.#ports;
    let records: readonly KeyRecord[];
    try {
      records = await reopening(database, ({ keys }) => keys.toArray());
    } catch {
      this.#settle('unavailable', this.root$.value);
      return;
    }
    const one = <Id extends KeyRecord['id']>(id: Id) =>
      records.find((record) => record.id === id) as KeyOf<Id> | undefined;
    const [check, wrap] = [one('check'), one('device')];
    this.care$.next(one('care') ?? UNKNOWN);
    this.openedBy$.next(check && (one('passphrase') ? 'passphrase' : 'device'));
    if (!check) {
      this.#settle(device.possible ? 'none' : 'unavailable');
      return;
    }
    // Destroyed and made anew in another tab: what was at hand here opens nothing any more.
    const atHand = this.root$.value;
    const kept = atHand && fits(atHand, check) ? atHand : undefined;
    const root = kept ?? (wrap && (await device.unwrap(wrap).catch(() => undefined)));
    const right = root !== undefined && fits(root, check);
    this.#settle(right ? 'open' : 'locked', right ? root : undefined);
    if (!right) this.#tabs.ask();
  }

  /** Makes the vault where there is none; whichever tab was first, its root holds. */
  async #make(root: Root): Promise<void> {
    const { database, device } = this.#ports;
    try {
      const wrap = await device.wrap(root);
      await database.transaction('rw', database.keys, async () => {
        if (!(await database.keys.get('check'))) await database.keys.bulkPut([wrap, checkOf(root)]);
      });
    } catch (cause) {
      throw new VaultError('unavailable', { cause });
    }
    await this.#read();
  }

  async #opened(): Promise<Root> {
    if (this.phase$.value === 'waiting' || this.phase$.value === 'unavailable') await this.#read();
    if (this.phase$.value === 'none') await this.#make(newRoot());
    if (this.root$.value) return this.root$.value;
    throw new VaultError(this.phase$.value === 'locked' ? 'locked' : 'unavailable');
  }

  async #openWith(root: Root): Promise<boolean> {
    const { database, device } = this.#ports;
    const check = await database.key('check');
    if (!check || !fits(root, check)) return false;
    this.#settle('open', root);
    // This browser's own key is gone or useless: the next visit needs one again.
    const wrap = await database.key('device');
    if (wrap && !(await device.unwrap(wrap).catch(() => undefined)))
      await database.keys.put(await device.wrap(root));
    return true;
  }

  #lockHere(): void {
    if (this.openedBy$.value === 'passphrase' && this.root$.value) this.#settle('locked');
  }

  /** Puts one wrap in the place of the other, both or neither, and only around the root that this vault has. */
  async #wrapAnew(root: Root, added: KeyRecord, removed: KeyRecord['id']): Promise<void> {
    const { database } = this.#ports;
    await database.transaction('rw', database.keys, async () => {
      const check = await database.key('check');
      if (!check || !fits(root, check)) throw new VaultError('locked');
      await database.keys.put(added);
      await database.keys.delete(removed);
    });
    await this.#read();
  }
}

/** What a vault is said to be before the browser has answered: nothing that anybody need act on. */
export const stateOf = (keyring: Keyring): Behavior<VaultState> =>
  keepLatest(keyring.phase$.pipe(map((phase) => (phase === 'waiting' ? 'none' : phase))), 'none');
