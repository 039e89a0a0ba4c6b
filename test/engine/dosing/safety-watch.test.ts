import { describe, expect, it } from 'vitest';
import { engineConfig, type HrvMeasured } from '../../../engine/index.ts';
import { safetyWatch } from '../../../engine/dosing/safety-watch.ts';
import { press, rating, started } from '../../support/session-inputs.ts';

const hrv = (atS: number, meanHrBpm: number): HrvMeasured => ({
  type: 'hrv',
  author: 'engine',
  atMs: atS * 1000,
  windowS: 60,
  beats: 60,
  coverage: 1,
  corrected: 0,
  meanHrBpm,
});

describe('safetyWatch', () => {
  it('stops at a rise of 20 points above the first rating, not at 19', () => {
    const watch = safetyWatch(engineConfig());
    expect([30, 49, 50].map((value) => watch(rating(value, 1)))).toEqual([undefined, undefined, 'distress']);
  });

  it('stops at the second rating of 80 or more', () => {
    const watch = safetyWatch(engineConfig());
    expect([85, 70, 80].map((value) => watch(rating(value, 1)))).toEqual([undefined, undefined, 'distress']);
  });

  it('stops after a minute above the ceiling, and not if the heart slows in between', () => {
    const watch = safetyWatch(engineConfig());
    watch(started({ profile: { triggers: [], earlyRecovery: false, heartRateCeilingBpm: 110 } }));
    expect(watch(hrv(0, 111))).toBeUndefined();
    expect(watch(hrv(59, 111))).toBeUndefined();
    expect(watch(hrv(60, 110))).toBeUndefined();
    expect(watch(hrv(61, 120))).toBeUndefined();
    expect(watch(hrv(121, 120))).toBe('heart-rate-ceiling');
  });

  it('is not alarmed by ratings where the protocol is there for craving, and by all else as ever', () => {
    const watch = safetyWatch(engineConfig());
    watch(started({ protocol: 'urge-surfing' }));
    expect([30, 85, 95].map((value) => watch(rating(value, 1)))).toEqual([undefined, undefined, undefined]);
    expect([hrv(0, 140), hrv(60, 140)].map(watch)).toEqual([undefined, 'heart-rate-ceiling']);
    expect(watch(press('stop', 70))).toBe('stop-pressed');
  });

  it('hears a press of stop and nothing in other presses', () => {
    const watch = safetyWatch(engineConfig());
    expect(watch(press('calmer', 1))).toBeUndefined();
    expect(watch(press('stop', 1))).toBe('stop-pressed');
  });
});
