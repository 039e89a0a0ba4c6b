import { bytesOf, objectIn, seal, unseal, type Place } from './envelope.ts';
import { masterKeyOf, newDataKey, type Root } from './root.ts';
import type { DataKey, SealedRow, VaultDatabase } from './vault-database.ts';
import { VaultError } from './vault-error.ts';

const keyPlace = (kind: string): Place => ({ kind: 'vault', id: `kind:${kind}` });

/** @returns `undefined` where the root does not open it */
export const dataKeyIn = (root: Root, { envelope }: DataKey, kind: string): Uint8Array | undefined =>
  unseal(masterKeyOf(root), keyPlace(kind), envelope);

/**
 * The key of a kind, made where there is none. Within a transaction that writes `keys`.
 *
 * @throws VaultError unreadable: there is one that the root does not open; it is not replaced, for rows hang on it
 */
export async function dataKeyFor(database: VaultDatabase, root: Root, kind: string): Promise<Uint8Array> {
  const id = `kind:${kind}` as const;
  const there = await database.key(id);
  const key = there ? dataKeyIn(root, there, kind) : newDataKey();
  if (!key) throw new VaultError('unreadable');
  if (!there) await database.keys.put({ id, envelope: seal(masterKeyOf(root), keyPlace(kind), key) });
  return key;
}

export const sealRow = (key: Uint8Array, kind: string, row: { readonly id: string }): SealedRow => ({
  ...{ kind, id: row.id },
  envelope: seal(key, { kind, id: row.id }, bytesOf(row)),
});

/** @returns `undefined` where it does not open, or is no row of that name */
export function rowIn(
  key: Uint8Array,
  { kind, id, envelope }: SealedRow,
): { readonly id: string } | undefined {
  const plain = unseal(key, { kind, id }, envelope);
  const row = plain && objectIn(plain);
  return row && 'id' in row && row.id === id ? (row as { readonly id: string }) : undefined;
}
