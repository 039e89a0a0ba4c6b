import 'fake-indexeddb/auto';
import { filter, firstValueFrom, of } from 'rxjs';
import { afterEach, describe, expect, it } from 'vitest';
import { generated } from '../../../../scripts/music/generated-tracks.ts';
import { analyse } from '../../../../web/features/music/own/analysis/analyse.ts';
import { MusicDatabase } from '../../../../web/features/music/music-database.ts';
import { leftOut } from '../../../../web/features/music/profile-of.ts';
import { probe } from '../../../../web/features/music/own/probe.ts';
import { tableBytes } from '../../../../web/features/music/own/track-bytes.ts';
import type { TrackReader } from '../../../../web/features/music/own/track-reader.ts';
import { musicViewModel, type MusicViewModel } from '../../../../web/features/music/music-view-model.ts';
import { lastRead, readOf } from '../../../../web/storage/live-table.ts';
import { wavOf } from '../../../../scripts/music/wav.ts';

const RATE = 8000;
const { samples } = generated({ pattern: 'tune', bpm: 66, seconds: 21, sampleRate: RATE, seed: 1 });
/** A file of its own for each name; the reader below "decodes" it to the same music. */
const song = (
  name: string,
  content: Uint8Array<ArrayBuffer> = wavOf([samples.subarray(0, 100)], RATE),
): File => new File([content, name], name, { type: 'audio/wav' });

/** The app's reader without its worker; decoding is the browser's, so here it is a lookup. */
const reader = (): TrackReader => ({
  probe,
  decode: (file) =>
    (file as File).name.startsWith('broken')
      ? Promise.reject(new Error('EncodingError'))
      : Promise.resolve({
          channels: [(file as File).name.startsWith('silent') ? new Float32Array(samples.length) : samples],
          sampleRate: RATE,
        }),
  analyse: (sound) => Promise.resolve(analyse(sound)),
  dispose: () => undefined,
});

const opened: MusicDatabase[] = [];
let count = 0;
function open(read: () => TrackReader = reader) {
  const database = new MusicDatabase(`music-${count++}`);
  opened.push(database);
  const bytes = tableBytes(database.bytes);
  const outbox = {
    sessions$: of({ state: 'read', value: [] } as const),
    eventsOf: () => Promise.resolve([]),
  };
  const music = musicViewModel({ database, bytes, reader: read, outbox, now: () => 1000 });
  return { database, bytes, music };
}
afterEach(async () => {
  for (const database of opened.splice(0)) await database.delete();
});

const resultOf = (music: MusicViewModel) =>
  firstValueFrom(music.result$.pipe(filter((result) => result !== undefined)));
const kept = (music: MusicViewModel, when: (count: number) => boolean) =>
  firstValueFrom(lastRead(music.kept$).pipe(filter(({ tracks }) => when(tracks.length)))).then(
    ({ tracks }) => tracks,
  );

describe('musicViewModel', () => {
  it('adds a song with a proposal, tells of what it cannot take, and knows a file again', async () => {
    const { music, bytes } = open();
    music.add([
      song('04 - A song.wav'),
      song('broken.mp3'),
      song('silent.wav'),
      new File(['x'], 'cover.jpg'),
    ]);
    expect(await resultOf(music)).toEqual({
      added: 1,
      known: 0,
      cancelled: false,
      refused: [
        { name: 'broken.mp3', why: 'broken' },
        { name: 'silent.wav', why: 'silent' },
      ],
    });
    const [track] = await kept(music, (tracks) => tracks === 1);
    expect(track).toMatchObject({ title: 'A song', trigger: 'unknown', proposed: { family: 'calming' } });
    expect(track!.placed).toBeUndefined();
    expect((await bytes.get(track!.id))?.size).toBeGreaterThan(0);
    music.add([song('04 - A song.wav')]);
    expect(await resultOf(music)).toMatchObject({ added: 0, known: 1 });
    music.add([new File(['x'], 'letter.txt')]);
    expect((await resultOf(music)).refused).toEqual([{ name: 'letter.txt', why: 'not-audio' }]);
  });

  it('tells dosing of a track only once it is placed, and of what the person ruled out', async () => {
    const { music } = open();
    music.add([song('one.wav')]);
    await resultOf(music);
    const [track] = await kept(music, (tracks) => tracks === 1);
    expect(music.profile().ownTracks).toEqual([]);
    await music.placeAll();
    await music.judge(track!, 'clean');
    await music.judge({ id: 'still-water', title: 'Still water' }, 'trigger');
    await music.setTriggerTags({ artists: ['Somebody'] });
    await expect
      .poll(() => music.profile())
      .toMatchObject({
        earlyRecovery: true,
        triggers: ['still-water'],
        triggerTags: { artists: ['Somebody'], genres: [], years: [] },
        ownTracks: [
          {
            id: track!.id,
            title: 'one',
            family: 'calming',
            levels: [track!.proposed.level],
            trigger: 'clean',
          },
        ],
      });
    await music.undo$.value!.back();
    await expect.poll(() => music.profile().triggers).toEqual([]);
  });

  it('takes a track away and gives it back; what stays away is forgotten at the next visit', async () => {
    const { music, database, bytes } = open();
    music.add([song('one.wav')]);
    await resultOf(music);
    const [track] = await kept(music, (tracks) => tracks === 1);
    await music.remove(track!);
    await kept(music, (tracks) => tracks === 0);
    await music.undo$.value!.back();
    await kept(music, (tracks) => tracks === 1);
    await music.remove(track!);
    musicViewModel({
      database,
      bytes,
      reader,
      outbox: { sessions$: of({ state: 'read', value: [] } as const), eventsOf: () => Promise.resolve([]) },
      now: () => 0,
    });
    await expect.poll(() => bytes.get(track!.id)).toBeUndefined();
  });

  it('lets two tracks change places', async () => {
    const { music } = open();
    music.add([song('one.wav'), song('two.wav'), song('three.wav')]);
    await resultOf(music);
    const [one, , three] = await kept(music, (tracks) => tracks === 3);
    await music.swap(one!.id, three!.id);
    await expect
      .poll(() => readOf(music.kept$.value)?.tracks.map(({ title }) => title))
      .toEqual(['three', 'two', 'one']);
  });

  it('puts pieces that come with Attune on the person’s list in their order, and takes them off', async () => {
    const { music } = open();
    const picked = () => readOf(music.kept$.value)?.rules.picked;
    await music.pick('still-water', true);
    await music.pick('cradle', true);
    await music.pick('still-water', true);
    await expect.poll(picked).toEqual(['cradle', 'still-water']);
    await music.pick('cradle', false);
    await expect.poll(picked).toEqual(['still-water']);
  });

  it('leaves out a song by its name, and says so beside it', async () => {
    const { music } = open();
    music.add([song('one.wav'), song('two.wav')]);
    await resultOf(music);
    await music.placeAll();
    const [one, two] = await kept(music, (tracks) => tracks === 2);
    await music.judge(one!, 'clean');
    await music.setLeftOut({
      earlyRecovery: false,
      triggerTags: { artists: [], genres: [], years: [] },
      songs: [{ title: 'ONE' }],
    });
    await expect.poll(() => music.profile().triggers).toEqual([one!.id]);
    expect(music.profile()).toMatchObject({ earlyRecovery: false });
    const { rules } = readOf(music.kept$.value)!;
    const placed = { family: 'calming', level: 2 } as const;
    expect([one!, two!].map((track) => leftOut({ ...track, placed, trigger: 'clean' }, rules))).toEqual([
      'trigger',
      undefined,
    ]);
  });

  it('can be cancelled while a file takes its time, and keeps what is done', async () => {
    const slow = (): TrackReader => ({
      ...reader(),
      decode: (file) =>
        (file as File).name === 'slow.wav' ? new Promise(() => undefined) : reader().decode(file),
    });
    const { music } = open(slow);
    music.add([song('one.wav'), song('slow.wav'), song('three.wav')]);
    const under = await firstValueFrom(music.importing$.pipe(filter((now) => now?.name === 'slow.wav')));
    expect(under).toEqual({ done: 1, total: 3, name: 'slow.wav' });
    music.cancel();
    expect(await resultOf(music)).toMatchObject({ added: 1, cancelled: true });
    expect(music.importing$.value).toBeUndefined();
  });

  it('says to a three-hour file, a locked one and a full browser what each is', async () => {
    const { music } = open(() => ({
      ...reader(),
      probe: async (file) => ({
        ...(await probe(file)),
        ...((file as File).name === 'long.mp3' && { lengthS: 3 * 3600 }),
        ...((file as File).name === 'shop.m4p' && { locked: true }),
      }),
    }));
    music.add([song('long.mp3'), song('shop.m4p')]);
    expect((await resultOf(music)).refused.map(({ why }) => why)).toEqual(['too-long', 'locked']);
    const full = open();
    full.bytes.put = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    full.music.add([song('one.wav')]);
    expect((await resultOf(full.music)).refused).toEqual([{ name: 'one.wav', why: 'no-room' }]);
  });
});
