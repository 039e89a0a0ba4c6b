import type { Keyring } from './keyring.ts';
import { masterKeyOf, type Root } from './root.ts';
import { dataKeyFor, dataKeyIn, rowIn, sealRow } from './sealed-rows.ts';
import { seal, unseal, type Envelope } from './envelope.ts';
import type { DataKey, SealedRow, VaultDatabase } from './vault-database.ts';
import { VaultError } from './vault-error.ts';

/** A file that holds all rows, sealed as they are here; the words open it on any device. */
interface BackupFile {
  readonly format: 'attune-vault';
  readonly v: 1;
  readonly check: WrittenEnvelope;
  readonly keys: readonly { readonly id: DataKey['id']; readonly envelope: WrittenEnvelope }[];
  readonly rows: readonly { readonly id: string; readonly envelope: WrittenEnvelope }[];
}

/** An envelope with its bytes in base64. */
type WrittenEnvelope = Readonly<Record<'nonce' | 'box' | 'kind', string>> & { readonly v: number };

const CHECK = { kind: 'vault', id: 'backup' };

/**
 * Everything that is in the vault, as the text of a sealed file.
 *
 * @param leaveOut  saves without the rows that do not open, rather than not at all
 * @throws VaultError unreadable: so that no good backup is replaced by one that lacks something; locked, unavailable
 */
export async function backupOf(
  database: VaultDatabase,
  keyring: Keyring,
  leaveOut: boolean,
): Promise<string> {
  const root = await keyring.root();
  const [records, sealed] = await database.transaction('r', database.keys, database.rows, () =>
    Promise.all([database.keys.toArray(), database.rows.toArray()]),
  );
  const keys = records.filter((record): record is DataKey => record.id.startsWith('kind:'));
  const rows = sealed.filter((row) => opens(root, keys, row));
  if (rows.length < sealed.length && !leaveOut) throw new VaultError('unreadable');
  const file: BackupFile = {
    ...{ format: 'attune-vault', v: 1 },
    check: written(seal(masterKeyOf(root), CHECK, new Uint8Array())),
    keys: keys.map(({ id, envelope }) => ({ id, envelope: written(envelope) })),
    rows: rows.map(({ id, envelope }) => ({ id, envelope: written(envelope) })),
  };
  return JSON.stringify(file);
}

/** What came of putting a backup in. */
export type Restored =
  | { readonly kind: 'wrong-key' }
  | { readonly kind: 'restored'; readonly added: number; readonly already: number };

/**
 * Adds what is in a backup; what is here stays as it is. A browser that has no vault yet takes over the root, so that
 * the words on paper stay the right ones.
 *
 * @throws VaultError not-understood: it is no backup, or a part of it does not open: nothing was added; locked,
 *   unavailable
 */
export async function restore(
  { database, keyring }: { readonly database: VaultDatabase; readonly keyring: Keyring },
  text: string,
  root: Root,
): Promise<Restored> {
  const { check, keys, rows } = fileIn(text);
  if (!unseal(masterKeyOf(root), CHECK, check)) return { kind: 'wrong-key' };
  const plain = rows.map((row) => ({ kind: row.kind, row: opens(root, keys, row) }));
  if (plain.some(({ row }) => !row)) throw new VaultError('not-understood');
  await keyring.refresh();
  if (keyring.phase$.value === 'none') await keyring.adopt(root);
  if (keyring.phase$.value === 'locked') await keyring.openWith(root);
  const here = await keyring.root();
  return database.transaction('rw', database.keys, database.rows, async () => {
    let added = 0;
    for (const { kind, row } of plain) {
      const key = await dataKeyFor(database, here, kind);
      if (!row || (await database.rows.get([kind, row.id]))) continue;
      await database.rows.add(sealRow(key, kind, row));
      added += 1;
    }
    return { kind: 'restored', added, already: plain.length - added };
  });
}

function opens(root: Root, keys: readonly DataKey[], row: SealedRow): { readonly id: string } | undefined {
  const wrapped = keys.find(({ id }) => id === `kind:${row.kind}`);
  const key = wrapped && dataKeyIn(root, wrapped, row.kind);
  return key && rowIn(key, row);
}

/** @throws VaultError not-understood */
function fileIn(text: string): { check: Envelope; keys: DataKey[]; rows: SealedRow[] } {
  try {
    const file = JSON.parse(text) as BackupFile;
    if ((file.format as string) !== 'attune-vault' || (file.v as number) !== 1)
      throw new Error('another format');
    return {
      check: readOut(file.check),
      keys: file.keys.map(({ id, envelope }) => ({ id, envelope: readOut(envelope) })),
      rows: file.rows.map(({ id, envelope }) => ({ id, kind: envelope.kind, envelope: readOut(envelope) })),
    };
  } catch (cause) {
    throw new VaultError('not-understood', { cause });
  }
}

const written = ({ v, kind, nonce, box }: Envelope): WrittenEnvelope => ({
  ...{ v, kind },
  nonce: base64(nonce),
  box: base64(box),
});

const readOut = ({ v, kind, nonce, box }: WrittenEnvelope): Envelope => ({
  v: v as Envelope['v'],
  kind,
  nonce: bytesIn(nonce),
  box: bytesIn(box),
});

const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
const bytesIn = (text: string): Uint8Array => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
