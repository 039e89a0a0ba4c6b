import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Envelope } from './envelope.ts';

/** The root, wrapped so that this browser alone opens it: by a key that no script can read out. */
export interface DeviceWrap {
  readonly id: 'device';
  readonly key: CryptoKey;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly box: Uint8Array<ArrayBuffer>;
}

/** The root, wrapped by what the person knows. */
export interface PassphraseWrap {
  readonly id: 'passphrase';
  readonly salt: Uint8Array;
  readonly memoryKib: number;
  readonly passes: number;
  readonly envelope: Envelope;
}

/** Opens with the right root and no other: an empty text under the master key. */
export interface RootCheck {
  readonly id: 'check';
  readonly envelope: Envelope;
}

/** What the person has done for the day on which the key is lost; no secrets. */
export interface CareRecord {
  readonly id: 'care';
  /** The words were typed back. */
  readonly rehearsedAtMs?: number;
  /** A backup was last saved. */
  readonly backupAtMs?: number;
  /** Cards for three people were made. */
  readonly sharedAtMs?: number;
  /** Locks after so long away; absent: as it comes. */
  readonly lockAfterMs?: number | 'never';
}

/** The key of one kind, under the master key. */
export interface DataKey {
  readonly id: `kind:${string}`;
  readonly envelope: Envelope;
}

export type KeyRecord = DeviceWrap | PassphraseWrap | RootCheck | CareRecord | DataKey;

/** The record that has this name. */
export type KeyOf<Id extends KeyRecord['id']> = Id extends DataKey['id']
  ? DataKey
  : Extract<KeyRecord, { readonly id: Id }>;

/** One sealed row. Its id is seen by whoever reads the disk: it says nothing of a person. */
export interface SealedRow {
  readonly kind: string;
  readonly id: string;
  readonly envelope: Envelope;
}

export class VaultDatabase extends Dexie {
  readonly keys!: Table<KeyRecord, string>;
  readonly rows!: Table<SealedRow, [string, string]>;

  constructor(name = 'attune-vault', options?: DexieOptions) {
    super(name, options);
    this.version(1).stores({ keys: 'id', rows: '[kind+id], kind' });
  }

  /** @returns `undefined` where there is none */
  async key<Id extends KeyRecord['id']>(id: Id): Promise<KeyOf<Id> | undefined> {
    return (await this.keys.get(id)) as KeyOf<Id> | undefined;
  }
}
