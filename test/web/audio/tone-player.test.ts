import { render } from '../../support/audio-offline.ts';
import { droneOf, loadWaves, readWaves, sine } from '../../support/audio-scores.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CrossfadePlan } from '../../../engine/index.ts';
import { createTonePlayer, type ModulePlayer, type PlayerState } from '../../../web/audio/index.ts';
import { OfflineContext } from '../../../web/audio/tone.ts';

const SCORES = new Map([droneOf('a', sine(110)), droneOf('b', sine(165))].map((score) => [score.id, score]));

beforeAll(() => loadWaves(SCORES.values()));

const plan = (module: string, more: Partial<CrossfadePlan> = {}): CrossfadePlan => ({
  kind: 'press',
  to: { module, family: module === 'silence' ? 'silence' : 'calming', level: 2 },
  durationS: 1,
  begin: 'now',
  curve: 'equal-power',
  ...more,
});

/** What the state says through a script, as `sounding>fadingTo`. */
async function states(
  seconds: number,
  script: readonly (readonly [number, (player: ModulePlayer) => void])[],
): Promise<string[]> {
  const seen: string[] = [];
  const write = ({ sounding, fadingTo }: PlayerState): void => {
    const now = `${sounding?.module ?? '-'}>${fadingTo?.module ?? '-'}`;
    if (now !== seen.at(-1)) seen.push(now);
  };
  await render({ seconds, sampleRate: 22_050 }, (context) => {
    const player = createTonePlayer({ seed: 1, context, scores: SCORES, read: readWaves });
    player.state$.subscribe(write);
    return script.map(([atS, act]) => [atS, () => act(player)] as const);
  });
  return seen;
}

describe('state$', () => {
  it('says what sounds and where a fade leads', async () => {
    const seen = await states(4, [
      [0, (player) => player.carryOut(plan('a'))],
      [2, (player) => player.carryOut(plan('b'))],
    ]);
    expect(seen).toEqual(['->-', '->a', 'a>-', 'a>b', 'b>-']);
  });

  it('names the newest goal when a fade is interrupted, and arrives only there', async () => {
    const seen = await states(4, [
      [0, (player) => player.carryOut(plan('a'))],
      [0.5, (player) => player.carryOut(plan('b', { durationS: 2 }))],
    ]);
    expect(seen).toEqual(['->-', '->a', '->b', 'b>-']);
  });

  it('has nothing sounding after a rest', async () => {
    const seen = await states(4, [
      [0, (player) => player.carryOut(plan('a'))],
      [2, (player) => player.carryOut(plan('silence', { kind: 'rest' }))],
    ]);
    expect(seen).toEqual(['->-', '->a', 'a>-', 'a>silence', '->-']);
  });

  it('is empty at once on stop, and no fade arrives later', async () => {
    const seen = await states(4, [
      [0, (player) => player.carryOut(plan('a'))],
      [2, (player) => player.carryOut(plan('b'))],
      [2.5, (player) => player.carryOut(plan('silence', { kind: 'stop' }))],
    ]);
    expect(seen).toEqual(['->-', '->a', 'a>-', 'a>b', '->-']);
  });

  it('completes when the player is disposed of', async () => {
    let completed = false;
    await render({ seconds: 1, sampleRate: 22_050 }, (context) => {
      const player = createTonePlayer({ seed: 1, context, scores: SCORES, read: readWaves });
      player.state$.subscribe({ complete: () => (completed = true) });
      return [
        [0, () => player.carryOut(plan('a'))],
        [0.5, () => player.dispose()],
      ];
    });
    expect(completed).toBe(true);
  });
});

describe('carryOut', () => {
  it.each([
    ['a module without a score', plan('unheard-of'), /unheard-of/],
    ['a fade without a duration', plan('a', { durationS: 0 }), /durationS/],
    ['a duration that is no number', plan('a', { durationS: NaN }), /durationS/],
  ])('refuses %s', async (_what, wrong, message) => {
    await render({ seconds: 0.1, sampleRate: 22_050 }, (context) => {
      const player = createTonePlayer({ seed: 1, context, scores: SCORES, read: readWaves });
      expect(() => player.carryOut(wrong)).toThrow(message);
      return [];
    });
  });

  it('arrives where the last of many impatient presses leads', async () => {
    const seen = await states(6, [
      ...Array.from({ length: 60 }, (_, i) => {
        const module = ['a', 'b', 'silence'][i % 3]!;
        const begin = i % 7 === 0 ? 'phrase' : 'now';
        return [0.05 * i, (player: ModulePlayer) => player.carryOut(plan(module, { begin }))] as const;
      }),
      [3.5, (player) => player.carryOut(plan('b'))],
    ]);
    expect(seen.at(-1)).toBe('b>-');
  });
});

describe('a piece whose recordings are not there yet', () => {
  const absent = { ...sine(55), id: 'not yet' };
  const scores = new Map([...SCORES, ['absent', droneOf('absent', absent)]]);

  it('is announced, and forgotten where they cannot be loaded', async () => {
    const player = createTonePlayer({
      seed: 1,
      context: new OfflineContext(2, 1, 22_050),
      scores,
      read: readWaves,
    });
    const seen: (string | undefined)[] = [];
    player.state$.subscribe(({ fadingTo }) => seen.push(fadingTo?.module));
    player.carryOut(plan('absent'));
    await expect.poll(() => seen).toEqual([undefined, 'absent', undefined]);
  });

  it('gives way to a stop and to what was asked for since', async () => {
    let answer: (bytes: ArrayBuffer) => void = () => undefined;
    const slow: typeof readWaves = () => new Promise((resolve) => (answer = resolve));
    const player = createTonePlayer({
      seed: 1,
      context: new OfflineContext(2, 1, 22_050),
      scores,
      read: slow,
    });
    const seen: (string | undefined)[] = [];
    player.state$.subscribe(({ fadingTo }) => seen.push(fadingTo?.module));
    player.carryOut(plan('absent'));
    player.carryOut(plan('a'));
    player.stop();
    answer(await readWaves(sine(110)));
    // Only once the recording has been taken in does "a" have nothing left to wait for.
    player.carryOut(plan('a'));
    await expect.poll(() => seen.length).toBe(5);
    expect(seen).toEqual([undefined, 'absent', 'a', undefined, 'a']);
  });
});

describe('the player in a suspended context', () => {
  /** A context that can be let sleep, whose gestures are heard on `page`. */
  it('asks for the audio again on the next gesture once it was started', async () => {
    const page = Object.assign(new EventTarget(), { hidden: false });
    let asked = 0;
    await render({ seconds: 0.1, sampleRate: 22_050 }, (context) => {
      context.resume = () => {
        asked++;
        return Promise.resolve();
      };
      const player = createTonePlayer({ seed: 1, context, scores: SCORES, read: readWaves, page });
      page.dispatchEvent(new Event('pointerup'));
      expect(asked).toBe(0);
      void player.start();
      page.dispatchEvent(new Event('visibilitychange'));
      expect(asked).toBe(2);
      player.dispose();
      page.dispatchEvent(new Event('pointerup'));
      expect(asked).toBe(2);
      return [];
    });
  });
});
