import { bytesOf, seal, unseal } from '../web/storage/vault/envelope.ts';
import { masterKeyOf, newRoot } from '../web/storage/vault/root.ts';
import { STRETCH_COST, stretchHere } from '../web/storage/vault/stretch.ts';
import { profile, rowsOf, tab, type Note } from '../test/web/storage/vault/vault-under-test.ts';
import { columns, runAlone, type Report } from './report.ts';

/**
 * How long opening by a passphrase takes, how many rows a second are sealed and opened, and how many of so many vaults
 * are whole again on a fresh profile, by the twelve words and by two cards.
 * Run: npx tsx bench/vault.ts [--profiles 50] [--json]
 */

const UNLOCKS = 9;
const ROWS = 5000;
const NOTES_A_PROFILE = 20;

/** A note of about a kilobyte. */
const noteOf = (i: number): Note => ({ id: `note-${i}`, text: `${i} ${'some quiet words '.repeat(60)}` });

async function unlockMs(): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < UNLOCKS; i++) {
    const begin = performance.now();
    await stretchHere({
      ...STRETCH_COST,
      passphrase: `four quiet words ${i}`,
      salt: new Uint8Array(16).fill(i),
    });
    taken.push(performance.now() - begin);
  }
  return taken.sort((a, b) => a - b)[UNLOCKS >> 1]!;
}

function rowsASecond() {
  const key = masterKeyOf(newRoot());
  const rows = Array.from({ length: ROWS }, (_, i) => noteOf(i));
  const begin = performance.now();
  const sealed = rows.map((row) => seal(key, { kind: 'journal', id: row.id }, bytesOf(row)));
  const middle = performance.now();
  const opened = sealed.filter((one, i) => unseal(key, { kind: 'journal', id: rows[i]!.id }, one));
  const end = performance.now();
  return {
    opened: opened.length,
    sealedASecond: (1000 * ROWS) / (middle - begin),
    openedASecond: (1000 * ROWS) / (end - middle),
  };
}

/** One vault that is written, saved, and put in on a fresh profile. @returns whether every row is there again */
async function isRestored(i: number): Promise<boolean> {
  const notes = Array.from({ length: NOTES_A_PROFILE }, (_, n) => noteOf(1000 * i + n));
  const { vault } = tab(profile());
  for (const note of notes) await vault.table<Note>('journal').put(note);
  const backup = await vault.backup();
  const secret =
    i % 2 === 0
      ? { phrase: (await vault.phrase()).join(' ') }
      : { cards: (await vault.shares()).slice(0, 2).map((card) => card.join(' ')) };
  const fresh = tab(profile()).vault;
  await fresh.restore(backup, secret);
  const rows = await rowsOf(fresh.table<Note>('journal'), notes.length);
  const expected = [...notes].sort((a, b) => (a.id < b.id ? -1 : 1));
  return JSON.stringify(rows) === JSON.stringify(expected);
}

export async function vaultFigures(args: readonly string[]): Promise<Report> {
  const given = args[args.indexOf('--profiles') + 1];
  const profiles = args.includes('--profiles') ? Number(given) : 50;
  let restored = 0;
  for (let i = 0; i < profiles; i++) if (await isRestored(i)) restored += 1;
  const rows = rowsASecond();
  const data = { unlockMs: await unlockMs(), ...rows, profiles, restored };
  const text = columns([
    {
      figure: 'a passphrase stretched, ms (Argon2id, 19 MiB, 2 passes; median)',
      value: Math.round(data.unlockMs),
    },
    { figure: 'rows of 1 kB sealed a second', value: Math.round(rows.sealedASecond) },
    { figure: 'rows of 1 kB opened a second', value: Math.round(rows.openedASecond) },
    { figure: `whole again on ${profiles} fresh profiles`, value: restored },
  ]);
  return { text, data };
}

await runAlone(import.meta.url, vaultFigures);
