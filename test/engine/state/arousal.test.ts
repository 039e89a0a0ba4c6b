import { describe, expect, it } from 'vitest';
import { engineConfig, type HrvMeasured } from '../../../engine/index.ts';
import {
  arousalEvidence,
  arousalOf,
  follow,
  signalQuality,
  whyWithheld,
} from '../../../engine/state/arousal.ts';
import { REST } from '../../support/session-inputs.ts';

const config = engineConfig();
const window = (about: Partial<HrvMeasured> = {}): HrvMeasured => ({
  type: 'hrv',
  author: 'engine',
  atMs: 0,
  windowS: 60,
  beats: 60,
  coverage: 1,
  corrected: 0,
  meanHrBpm: 60,
  rmssdMs: 40,
  sdnnMs: 50,
  ...about,
});
const logit = (about: Partial<HrvMeasured>, paced = false) =>
  arousalEvidence(window(about), REST, { config, paced })!.logit;

describe('arousalEvidence', () => {
  it('is the resting logit at rest, and rises by its weight with each spread of heart rate', () => {
    expect(logit({})).toBeCloseTo(-1, 10);
    expect(logit({ meanHrBpm: 64 })).toBeCloseTo(-1 + 0.9, 10);
  });

  it('falls with more variability', () => {
    expect(logit({ rmssdMs: 40 * Math.exp(0.25) })).toBeCloseTo(-1 - 0.2, 10);
  });

  it('does not read paced breathing as calm: variability counts for nothing then', () => {
    expect(logit({ rmssdMs: 120 }, true)).toBeCloseTo(-1, 10);
    expect(arousalEvidence(window({ rmssdMs: 120 }), REST, { config, paced: true })?.reasons).toContain(
      'paced-breathing-variability-ignored',
    );
  });

  it('does not look at LF and HF power', () => {
    const loud = { spectrum: { windowS: 64, lfMs2: 99_999, hfMs2: 1 } };
    expect(arousalEvidence(window(loud), REST, { config, paced: false })).toEqual(
      arousalEvidence(window(), REST, { config, paced: false }),
    );
  });

  it('gives nothing without a heart rate', () => {
    const { meanHrBpm: _, ...none } = window();
    expect(arousalEvidence(none, REST, { config, paced: false })).toBeUndefined();
  });

  it('is less sure of few beats than of many', () => {
    const se = (beats: number) => arousalEvidence(window({ beats }), REST, { config, paced: false })!.se;
    expect(se(10)).toBeGreaterThan(se(60));
  });
});

describe('follow', () => {
  const evidence = { logit: 1, se: 0.5, reasons: [] };

  it('begins at the first evidence', () => {
    expect(follow(undefined, evidence, { seconds: 1, config })).toEqual({ logit: 1, variance: 0.25 });
  });

  it('moves part of the way, and further after a longer silence', () => {
    const level = { logit: 0, variance: 0.01 };
    const soon = follow(level, evidence, { seconds: 1, config });
    const late = follow(level, evidence, { seconds: 60, config });
    expect(soon.logit).toBeGreaterThan(0);
    expect(late.logit).toBeGreaterThan(soon.logit);
    expect(late.logit).toBeLessThan(1);
    expect(late.variance).toBeGreaterThan(soon.variance);
  });
});

describe('arousalOf', () => {
  it('is 0.5 at logit 0 with a quarter of the logit error', () => {
    const { value, sd } = arousalOf({ logit: 0, variance: 0.75 }, config);
    expect(value).toBe(0.5);
    // A logit error of √(0.75 + 0.5²) = 1, times the slope 1/4.
    expect(sd).toBe(0.25);
  });
});

describe('signalQuality', () => {
  it('falls with artefacts and with missing time', () => {
    expect(signalQuality(window(), config)).toBe(1);
    expect(signalQuality(window({ corrected: 0.1 }), config)).toBeCloseTo(0.5, 10);
    expect(signalQuality(window({ coverage: 0.35 }), config)).toBeCloseTo(0.5, 10);
    expect(signalQuality(window({ corrected: 0.3 }), config)).toBe(0);
  });
});

describe('whyWithheld', () => {
  it('names the reason', () => {
    const { meanHrBpm: _, ...none } = window();
    expect(whyWithheld(window({ beats: 0 }), config)).toBe('no-beats');
    expect(whyWithheld(none, config)).toBe('too-few-beats');
    expect(whyWithheld(window({ corrected: 0.15 }), config)).toBe('poor-signal');
    expect(whyWithheld(window(), config)).toBeUndefined();
  });
});
