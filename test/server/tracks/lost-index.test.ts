import { createHash } from 'node:crypto';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTrackStore, type TrackAbout, type TrackStore } from '../../../server/index.ts';

const idOf = (bytes: Buffer): string =>
  `own-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
const SONGS = ['first song', 'second song', 'third song'].map((text) => Buffer.from(text));
const IDS = SONGS.map(idOf);
const ABOUT: TrackAbout = { fileName: 'song.mp3', addedAtMs: 1, trigger: 'clean' };

let folder: string;
let tracks: TrackStore;
let said: string[];
beforeEach(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'attune-index-')), 'music');
  said = [];
  tracks = await open();
});
afterEach(async () => {
  await tracks.close();
  rmSync(join(folder, '..'), { recursive: true, force: true });
});

const open = () => openTrackStore({ folder, notify: (message) => said.push(message) });
const database = () => join(folder, 'tracks.sqlite');
const keep = async (...songs: readonly Buffer[]) => {
  for (const song of songs) await tracks.put(idOf(song), Readable.from([song]));
};
/** Stops, does something to the folder, and starts again. */
const meanwhile = async (work: () => void) => {
  await tracks.close();
  work();
  tracks = await open();
};
const ids = async () => (await tracks.list()).map(({ id }) => id);
const withoutIndex = () => {
  for (const name of readdirSync(folder)) if (name.startsWith('tracks.sqlite')) rmSync(join(folder, name));
};

describe('openTrackStore over a list that does not fit the folder', () => {
  it.each<[string, () => void]>([
    ['lost', withoutIndex],
    ['empty', () => writeFileSync(database(), '')],
  ])('takes all music in again where the list is %s', async (_how, damage) => {
    await keep(...SONGS);
    await tracks.describe(IDS[0]!, ABOUT);
    await meanwhile(damage);
    expect(await ids()).toEqual([...IDS].sort());
    expect((await tracks.list()).map(({ sizeBytes }) => sizeBytes).sort((a, b) => a - b)).toEqual([
      10, 10, 11,
    ]);
    for (const [i, song] of SONGS.entries()) expect(readFileSync(join(folder, IDS[i]!))).toEqual(song);
    expect(said).toEqual([`3 tracks in ${folder} had no line in the list of music and got one again.`]);
    // What was said of it comes back from the browser that knows.
    expect(await tracks.describe(IDS[0]!, ABOUT)).toMatchObject({ id: IDS[0], about: ABOUT });
  });

  it.each<[string, Buffer]>([
    ['rubbish', Buffer.from('no database at all '.repeat(500))],
    [
      'of another kind in its middle',
      Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(8192, 0xa5)]),
    ],
  ])('moves a list that is %s aside, says so, and takes all music in again', async (_how, bytes) => {
    await keep(...SONGS);
    await meanwhile(() => writeFileSync(database(), bytes));
    expect(await ids()).toEqual([...IDS].sort());
    expect(said[0]).toMatch(/^The list of music .*tracks\.sqlite is damaged: it was moved to .*-damaged-/);
    const aside = readdirSync(folder).find((name) => name.includes('-damaged-'))!;
    expect(readFileSync(join(folder, aside))).toEqual(bytes);
    await meanwhile(() => undefined);
    expect(said).toHaveLength(2);
  });

  it('takes in what came after the backup that the list is from', async () => {
    await keep(SONGS[0]!);
    await tracks.describe(IDS[0]!, ABOUT);
    await meanwhile(() => copyFileSync(database(), join(folder, '..', 'backup')));
    await keep(SONGS[1]!, SONGS[2]!);
    await meanwhile(() => {
      withoutIndex();
      copyFileSync(join(folder, '..', 'backup'), database());
    });
    expect(await ids()).toEqual([...IDS].sort());
    expect((await tracks.list()).find(({ id }) => id === IDS[0])?.about).toEqual(ABOUT);
  });

  it('leaves alone, and names, what it does not understand', async () => {
    await keep(SONGS[0]!);
    await meanwhile(() => {
      writeFileSync(join(folder, 'own-0123456789abcdef'), 'other bytes than its name says');
      writeFileSync(join(folder, 'notes.txt'), 'of the person');
      mkdirSync(join(folder, 'own-00000000000000ff'));
    });
    expect(await ids()).toEqual([IDS[0]]);
    expect(readFileSync(join(folder, 'own-0123456789abcdef'), 'utf8')).toContain('other bytes');
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(['notes.txt', 'own-00000000000000ff']));
    expect(said).toEqual([
      `3 files in ${folder} are not Attune's and were left alone: ` +
        'notes.txt, own-00000000000000ff, own-0123456789abcdef.',
    ]);
  });

  it('keeps what was said of a file that is away, until it is back', async () => {
    await keep(SONGS[0]!);
    await tracks.describe(IDS[0]!, ABOUT);
    await meanwhile(() => rmSync(join(folder, IDS[0]!)));
    expect(await tracks.list()).toEqual([]);
    await meanwhile(() => writeFileSync(join(folder, IDS[0]!), SONGS[0]!));
    expect(await tracks.list()).toEqual([{ id: IDS[0], sizeBytes: 10, about: ABOUT }]);
  });
});
