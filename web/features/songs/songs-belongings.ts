import { filter, firstValueFrom } from 'rxjs';
import type { BelongingFile, Belongings } from '../../kit/belongings.ts';
import { newUuid } from '../../kit/secure-only.ts';
import type { VaultTable } from '../../storage/vault/index.ts';
import { lyricChordPro, lyricMarkdown, lyricText } from './lyric-files.ts';
import { SLOTS, SONG_KINDS, STYLES, type Song } from './song.ts';
import { harmonyOf } from './song-harmony.ts';
import { isRead, type SongTables } from './songs-view-model.ts';
import { piecesOf, samplesOf, TAKE_HOWS, type Take } from './take.ts';
import { readWav, wavFile } from './wav-file.ts';
import { songs as words } from './words.ts';

/** The file that has everything; the others beside it are for other programs. */
const ALL = 'songs.json';
const VERSION = 1;

/** Songs as JSON, text, Markdown and ChordPro, their takes as WAV. File names say nothing of what a song is of. */
export function songsBelongings(tables: () => SongTables): Belongings {
  return {
    folder: 'songs',
    title: words.title,
    take: async () => {
      const { songs, takes, pieces } = tables();
      const [all, sung, sound] = await Promise.all([read(songs), read(takes), read(pieces)]);
      const files = [text(ALL, JSON.stringify({ version: VERSION, songs: all, takes: sung }, undefined, 1))];
      all.forEach((song, i) => files.push(...lyricFiles(song, `song-${i + 1}`)));
      for (const take of sung)
        files.push({ path: takePath(take), bytes: wavFile([samplesOf(take, sound)], take.sampleRate) });
      return files;
    },
    put: async (files) => {
      const file = files.find(({ path }) => path === ALL);
      if (!file) throw new Error(`songs: there is no ${ALL} in what was taken along`);
      const found = parsed(new TextDecoder().decode(file.bytes));
      const sounds = new Map(
        found.takes.map((take) => {
          const wav = files.find(({ path }) => path === takePath(take));
          if (!wav) throw new Error(`songs: the sound ${takePath(take)} is missing`);
          return [take.id, readWav(wav.bytes).channels[0]!];
        }),
      );
      const { songs, takes, pieces } = tables();
      const [hereSongs, hereTakes] = await Promise.all([read(songs), read(takes)]);
      const missing = <T extends { readonly id: string }>(
        some: readonly T[],
        here: readonly { readonly id: string }[],
      ) => some.filter(({ id }) => here.every((one) => one.id !== id));
      for (const song of missing(found.songs, hereSongs)) await songs.put(song);
      for (const take of missing(found.takes, hereTakes)) {
        await takes.put(take);
        for (const piece of piecesOf(take.id, sounds.get(take.id)!, newUuid)) await pieces.put(piece);
      }
    },
    destroy: async () => {
      const { songs, takes, pieces } = tables();
      await Promise.all([clear(pieces), clear(takes), clear(songs)]);
    },
  };
}

const takePath = ({ id }: Take): string => `takes/${id}.wav`;

const text = (path: string, content: string): BelongingFile => ({
  path,
  bytes: new TextEncoder().encode(content),
});

const lyricFiles = (song: Song, name: string): BelongingFile[] => {
  const names = words.slots[song.kind];
  return [
    text(`${name}.txt`, lyricText(song, names, words.untitled)),
    text(`${name}.md`, lyricMarkdown(song, names, words.untitled)),
    text(`${name}.cho`, lyricChordPro(song, names, { untitled: words.untitled, harmony: harmonyOf(song) })),
  ];
};

/** @throws it is locked or cannot be read: nothing is taken rather than a part */
async function read<Row extends { readonly id: string }>({
  rows$,
}: VaultTable<Row>): Promise<readonly Row[]> {
  const rows = await firstValueFrom(rows$.pipe(filter((now) => isRead(now) || now.state !== 'waiting')));
  if (!isRead(rows)) throw new Error(`songs: what is kept is ${rows.state}`);
  return rows;
}

async function clear<Row extends { readonly id: string }>(table: VaultTable<Row>): Promise<void> {
  for (const { id } of await read(table)) await table.delete(id);
}

/** @throws it is no file of ours, or of a later version */
function parsed(json: string): { readonly songs: readonly Song[]; readonly takes: readonly Take[] } {
  const whole = JSON.parse(json) as { version?: unknown; songs?: unknown; takes?: unknown } | null;
  if (whole?.version !== VERSION) throw new Error(`${ALL}: version ${VERSION} expected`);
  const { songs, takes } = whole;
  if (!Array.isArray(songs) || !songs.every(isSong))
    throw new Error(`${ALL}: a song in it is not understood`);
  if (!Array.isArray(takes) || !takes.every(isTake))
    throw new Error(`${ALL}: a take in it is not understood`);
  return { songs, takes };
}

const has = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const among = (value: unknown, choices: readonly string[]): boolean =>
  typeof value === 'string' && choices.includes(value);
const numbers = (of: Record<string, unknown>, names: readonly string[]): boolean =>
  names.every((name) => Number.isFinite(of[name]));
const isLyrics = (value: unknown): boolean =>
  has(value) && SLOTS.every((slot) => typeof value[slot] === 'string');

const isSong = (value: unknown): value is Song =>
  has(value) &&
  typeof value['id'] === 'string' &&
  typeof value['title'] === 'string' &&
  among(value['kind'], SONG_KINDS) &&
  among(value['language'], ['en', 'de']) &&
  isLyrics(value['lyrics']) &&
  numbers(value, ['madeAtMs', 'changedAtMs']) &&
  has(value['backing']) &&
  among(value['backing']['style'], STYLES) &&
  numbers(value['backing'], ['tempoBpm', 'transpose', 'backingDb']) &&
  Array.isArray(value['versions']) &&
  value['versions'].every((one) => has(one) && Number.isFinite(one['atMs']) && isLyrics(one['lyrics']));

const isTake = (value: unknown): value is Take =>
  has(value) &&
  ['id', 'song'].every((name) => typeof value[name] === 'string') &&
  among(value['slot'], SLOTS) &&
  among(value['how'], TAKE_HOWS) &&
  typeof value['chosen'] === 'boolean' &&
  (value['before'] === undefined || typeof value['before'] === 'string') &&
  numbers(value, ['atMs', 'sampleRate', 'frames', 'offsetS']);
