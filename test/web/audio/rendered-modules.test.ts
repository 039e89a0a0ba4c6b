import { playOffline } from '../../support/audio-performance.ts';
import { loudnessOf, rmsDb } from '../../support/audio-loudness.ts';
import { describe, expect, it } from 'vitest';
import type { Level } from '../../../engine/index.ts';
import { mixFigures } from '../../../scripts/music/mix-figures.ts';
import { SCORES } from '../../../web/audio/modules/index.ts';
import { targetLufs } from '../../../web/audio/modules/target-lufs.ts';

/**
 * Half the rate of the app: what is asked here does not hang on treble. `npm run measure:music` renders every level
 * in full.
 */
const SAMPLE_RATE = 22_050;
/** None that a trim was made with. */
const SEED = 41;
const SECONDS = 16;
const ENDS: readonly Level[] = [1, 5];

const largest = (samples: Float32Array): number =>
  samples.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/** One end of the scale each, so that half of the modules stand for either. */
const PIECES = [...SCORES.keys()].map((module, n) => [module, ENDS[n % ENDS.length]!] as const);

describe('a module, rendered', () => {
  it.each(PIECES)(
    '%s sounds, without DC, clipping or holes, as loud and as wide as it is meant to, on level %i',
    async (module, level) => {
      const sides = await playOffline({
        module,
        level,
        seed: SEED,
        seconds: SECONDS,
        sampleRate: SAMPLE_RATE,
      });
      for (const side of sides) {
        expect(side.every(Number.isFinite)).toBe(true);
        expect(Math.abs(side.reduce((sum, x) => sum + x, 0) / side.length)).toBeLessThan(1e-3);
        for (let from = 0; from < side.length; from += SAMPLE_RATE)
          expect(rmsDb(side.subarray(from, from + SAMPLE_RATE))).toBeGreaterThan(-40);
      }
      const { integratedLufs, truePeakDb } = loudnessOf(sides, SAMPLE_RATE);
      // A piece begins softer or fuller than its ten minutes are; the table of `measure:music` has the rest.
      const { family } = SCORES.get(module)!;
      expect(Math.abs(integratedLufs - targetLufs(family, level))).toBeLessThan(2.5);
      expect(truePeakDb).toBeLessThan(-1);
      const { sideDb, foldLu, phoneLu } = mixFigures(sides, SAMPLE_RATE);
      expect(sideDb).toBeGreaterThan(-8);
      expect(sideDb).toBeLessThan(-3);
      expect(foldLu).toBeLessThan(1.5);
      expect(phoneLu).toBeLessThan(3.5);
    },
  );
});

describe('playOffline', () => {
  const piece = { module: 'first-light', level: 3, seconds: 3, sampleRate: 22_050 } as const;

  it('gives the same samples for the same seed, and others for another', async () => {
    const [once] = await playOffline({ ...piece, seed: 1 });
    const [again] = await playOffline({ ...piece, seed: 1 });
    const [other] = await playOffline({ ...piece, seed: 2 });
    expect(largest(once!.map((x, i) => x - again![i]!))).toBeLessThan(1e-6);
    expect(largest(once!.map((x, i) => x - other![i]!))).toBeGreaterThan(0.01);
  });
});
