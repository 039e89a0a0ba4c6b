import '../../support/audio-globals.ts';
import { describe, expect, it } from 'vitest';
import { heardAt } from '../../../web/audio/audio-clock.ts';
import { atPace, fullnessAt, guideFrom, shareAt } from '../../../web/audio/breath-guide.ts';
import type { BaseContext } from '../../../web/audio/tone.ts';

const EPOCH_MS = 1_700_000_000_000;

/** A live context at a time of its own, whose device puts out now what was rendered `delayS` ago. */
const contextAt = (currentTime: number, out?: { contextTime: number; agoMs: number }): BaseContext =>
  ({
    currentTime,
    rawContext: {
      _nativeContext: out && {
        getOutputTimestamp: () => ({
          contextTime: out.contextTime,
          performanceTime: performance.now() - out.agoMs,
        }),
      },
    },
  }) as unknown as BaseContext;

describe('heardAt', () => {
  it('counts in the delay of the device: what stands at 10.2 s is heard 0.3 s after what it puts out at 9.9 s', () => {
    const heard = heardAt(contextAt(10, { contextTime: 9.9, agoMs: 0 }), () => EPOCH_MS);
    expect(heard(10.2) - EPOCH_MS).toBeCloseTo(300, -1);
  });

  it('counts in the age of the answer', () => {
    const heard = heardAt(contextAt(10, { contextTime: 9.9, agoMs: 40 }), () => EPOCH_MS);
    expect(heard(10.2) - EPOCH_MS).toBeCloseTo(260, -1);
  });

  it.each([
    ['says nothing', undefined],
    ['has put out nothing yet', { contextTime: 0, agoMs: 0 }],
    ['cannot be right', { contextTime: 4, agoMs: 0 }],
  ])('goes by the context where the browser %s', (_why, out) => {
    expect(heardAt(contextAt(10, out), () => EPOCH_MS)(10.2) - EPOCH_MS).toBeCloseTo(200, 3);
  });
});

describe('a breathing guide', () => {
  it('is empty as it begins, full after four tenths, and half full half way between', () => {
    const guide = guideFrom(EPOCH_MS, 6);
    const fullness = [0, 2000, 4000, 7000, 10_000].map((ms) => fullnessAt(guide, EPOCH_MS + ms));
    [0, 0.5, 1, 0.5, 0].forEach((expected, i) => expect(fullness[i]).toBeCloseTo(expected, 6));
  });

  it('does not jump when its pace changes', () => {
    const guide = guideFrom(EPOCH_MS, 6);
    for (const ms of [0, 1234, 4000, 9999, 123_456]) {
      const at = EPOCH_MS + ms;
      expect(shareAt(atPace(guide, 4.5, at), at)).toBeCloseTo(shareAt(guide, at), 6);
    }
  });
});
