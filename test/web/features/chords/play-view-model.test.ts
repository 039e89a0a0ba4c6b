import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { chordPlayer } from '../../../../bench/played-chords.ts';
import { chance } from '../../../../engine/index.ts';
import { choicesStore, type ChoicesRow } from '../../../../web/features/chords/choices.ts';
import { chordsBelongings } from '../../../../web/features/chords/chords-belongings.ts';
import type { Ear, EarRefusal } from '../../../../web/features/chords/hear/ear.ts';
import { LOOK_SAMPLES } from '../../../../web/features/chords/hear/tone-weights.ts';
import { playViewModel } from '../../../../web/features/chords/play/play-view-model.ts';
import { singViewModel } from '../../../../web/features/chords/sing/sing-view-model.ts';
import type { Band, BandNote } from '../../../../web/features/chords/sound/band.ts';
import { sounding, soundOf } from '../../../../web/features/chords/sounding.ts';
import { chordNamed } from '../../../../web/features/chords/theory/chord.ts';
import { pitchesOf } from '../../../../web/features/chords/theory/fingering.ts';
import { readTune } from '../../../../web/features/chords/tunes/read-tune.ts';
import { behavior } from '../../../../web/kit/behavior.ts';
import { fakeTable } from '../fake-vault.ts';

const RATE = 48_000;
const tune = readTune({ id: 't', title: 'T', by: '', beatsPerBar: 4, upbeat: 0, tempoBpm: 80 }, [
  ['G:4 C:4', 'd4:4:one e4:4:two'],
  ['G:4', 'd4:4:three'],
]);
const microtasks = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await Promise.resolve();
};

/** A band on the scheduler's clock, and an ear that hears what it is given. */
function here() {
  const scheduler = new VirtualTimeScheduler();
  const played: BandNote[] = [];
  const inSession$ = behavior(false);
  const state = {
    ...{ scheduler, played, inSession$, hushed: 0, opens: true, closed: 0 },
    refused: undefined as EarRefusal | undefined,
    sound: (count: number) => new Float32Array(count),
  };
  const band: Band = {
    open: () => (state.opens ? Promise.resolve() : Promise.reject(new Error('offline'))),
    now: () => scheduler.now() / 1000,
    heardS: () => scheduler.now() / 1000,
    play: (notes) => void played.push(...notes),
    hush: () => {
      state.hushed++;
    },
    context: {} as AudioContext,
  };
  const ear: Ear = {
    open: () =>
      Promise.resolve(
        state.refused
          ? { refused: state.refused }
          : {
              ...{ sampleRate: RATE, processed: false },
              latest: (count: number) => state.sound(count),
              close: () => {
                state.closed++;
              },
            },
      ),
  };
  const run = (ms: number): void => {
    scheduler.maxFrames = scheduler.frame + ms;
    scheduler.flush();
    scheduler.frame = scheduler.maxFrames;
  };
  return { state, ports: { band, ear, inSession$, scheduler }, run };
}

describe('playViewModel', () => {
  it('waits for each chord, goes back, and is over after the last', async () => {
    const { ports } = here();
    const play = playViewModel(tune, ports);
    play.begin('guitar');
    expect(play.going$.value).toBe('preparing');
    await microtasks();
    expect(play.going$.value).toBe('on');
    play.move(1);
    play.move(-1);
    play.move(-1);
    expect(play.at$.value).toBe(0);
    for (let i = 0; i < 3; i++) play.move(1);
    expect(play.going$.value).toBe('over');
  });

  it('goes on by itself once the chord rings, in the key that was chosen', async () => {
    const { state, ports, run } = here();
    const player = await chordPlayer(RATE);
    const how = {
      kind: 'guitar',
      length: LOOK_SAMPLES,
      tuningCents: 0,
      stringCents: 2,
      noiseDb: 40,
    } as const;
    const strum = (name: string) => player(chance(1), pitchesOf(chordNamed(name)!, 'guitar'), how);
    const play = playViewModel(tune, ports);
    play.set({ transpose: 2 });
    play.begin('guitar');
    await play.ear.turnOn();
    await microtasks();
    const [asWritten, higher] = [strum('G'), strum('A')].map((sound) => new Float32Array(sound));
    state.sound = () => asWritten!;
    run(1000);
    // What is written is heard, and another key is asked for.
    expect(play.heard$.value.heard).toEqual({ is: 'chord', chord: chordNamed('G') });
    expect(play.at$.value).toBe(0);
    state.sound = () => higher!;
    run(170);
    expect(play.at$.value).toBe(0);
    run(170);
    expect(play.at$.value).toBe(1);
  });

  it('goes at its tempo after a bar of count-in, and plays no chords into an open microphone', async () => {
    const { state, ports, run } = here();
    const play = playViewModel(tune, ports);
    play.set({ mode: 'tempo', tempoBpm: 60 });
    await play.ear.turnOn();
    play.begin('guitar');
    await microtasks();
    expect(play.going$.value).toBe('count-in');
    expect(new Set(state.played.map(({ instrument }) => instrument.id))).toEqual(new Set(['shakers']));
    run(4300);
    expect(play.going$.value).toBe('on');
    run(4000);
    expect(play.at$.value).toBe(1);
    run(9000);
    expect(play.going$.value).toBe('over');
  });

  it('says that a microphone was refused, and goes on without it', async () => {
    const { state, ports } = here();
    state.refused = 'refused';
    const play = playViewModel(tune, ports);
    await play.ear.turnOn();
    expect(play.ear.state$.value).toEqual({ is: 'refused' });
    play.begin('ukulele');
    await microtasks();
    expect(play.going$.value).toBe('on');
  });

  it('waits without sound where the instruments did not come, and says so', async () => {
    const { state, ports } = here();
    state.opens = false;
    const play = playViewModel(tune, ports);
    play.begin('guitar');
    await microtasks();
    expect([play.failed$.value, play.going$.value]).toEqual([true, 'on']);
  });

  it('ends, and lets go of the microphone, when a session begins', async () => {
    const { state, ports } = here();
    const play = playViewModel(tune, ports);
    play.begin('guitar');
    await play.ear.turnOn();
    await microtasks();
    state.inSession$.next(true);
    expect([play.going$.value, play.ear.state$.value.is, state.closed]).toEqual(['no', 'off', 1]);
    play.begin('guitar');
    expect(play.going$.value).toBe('no');
  });
});

describe('singViewModel', () => {
  it('follows the lines, and draws the voice in the octave of the tune', async () => {
    const { state, ports, run } = here();
    // An octave below the first tone, and a little flat.
    const hz = 440 * 2 ** ((50 - 0.2 - 69) / 12);
    state.sound = (count) =>
      Float32Array.from({ length: count }, (_, i) =>
        [1, 0.6, 0.3].reduce(
          (sum, g, k) => sum + 0.2 * g * Math.sin((2 * Math.PI * hz * (k + 1) * i) / RATE),
          0,
        ),
      );
    const sing = singViewModel(tune, ports);
    sing.set({ tempoBpm: 60 });
    await sing.ear.turnOn();
    sing.begin('guitar');
    await microtasks();
    run(5500);
    expect(sing.going$.value).toBe('on');
    expect(sing.sung().at(-1)!.midi).toBeCloseTo(61.8, 1);
    run(8000);
    expect(sing.line$.value).toBe(1);
    run(6000);
    expect([sing.going$.value, sing.beat()]).toEqual(['over', undefined]);
  });
});

describe('sounding', () => {
  it('is on with whoever holds it, and ends them as they leave', async () => {
    const { state, ports } = here();
    const one = sounding();
    const play = playViewModel(tune, ports);
    const leave = one.hold(soundOf([], play));
    expect(one.on$.value).toBe(false);
    play.begin('guitar');
    await play.ear.turnOn();
    expect(one.on$.value).toBe(true);
    leave();
    expect([one.on$.value, play.going$.value, state.closed]).toEqual([false, 'no', 1]);
  });
});

describe('choicesStore', () => {
  const row: ChoicesRow = { id: 'c6a1d9be-52a4-4f0e-9b43-0d7f1c1f6e25', kind: 'ukulele', left: true };

  it('keeps what is chosen, and works on where nothing can be kept', async () => {
    const table = fakeTable<ChoicesRow>();
    const store = choicesStore(table);
    expect(store.choices$.value).toEqual({ kind: 'guitar', left: false });
    store.choose({ kind: 'ukulele' });
    store.choose({ left: true });
    await microtasks();
    expect(table.rows$.value).toEqual([row]);
    table.failing = true;
    store.choose({ kind: 'keyboard' });
    await microtasks();
    expect(store.choices$.value.kind).toBe('keyboard');
  });

  it('is taken along, put in again, and no broken file is', async () => {
    const table = fakeTable<ChoicesRow>();
    const all = chordsBelongings(table, { state$: behavior('open' as const) });
    expect(await all.take()).toEqual([]);
    await table.put(row);
    const files = await all.take();
    await all.destroy();
    await all.put(files);
    expect(table.rows$.value).toEqual([row]);
    const broken = [{ path: 'chords.json', bytes: new TextEncoder().encode('{"v":1}') }];
    await expect(all.put(broken)).rejects.toThrow('no file of first chords');
    table.set({ state: 'locked' });
    await expect(all.take()).rejects.toThrow('closed');
  });
});
