import { describe, expect, it } from 'vitest';
import { engineConfig, restingFigures, type HrvMeasured } from '../../../engine/index.ts';
import { baselineSearch } from '../../../engine/arousal/baseline-search.ts';
import type { Signal } from '../../../engine/session/signal.ts';
import { REST, started } from '../../support/session-inputs.ts';

const window = (meanHrBpm: number, rmssdMs = 40, corrected = 0): HrvMeasured => ({
  type: 'hrv',
  author: 'engine',
  atMs: 0,
  windowS: 60,
  beats: 60,
  coverage: 1,
  corrected,
  meanHrBpm,
  rmssdMs,
});

function baselines(signals: readonly Signal[]): Signal[] {
  const step = baselineSearch(engineConfig({ baselineS: 60 }));
  const out: Signal[] = [];
  signals.forEach((signal) => step(signal, (one) => one.type === 'baseline' && out.push(one)));
  return out;
}

describe('restingFigures', () => {
  it('gives medians and robust spreads', () => {
    const figures = restingFigures(
      [60, 62, 61, 90, 60].map((bpm) => window(bpm)),
      3,
    );
    // Deviations from 61: 1 1 0 29 1; their median is 1.
    expect(figures).toMatchObject({ heartRateBpm: 61, heartRateSpreadBpm: 1.483, seconds: 5 });
    expect(figures?.lnRmssd).toBeCloseTo(Math.log(40), 3);
  });

  it('gives nothing from too few windows', () => {
    expect(restingFigures([window(60)], 2)).toBeUndefined();
  });

  it('gives the heart rate alone where too few windows have an RMSSD', () => {
    const { rmssdMs: _, ...without } = window(60);
    expect(restingFigures([without, window(60), without], 2)).toEqual({
      heartRateBpm: 60,
      heartRateSpreadBpm: 0,
      seconds: 3,
    });
  });
});

describe('baselineSearch', () => {
  it('takes what is given with the session and looks no further', () => {
    const found = baselines([started({ baseline: REST }), ...Array.from({ length: 200 }, () => window(90))]);
    expect(found).toMatchObject([{ how: 'given', figures: REST }]);
  });

  it('finds rest once, in the first minute of good signal', () => {
    const noisy = Array.from({ length: 50 }, () => window(120, 40, 0.5));
    const quiet = Array.from({ length: 130 }, () => window(58));
    expect(baselines([started(), ...noisy, ...quiet])).toMatchObject([
      { how: 'quiet-start', figures: { heartRateBpm: 58, seconds: 60 } },
    ]);
  });

  it('lets a person set it by hand at any time', () => {
    const set = { type: 'baseline-set', atMs: 0, author: 'clinician', figures: REST } as const;
    expect(baselines([started({ baseline: { ...REST, heartRateBpm: 80 } }), set])).toHaveLength(2);
  });

  const start = (windows: readonly Signal[]) => baselines([started(), ...windows]);
  const rising = Array.from({ length: 60 }, (_, i) => window(60 + i / 4));
  const steady = (bpm: number, rmssdMs?: number) => Array.from({ length: 100 }, () => window(bpm, rmssdMs));

  it('waits until the heart is steady', () => {
    expect(start(rising)).toEqual([]);
    expect(start([...rising, ...steady(66)])).toMatchObject([{ figures: { heartRateBpm: 66 } }]);
  });

  it('does not take a heart for resting that is fast, collapsed in its variability, or was far slower before', () => {
    expect(start(steady(105))).toEqual([]);
    expect(start(steady(95, 5))).toEqual([]);
    expect(start([window(65), ...steady(92)])).toEqual([]);
  });

  it('does not look while breathing is paced', () => {
    const pacer = { type: 'pacer', atMs: 0, author: 'person', breathsPerMinute: 6 } as const;
    expect(start([pacer, ...steady(60)])).toEqual([]);
  });

  describe('where it is known how the person usually rests', () => {
    const usual = (median: number, spread = 4) => ({ median, spread, se: 1 });
    const known = started({
      usualRest: { sessions: 6, heartRateBpm: usual(60), lnRmssd: usual(Math.log(40), 0.2) },
    });

    it('stands on that from the start, then on the session’s own quiet start', () => {
      expect(baselines([known, ...steady(64)])).toMatchObject([
        { how: 'usual', figures: { heartRateBpm: 60, heartRateSpreadBpm: 4, seconds: 60 } },
        { how: 'quiet-start', figures: { heartRateBpm: 64 } },
      ]);
    });

    it('takes quiet that is two spreads faster than usual for no rest, and goes on looking', () => {
      expect(baselines([known, ...steady(69)])).toMatchObject([{ how: 'usual' }]);
      // The median of a minute is usual again once half of it is.
      expect(baselines([known, ...steady(69), ...steady(66)])).toMatchObject([
        { how: 'usual' },
        { how: 'quiet-start', figures: { heartRateBpm: 67.5 } },
      ]);
    });

    it('lets what is given for the session come first', () => {
      const both = started({ baseline: REST, usualRest: { sessions: 6, heartRateBpm: usual(80) } });
      expect(baselines([both, ...steady(60)])).toMatchObject([{ how: 'given' }]);
    });
  });
});
