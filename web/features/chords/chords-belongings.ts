import type { BelongingFile, Belongings } from '../../kit/belongings.ts';
import type { Vault, VaultTable } from '../../storage/vault/index.ts';
import { CHOICES_ROW, choicesIn, type ChoicesRow } from './choices.ts';
import { INSTRUMENT_KINDS } from './theory/fingering.ts';
import { chords as words } from './words.ts';

const FILE = 'chords.json';

/** The instrument that was chosen: all that is kept here. */
export const chordsBelongings = (
  table: VaultTable<ChoicesRow>,
  vault: Pick<Vault, 'state$'>,
): Belongings => ({
  folder: 'chords',
  title: words.belongings,
  take: () => {
    const rows = table.rows$.value;
    if ('state' in rows || table.unreadable$.value > 0) return Promise.reject(new Error(words.closed));
    const chosen = choicesIn(rows);
    const text = `${JSON.stringify({ format: 'attune-chords', v: 1, ...chosen }, undefined, 1)}\n`;
    return Promise.resolve(chosen ? [{ path: FILE, bytes: new TextEncoder().encode(text) }] : []);
  },
  put: async (files) => {
    const row = rowIn(files);
    if (['locked', 'unavailable'].includes(vault.state$.value)) throw new Error(words.closed);
    await table.add(row);
  },
  destroy: () => table.destroy(),
});

/** @throws Error in the language of the page: it is no such file */
function rowIn(files: readonly BelongingFile[]): ChoicesRow {
  const file = files.find(({ path }) => path === FILE);
  const read = file && parsed(file.bytes);
  const kind = INSTRUMENT_KINDS.find((one) => one === read?.['kind']);
  if (read?.['format'] !== 'attune-chords' || read['v'] !== 1 || !kind || typeof read['left'] !== 'boolean')
    throw new Error(words.notUnderstood);
  return { id: CHOICES_ROW, kind, left: read['left'] };
}

function parsed(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
