import { render } from '../../support/audio-offline.ts';
import { rmsDb } from '../../support/audio-loudness.ts';
import { droneOf, loadWaves, noise, readWaves, SAMPLE_RATE, sine } from '../../support/audio-scores.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTonePlayer } from '../../../web/audio/index.ts';
import type { Score } from '../../../web/audio/modules/index.ts';
import type { Part } from '../../../web/audio/modules/score.ts';

const NOISE = noise(41);
/** A tone of the family that is moved with the session, unlike noise. */
const LOW = { ...sine(110), source: { kind: 'pad', slope: 1, widthCents: 1, even: 1 } } as const;

beforeAll(() => loadWaves([droneOf('a', NOISE), droneOf('b', LOW)]));

const partOf = (
  id: string,
  instrument: Part['instrument'],
  more: Partial<Part>,
  of: Partial<Score> = {},
): Score => {
  const drone = droneOf(id, instrument);
  return { ...drone, ...of, parts: { drone: { ...drone.parts['drone']!, ...more } } };
};

async function heard(score: Score, { seed = 1, seconds = 3 } = {}): Promise<readonly Float32Array[]> {
  const scores = new Map([[score.id, score]]);
  const sides = await render({ seconds, sampleRate: SAMPLE_RATE }, (context) => {
    const player = createTonePlayer({ seed, context, scores, read: readWaves });
    const to = { module: score.id, family: score.family, level: 1 } as const;
    return [
      [0, () => player.carryOut({ kind: 'wake', to, durationS: 0.1, begin: 'now', curve: 'equal-power' })],
    ];
  });
  return sides.map((side) => side.subarray(SAMPLE_RATE));
}

const largest = (samples: Float32Array): number =>
  samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

const fold = ([left, right]: readonly Float32Array[], sign: 1 | -1): Float32Array =>
  left!.map((x, i) => (x + sign * right![i]!) / 2);

describe('a part of width', () => {
  it('0 is a point in the middle', async () => {
    const sides = await heard(partOf('a', NOISE, { width: 0 }));
    expect(rmsDb(fold(sides, -1))).toBeLessThan(-120);
  });

  it('1 has a side, and is in mono what it was without one', async () => {
    const [point, wide] = [
      await heard(partOf('a', NOISE, { width: 0 })),
      await heard(partOf('a', NOISE, { width: 1 })),
    ];
    const sideDb = rmsDb(fold(wide, -1)) - rmsDb(fold(wide, 1));
    expect(sideDb).toBeGreaterThan(-9);
    expect(sideDb).toBeLessThan(-2);
    const mono = fold(wide, 1);
    expect(largest(fold(point, 1).map((x, i) => x - mono[i]!))).toBeLessThan(1e-5);
  });
});

describe('the sends of a part', () => {
  it('lead to a near and to a far room, as it says', async () => {
    const dry = rmsDb(fold(await heard(partOf('a', NOISE, { width: 0 })), -1));
    for (const room of ['near', 'far'] as const) {
      const sendDb = { near: -200, far: -200, [room]: -3 };
      const wet = rmsDb(fold(await heard(partOf('a', NOISE, { width: 0, sendDb })), -1));
      expect(wet - dry).toBeGreaterThan(60);
    }
  });
});

describe('a bass', () => {
  it('has its octave, softly: a small speaker has something of it', async () => {
    const low = { attackS: 0.005, releaseS: 0.1 };
    const alone = await heard(partOf('b', { ...LOW, ...low }, {}));
    const bass = await heard(partOf('b', { ...LOW, ...low }, { register: 'bass' }));
    const rise = rmsDb(bass[0]!) - rmsDb(alone[0]!);
    expect(rise).toBeGreaterThan(0.3);
    expect(rise).toBeLessThan(1.5);
  });
});

describe('a session', () => {
  it('has one pitch for its seed', async () => {
    const score = partOf('b', LOW, {});
    const hertz = async (seed: number): Promise<number> => {
      const [side] = await heard(score, { seed });
      let crossings = 0;
      for (let i = 1; i < side!.length; i++) if (side![i - 1]! < 0 && side![i]! >= 0) crossings++;
      return crossings / (side!.length / SAMPLE_RATE);
    };
    const heights = await Promise.all([1, 1, 2, 3, 4, 5].map(hertz));
    expect(heights[1]).toBe(heights[0]);
    expect(new Set(heights.map(Math.round)).size).toBeGreaterThan(1);
    for (const one of heights) {
      expect(one).toBeGreaterThan(110 * 2 ** (-3.2 / 12));
      expect(one).toBeLessThan(110 * 2 ** (2.2 / 12));
    }
  });
});
