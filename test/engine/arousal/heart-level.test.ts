import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { engineConfig } from '../../../engine/index.ts';
import { levelOf, nextLevel, NO_BEATS, NO_LEVEL, withBeat } from '../../../engine/arousal/heart-level.ts';

const config = engineConfig();

/** A level after each second of `bpm`, beats of even length. */
function after(...stretches: readonly (readonly [bpm: number, seconds: number])[]) {
  let state = NO_LEVEL;
  for (const [bpm, seconds] of stretches) {
    let due = 0;
    for (let s = 0; s < seconds; s++) {
      let fresh = NO_BEATS;
      for (due += bpm / 60; due >= 1; due--) fresh = withBeat(fresh, 60_000 / bpm);
      state = nextLevel(state, fresh, { seconds: 1, config });
    }
  }
  return levelOf(state, config);
}

describe('levelOf', () => {
  it('is the heart rate where it never changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 40, max: 180 }), (bpm) => {
        expect(after([bpm, 120])?.bpm).toBeCloseTo(bpm, 6);
      }),
    );
  });

  it('says nothing of a few beats', () => {
    expect(after([60, 5])).toBeUndefined();
  });

  it('follows a large change within a minute and smooths a small one', () => {
    expect(after([60, 300], [90, 60])!.bpm).toBeGreaterThan(87);
    expect(after([60, 300], [61, 20])!.bpm).toBeLessThan(60.6);
  });

  it('stays in a gap while its support falls and its error grows', () => {
    const beforeGap = nextLevel(NO_LEVEL, manyBeats(), { seconds: 1, config });
    const afterGap = nextLevel(beforeGap, NO_BEATS, { seconds: 30, config });
    const [before, later] = [levelOf(beforeGap, config)!, levelOf(afterGap, config)!];
    expect(later.bpm).toBeCloseTo(before.bpm, 6);
    expect(later.supportS).toBeLessThan(before.supportS);
    expect(later.se).toBeGreaterThan(before.se);
  });
});

function manyBeats() {
  let fresh = NO_BEATS;
  for (let i = 0; i < 80; i++) fresh = withBeat(fresh, 900 + (i % 2 === 0 ? 60 : -60));
  return fresh;
}
