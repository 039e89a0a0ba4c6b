import { filter, firstValueFrom } from 'rxjs';
import type { Belongings } from '../../kit/belongings.ts';
import { dayText } from '../../kit/numbers.ts';
import type { VaultTable } from '../../storage/vault/index.ts';
import { answered, QUESTION_IDS, type LyricNotes } from './lyric-notes.ts';
import { isRead } from './lyrics-view-model.ts';
import { lyrics as words } from './words.ts';

const ALL = 'lyric-notes.json';
const VERSION = 1;

/** Notes on lyrics as JSON, and as Markdown to read. */
export function lyricsBelongings(table: VaultTable<LyricNotes>): Belongings {
  const read = async (): Promise<readonly LyricNotes[]> => {
    const rows = await firstValueFrom(
      table.rows$.pipe(filter((now) => isRead(now) || now.state !== 'waiting')),
    );
    if (!isRead(rows)) throw new Error(`lyric notes: what is kept is ${rows.state}`);
    return rows;
  };
  return {
    folder: 'lyric-notes',
    title: words.title,
    take: async () => {
      const notes = await read();
      const json = JSON.stringify({ version: VERSION, notes }, undefined, 1);
      const files = [[ALL, json], ...(notes.length > 0 ? [['lyric-notes.md', markdown(notes)]] : [])];
      return files.map(([path, content]) => ({ path: path!, bytes: new TextEncoder().encode(content) }));
    },
    put: async (files) => {
      const file = files.find(({ path }) => path === ALL);
      if (!file) throw new Error(`lyric notes: there is no ${ALL} in what was taken along`);
      const found = parsed(new TextDecoder().decode(file.bytes));
      const here = new Set((await read()).map(({ id }) => id));
      for (const notes of found) if (!here.has(notes.id)) await table.put(notes);
    },
    destroy: async () => {
      for (const { id } of await read()) await table.delete(id);
    },
  };
}

const markdown = (notes: readonly LyricNotes[]): string =>
  notes
    .map((one) =>
      [
        `## ${one.title.trim() || words.untitled}${one.artist.trim() ? `, ${words.by} ${one.artist.trim()}` : ''}`,
        dayText(one.atMs),
        ...answered(one).map((id) => `**${words.questions[id].ask}**\n\n${one.answers[id]!.trim()}`),
      ].join('\n\n'),
    )
    .join('\n\n') + '\n';

/** @throws it is no file of ours, or of a later version */
function parsed(json: string): readonly LyricNotes[] {
  const whole = JSON.parse(json) as { version?: unknown; notes?: unknown } | null;
  if (whole?.version !== VERSION || !Array.isArray(whole.notes))
    throw new Error(`${ALL}: version ${VERSION} expected`);
  if (!whole.notes.every(isNotes)) throw new Error(`${ALL}: an entry in it is not understood`);
  return whole.notes;
}

function isNotes(value: unknown): value is LyricNotes {
  if (typeof value !== 'object' || value === null) return false;
  const { id, atMs, title, artist, answers } = value as Record<string, unknown>;
  return (
    [id, title, artist].every((text) => typeof text === 'string') &&
    Number.isFinite(atMs) &&
    typeof answers === 'object' &&
    answers !== null &&
    Object.entries(answers).every(
      ([name, text]) => QUESTION_IDS.some((known) => known === name) && typeof text === 'string',
    )
  );
}
