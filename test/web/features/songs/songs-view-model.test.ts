import { describe, expect, it } from 'vitest';
import { behavior } from '../../../../web/kit/behavior.ts';
import { newSong, withLyrics, type Song } from '../../../../web/features/songs/song.ts';
import { songsBelongings } from '../../../../web/features/songs/songs-belongings.ts';
import { songsViewModel } from '../../../../web/features/songs/songs-view-model.ts';
import { StudioError, type StudioAudio } from '../../../../web/features/songs/studio-audio.ts';
import { studioViewModel } from '../../../../web/features/songs/studio-view-model.ts';
import type { Take, TakePiece } from '../../../../web/features/songs/take.ts';
import { fakeTable } from '../fake-vault.ts';

function shelf() {
  const made = { songs: fakeTable<Song>(), takes: fakeTable<Take>(), pieces: fakeTable<TakePiece>() };
  let count = 0;
  let nowMs = 1000;
  return {
    ...made,
    tables: () => made,
    clock: { nowMs: () => nowMs++, newId: () => `id-${count++}` },
  };
}

const noLock = { beforeLock: () => () => undefined };

describe('songsViewModel', () => {
  it('keeps what is written by itself when it is asked to, and says so', async () => {
    const { songs, tables, clock } = shelf();
    const view = songsViewModel({ vault: noLock, tables, ...clock });
    const draft = view.draft(await view.begin('three'));
    draft.change((was) => withLyrics(was, { ...was.lyrics, chorus: 'stay' }, 2000));
    expect(draft.kept$.value).toBe('keeping');
    await draft.keep();
    expect(draft.kept$.value).toBe('kept');
    expect((songs.rows$.value as Song[])[0]!.lyrics.chorus).toBe('stay');
  });

  it('says where nothing could be kept, and keeps it later', async () => {
    const { songs, tables, clock } = shelf();
    const view = songsViewModel({ vault: noLock, tables, ...clock });
    const draft = view.draft(await view.begin('three'));
    songs.failing = true;
    draft.change((was) => ({ ...was, title: 'a' }));
    await draft.keep();
    expect(draft.kept$.value).toBe('not-kept');
    songs.failing = false;
    await draft.keep();
    expect(draft.kept$.value).toBe('kept');
  });

  it('brings a deleted song back', async () => {
    const { songs, tables, clock } = shelf();
    const view = songsViewModel({ vault: noLock, tables, ...clock });
    const song = await view.begin('apology');
    await view.delete(song);
    expect(songs.rows$.value).toEqual([]);
    await view.undo();
    expect(songs.rows$.value).toEqual([song]);
  });

  it('lets go of takes whose song is gone, and of no other', async () => {
    const { songs, takes, pieces, tables, clock } = shelf();
    songs.set([newSong({ id: 'here', kind: 'three', language: 'en' }, 0)]);
    const take = (id: string, song: string) => ({ id, song }) as Take;
    takes.set([take('t1', 'here'), take('t2', 'gone')]);
    pieces.set([
      { id: 'p1', take: 't1', index: 0, pcm: '' },
      { id: 'p2', take: 't2', index: 0, pcm: '' },
    ]);
    songsViewModel({ vault: noLock, tables, ...clock });
    await expect.poll(() => (pieces.rows$.value as TakePiece[]).map(({ id }) => id)).toEqual(['p1']);
    expect((takes.rows$.value as Take[]).map(({ id }) => id)).toEqual(['t1']);
  });

  it('lets go of nothing while no song has been read', async () => {
    const { takes, tables, clock } = shelf();
    takes.set([{ id: 't1', song: 'here' } as Take]);
    songsViewModel({ vault: noLock, tables, ...clock });
    await new Promise((done) => setTimeout(done, 20));
    expect(takes.rows$.value).toHaveLength(1);
  });
});

/** A studio that records what it is told to. */
function fakeAudio(take: Float32Array<ArrayBuffer>): StudioAudio & { asked: string[]; refuse: boolean } {
  const audio = {
    asked: [] as string[],
    refuse: false,
    level$: behavior(0),
    play: () => Promise.resolve(void audio.asked.push('play')),
    record: (_: unknown, told: (what: 'count-in' | 'recording') => void) => {
      if (audio.refuse) return Promise.reject(new StudioError('refused'));
      told('recording');
      return Promise.resolve({
        ...{ samples: take, sampleRate: 8000, offsetS: 0.1, how: 'marker' as const },
        given: { processed: false },
      });
    },
    finish: () => void audio.asked.push('finish'),
    listen: () => Promise.resolve({ samples: new Float32Array(100), sampleRate: 8000 }),
    mix: () => Promise.resolve({ left: take, right: take, sampleRate: 8000 }),
    stop: () => void audio.asked.push('stop'),
  };
  return audio;
}

function studioHere(inSession = false) {
  const { tables, clock, ...rest } = shelf();
  const audio = fakeAudio(Float32Array.from({ length: 400 }, (_, i) => Math.sin(i)));
  const inSession$ = behavior(inSession);
  const studio = studioViewModel({ audio: () => Promise.resolve(audio), tables, inSession$, ...clock });
  const song = newSong({ id: 's', kind: 'three', language: 'en' }, 0);
  return { ...rest, audio, studio, inSession$, song, tables };
}

describe('studioViewModel', () => {
  it('keeps a take, and the newest of a part is the one that is heard', async () => {
    const { studio, song } = studioHere();
    const takes$ = studio.takes$('s');
    studio.record(song, 'chorus');
    await expect.poll(() => takes$.value.length).toBe(1);
    await expect.poll(() => studio.doing$.value.what).toBe('nothing');
    studio.record(song, 'chorus');
    await expect.poll(() => takes$.value.map(({ chosen }) => chosen)).toEqual([false, true]);
    expect((await studio.samples(takes$.value[1]!))[1]).toBeCloseTo(Math.sin(1), 4);
  });

  it('brings a deleted take back', async () => {
    const { studio, song } = studioHere();
    const takes$ = studio.takes$('s');
    studio.record(song, 'first');
    await expect.poll(() => takes$.value.length).toBe(1);
    studio.delete(takes$.value[0]!);
    await expect.poll(() => takes$.value.length).toBe(0);
    studio.undo();
    await expect.poll(() => takes$.value.length).toBe(1);
  });

  it('moves a take against its backing: later means less of it before the beat', async () => {
    const { studio, song } = studioHere();
    const takes$ = studio.takes$('s');
    studio.record(song, 'first');
    await expect.poll(() => takes$.value.length).toBe(1);
    studio.move(takes$.value[0]!, 0.01);
    await expect.poll(() => takes$.value[0]!.how).toBe('by-hand');
    expect(takes$.value[0]!.offsetS).toBeCloseTo(0.09, 9);
  });

  it('says why nothing was recorded', async () => {
    const { studio, song, audio } = studioHere();
    audio.refuse = true;
    studio.record(song, 'first');
    await expect.poll(() => studio.problem$.value).toBe('refused');
    expect(studio.doing$.value).toEqual({ what: 'nothing' });
  });

  it('is quiet while a session sounds, and stops when one begins', async () => {
    const during = studioHere(true);
    during.studio.play(during.song, 'song', true);
    expect(during.studio.problem$.value).toBe('session');
    const before = studioHere();
    before.studio.play(before.song, 'first', false);
    await expect.poll(() => before.audio.asked).toContain('play');
    before.inSession$.next(true);
    expect(before.audio.asked.at(-1)).toBe('stop');
  });

  it('finds no key where nothing was hummed', async () => {
    const { studio } = studioHere();
    expect(await studio.findKey()).toBeUndefined();
    expect(studio.problem$.value).toBe('too-quiet');
  });
});

describe('songsBelongings', () => {
  it('is put in elsewhere as it was, twice without doubling, and leaves nothing when it is destroyed', async () => {
    const here = studioHere();
    await here.songs.put({ ...here.song, title: 'A name', lyrics: { first: 'a', second: '', chorus: 'b' } });
    here.studio.record(here.song, 'chorus');
    await expect.poll(() => here.studio.takes$('s').value.length).toBe(1);
    await expect.poll(() => here.studio.doing$.value.what).toBe('nothing');
    const files = await songsBelongings(here.tables).take();
    expect(files.map(({ path }) => path.replace(/id-\d+/, 'ID'))).toEqual([
      'songs.json', 'song-1.txt', 'song-1.md', 'song-1.cho', 'takes/ID.wav',
    ]); // prettier-ignore

    const there = studioHere();
    const belongings = songsBelongings(there.tables);
    await belongings.put(files);
    await belongings.put(files);
    expect(there.songs.rows$.value).toEqual(here.songs.rows$.value);
    expect(there.studio.takes$('s').value).toHaveLength(1);
    const take = there.studio.takes$('s').value[0]!;
    expect((await there.studio.samples(take))[1]).toBeCloseTo(Math.sin(1), 3);
    await belongings.destroy();
    expect([there.songs, there.takes, there.pieces].map(({ rows$ }) => rows$.value)).toEqual([[], [], []]);
  });

  it('takes nothing rather than a part while the vault is locked', async () => {
    const { songs, tables } = shelf();
    songs.set({ state: 'locked' });
    await expect(songsBelongings(tables).take()).rejects.toThrow('locked');
  });

  it('adds nothing of a file that it does not understand', async () => {
    const { songs, tables } = shelf();
    const file = (content: string) => [{ path: 'songs.json', bytes: new TextEncoder().encode(content) }];
    for (const content of [
      'no json',
      'null',
      '{"version":2}',
      '{"version":1,"songs":[{"id":"a"}],"takes":[]}',
    ])
      await expect(songsBelongings(tables).put(file(content))).rejects.toThrow();
    expect(songs.rows$.value).toEqual([]);
  });
});
