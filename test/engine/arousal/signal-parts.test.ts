import { describe, expect, it } from 'vitest';
import { chance, engineConfig, type HrvMeasured } from '../../../engine/index.ts';
import { agreeingBeats } from '../../../engine/intervals/agreeing-beats.ts';
import type { HeartLevel } from '../../../engine/arousal/heart-level.ts';
import { logitNormal } from '../../../engine/maths/logit-normal.ts';
import { looksLikeExercise } from '../../../engine/arousal/movement-watch.ts';
import { plausibleBeats } from '../../../engine/intervals/plausible-beats.ts';
import { irregularShare } from '../../../engine/arousal/rhythm-watch.ts';
import { runningRest } from '../../../engine/arousal/running-rest.ts';
import { signalQuality } from '../../../engine/arousal/signal-quality.ts';
import { REST } from '../../support/session-inputs.ts';

const config = engineConfig();
const beat = (rrMs: number, plausible = true, segment = 0) => ({ rrMs, segment, plausible });
const level = (bpm: number, about: Partial<HeartLevel> = {}): HeartLevel => ({
  bpm,
  se: 1,
  fastBpm: bpm,
  supportS: 70,
  variation: 0.04,
  ...about,
});
const window = (about: Partial<HrvMeasured> = {}): HrvMeasured => ({
  type: 'hrv',
  author: 'engine',
  atMs: 0,
  windowS: 60,
  beats: 60,
  coverage: 1,
  corrected: 0,
  rmssdMs: 40,
  ...about,
});

describe('plausibleBeats', () => {
  const judged = (rr: readonly number[]) => {
    const judge = plausibleBeats();
    return rr.map(judge);
  };

  it('takes what is within a quarter of the local median', () => {
    expect(judged([800, 800, 800, 1600, 800, 1000, 1001, 600, 599])).toEqual([
      true,
      true,
      true,
      false,
      true,
      true,
      false,
      true,
      false,
    ]);
  });

  it.each([299.9, 2000.1, NaN, 0, -1])('never takes %s ms', (rrMs) => {
    expect(judged([rrMs, rrMs])).toEqual([false, false]);
  });
});

describe('agreeingBeats', () => {
  it('passes on intervals that agree with a neighbour, each once', () => {
    const take = agreeingBeats();
    expect([800, 820, 600, 1000, 980].map((rr) => take(beat(rr)))).toEqual([
      [],
      [800, 820],
      [],
      [],
      [1000, 980],
    ]);
  });

  it('compares nothing across an artefact or a gap', () => {
    const take = agreeingBeats();
    take(beat(800));
    take(beat(400, false));
    expect(take(beat(800))).toEqual([]);
    expect(take(beat(800, true, 1))).toEqual([]);
  });
});

describe('irregularShare', () => {
  const shareOf = (rr: readonly number[]) => {
    const share = irregularShare();
    return rr.map((rrMs) => share(beat(rrMs))).at(-1);
  };

  it('is low in sinus rhythm with deep slow breathing and high where intervals are random', () => {
    const random = chance(1);
    const breathing = Array.from({ length: 120 }, (_, i) => 900 + 120 * Math.sin((2 * Math.PI * i) / 11));
    expect(shareOf(breathing)).toBe(0);
    expect(shareOf(Array.from({ length: 120 }, () => 500 + 500 * random()))).toBeGreaterThan(0.5);
  });

  it('says nothing of a few beats', () => {
    expect(shareOf([800, 500, 800, 500])).toBeUndefined();
  });
});

describe('looksLikeExercise', () => {
  const looks = (bpm: number, restBpm?: number, rmssdMs = 40) =>
    looksLikeExercise({ level: level(bpm), window: window({ rmssdMs }), restBpm }, config);

  it.each([
    [130, undefined, 40, true],
    [97, 60, 40, true],
    [90, 60, 40, false],
    [118, undefined, 5, true],
    [118, undefined, 40, false],
  ])('%s/min, rest %s, RMSSD %s ms: %s', (bpm, restBpm, rmssdMs, expected) => {
    expect(looks(bpm, restBpm, rmssdMs)).toBe(expected);
  });
});

describe('runningRest', () => {
  const next = (before: number | undefined, bpm: number, seconds = 1) =>
    runningRest(before, { level: level(bpm), rest: REST }, { seconds, config });

  it('falls at once, rises slowly and stays within its depth of the baseline', () => {
    expect(next(undefined, 58)).toBe(58);
    expect(next(undefined, 40)).toBe(REST.heartRateBpm - config.restDepthBpm);
    expect(next(58, 80)).toBeLessThan(58.1);
    expect(next(58, 80, 1e9)).toBeCloseTo(80, 6);
  });

  it('is not moved by a level that rests on little', () => {
    const thin = { level: level(50, { supportS: 15 }), rest: REST };
    expect(runningRest(60, thin, { seconds: 1, config })).toBe(60);
  });
});

describe('logitNormal', () => {
  it('is the curve itself without error', () => {
    const half = logitNormal(0, 0);
    expect([half.value, half.low, half.high]).toEqual([0.5, 0.5, 0.5]);
    expect(half.sd).toBeCloseTo(0, 4);
  });

  it('has the deviation of a simulated one', () => {
    // 200 000 draws of σ(N(2, 1.5)) had a deviation of 0.1925.
    expect(logitNormal(2, 1.5).sd).toBeCloseTo(0.1925, 2);
  });

  it('holds the interval within 0–1 at any error', () => {
    const { low, high } = logitNormal(3, 4);
    expect(low).toBeGreaterThan(0);
    expect(high).toBeLessThan(1);
  });
});

describe('signalQuality', () => {
  it('falls where the strap itself shows another heart rate', () => {
    const shown = (strapHrBpm: number) =>
      signalQuality(window({ meanHrBpm: 70, strapHrBpm }), level(60), config);
    expect([shown(70), shown(75), shown(82.5), shown(57.5), shown(95)]).toEqual([1, 1, 0.5, 0.5, 0]);
  });

  it('falls with artefacts, with missing time and with what the level remembers', () => {
    expect(signalQuality(window(), level(60), config)).toBe(1);
    expect(signalQuality(window({ corrected: 0.5 }), level(60), config)).toBeCloseTo(0.5, 10);
    expect(signalQuality(window({ coverage: 0.35 }), level(60), config)).toBeCloseTo(0.5, 10);
    expect(signalQuality(window(), level(60, { supportS: 0.35 * config.smoothS }), config)).toBeCloseTo(
      0.5,
      10,
    );
  });
});
