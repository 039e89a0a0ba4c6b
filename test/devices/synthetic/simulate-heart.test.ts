import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateHeart, type HeartBeat, type HeartOptions } from '../../../devices/index.ts';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const rmssdOf = (rr: readonly number[]) =>
  Math.sqrt(mean(rr.slice(1).map((value, i) => (value - rr[i]!) ** 2)));
const figuresOf = (beats: readonly HeartBeat[]) => {
  const rr = beats.slice(1).map((beat) => beat.rrMs);
  return { bpm: 60_000 / mean(rr), rmssd: rmssdOf(rr) };
};
const truthOf = (options: Omit<HeartOptions, 'seed'>, seed = 1) =>
  simulateHeart({ seed, ...options }, 600).truth;

/** Mean power of the intervals around `hertz` (±0.01 Hz), by a plain Fourier sum over the beats. */
const powerNear = (beats: readonly HeartBeat[], hertz: number): number => {
  const centre = mean(beats.map((beat) => beat.rrMs));
  const powers = [-0.01, -0.005, 0, 0.005, 0.01].map((offset) => {
    let [re, im] = [0, 0];
    for (const { atS, rrMs } of beats) {
      const angle = 2 * Math.PI * (hertz + offset) * atS;
      re += (rrMs - centre) * Math.cos(angle);
      im += (rrMs - centre) * Math.sin(angle);
    }
    return (re ** 2 + im ** 2) / beats.length;
  });
  return mean(powers);
};

describe('simulateHeart', () => {
  it('gives the same beats for the same seed, and others for another', () => {
    expect(simulateHeart({ seed: 7 }, 60)).toEqual(simulateHeart({ seed: 7 }, 60));
    expect(simulateHeart({ seed: 7 }, 60).truth).not.toEqual(simulateHeart({ seed: 8 }, 60).truth);
  });

  it('beats in order, each interval reaching from beat to beat', () => {
    fc.assert(
      fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, level) => {
        const { truth } = simulateHeart(
          { seed, arousal: () => level, exercise: (tS) => (tS / 60) * level },
          60,
        );
        let before = 0;
        for (const { atS, rrMs } of truth) {
          expect(atS * 1000 - before).toBeCloseTo(rrMs, 6);
          expect(rrMs).toBeGreaterThan(250);
          expect(rrMs).toBeLessThan(2500);
          before = atS * 1000;
        }
        expect(before).toBeGreaterThan(57_000);
      }),
      { numRuns: 50 },
    );
  });

  it.each([1, 2, 3, 4, 5])('rests like a person: its rate, and RMSSD of 25–60 ms (seed %i)', (seed) => {
    const { bpm, rmssd } = figuresOf(truthOf({ restingBpm: 60 }, seed));
    expect(Math.abs(bpm - 60)).toBeLessThan(2);
    expect(rmssd).toBeGreaterThan(25);
    expect(rmssd).toBeLessThan(60);
  });

  it('beats faster and varies less the more it is aroused', () => {
    const [calm, tense, high] = [0, 0.5, 1].map((level) => figuresOf(truthOf({ arousal: () => level })));
    expect(tense!.bpm - calm!.bpm).toBeGreaterThan(12);
    expect(high!.bpm - tense!.bpm).toBeGreaterThan(12);
    expect(tense!.rmssd).toBeLessThan(0.7 * calm!.rmssd);
    expect(high!.rmssd).toBeLessThan(0.7 * tense!.rmssd);
  });

  it('follows arousal within some seconds, and settles more slowly', () => {
    const { truth } = simulateHeart({ seed: 3, arousal: (tS) => (tS >= 60 && tS < 120 ? 1 : 0) }, 180);
    const bpmWithin = (fromS: number, toS: number) =>
      60_000 / mean(truth.filter(({ atS }) => atS > fromS && atS <= toS).map(({ rrMs }) => rrMs));
    expect(bpmWithin(70, 120)).toBeGreaterThan(bpmWithin(10, 60) + 22);
    expect(bpmWithin(120, 130)).toBeGreaterThan(bpmWithin(60, 70));
    expect(bpmWithin(160, 180)).toBeLessThan(bpmWithin(10, 60) + 8);
  });

  it('races and stops varying in exercise', () => {
    const moving = figuresOf(truthOf({ exercise: () => 0.8 }));
    expect(moving.bpm).toBeGreaterThan(110);
    expect(moving.rmssd).toBeLessThan(8);
  });

  it('varies with its breath, at the rate that is set', () => {
    const slow = truthOf({ breathsPerMinute: 10 });
    const fast = truthOf({ breathsPerMinute: 18 });
    expect(powerNear(slow, 10 / 60)).toBeGreaterThan(4 * powerNear(fast, 10 / 60));
    expect(powerNear(fast, 18 / 60)).toBeGreaterThan(4 * powerNear(slow, 18 / 60));
  });

  it('has a rhythm near 0.1 Hz of its own', () => {
    const beats = truthOf({});
    expect(powerNear(beats, 0.1)).toBeGreaterThan(3 * powerNear(beats, 0.15));
  });

  it('follows a pacer, the deeper the slower', () => {
    const paced = truthOf({ pacer: () => 6 });
    expect(powerNear(paced, 0.1)).toBeGreaterThan(20 * powerNear(paced, 14 / 60));
    expect(powerNear(paced, 0.1)).toBeGreaterThan(2 * powerNear(truthOf({ pacer: () => 15 }), 0.25));
  });

  it('has the more power the slower the wander', () => {
    const beats = simulateHeart({ seed: 2 }, 3600).truth;
    expect(powerNear(beats, 0.015)).toBeGreaterThan(2 * powerNear(beats, 0.045));
  });

  it('says the arousal behind each beat', () => {
    const { truth } = simulateHeart({ seed: 1, arousal: (tS) => tS / 60 }, 60);
    for (const { atS, arousal } of truth) expect(Math.abs(arousal - atS / 60)).toBeLessThan(0.001);
  });

  it.each([
    ['restingBpm', { restingBpm: 10 }],
    ['breathsPerMinute', { breathsPerMinute: Number.NaN }],
  ])('refuses an impossible %s', (name, options) => {
    expect(() => simulateHeart({ seed: 1, ...options }, 1)).toThrow(new RegExp(`^${name} must be within`));
  });
});

describe('simulateHeart, disturbed', () => {
  const heart = { seed: 5 };
  const { truth } = simulateHeart(heart, 600);
  const near = (a: number, b: number) => Math.abs(a - b) < 1e-6;

  it('is seen as it is where nothing disturbs', () => {
    const { observed } = simulateHeart(heart, 600);
    expect(observed.map(({ atS }) => atS)).toEqual(truth.map(({ atS }) => atS));
    observed.forEach((beat, i) => expect(beat.rrMs).toBeCloseTo(truth[i]!.rrMs, 6));
    expect(observed.some((beat) => 'artefact' in beat)).toBe(false);
  });

  it('labels a premature beat and its pause, which together last two beats', () => {
    const { observed } = simulateHeart(heart, 600, { ectopicShare: 0.05 });
    expect(observed).toHaveLength(truth.length);
    const early = observed.flatMap((beat, i) => (beat.artefact && beat.atS < truth[i]!.atS ? [i] : []));
    expect(early.length).toBeGreaterThan(10);
    for (const i of early.filter((one) => one + 1 < observed.length)) {
      expect(observed[i + 1]!.artefact).toBe('ectopic');
      expect(observed[i]!.rrMs + observed[i + 1]!.rrMs).toBeCloseTo(truth[i]!.rrMs + truth[i + 1]!.rrMs, 6);
      expect(observed[i]!.rrMs).toBeLessThan(0.8 * truth[i]!.rrMs);
    }
  });

  it('makes one labelled interval of two where a beat is missed', () => {
    const { observed } = simulateHeart(heart, 600, { missedShare: 0.05 });
    const labelled = observed.filter(({ artefact }) => artefact === 'missed');
    expect(labelled.length).toBeGreaterThan(10);
    expect(Math.abs(truth.length - observed.length - labelled.length)).toBeLessThanOrEqual(1);
    for (const { atS, rrMs } of labelled) {
      const at = truth.findIndex((beat) => near(beat.atS, atS));
      expect(rrMs).toBeCloseTo(truth[at]!.rrMs + truth[at - 1]!.rrMs, 6);
    }
  });

  it('makes two labelled intervals of one where a beat is seen too many', () => {
    const { observed } = simulateHeart(heart, 600, { extraShare: 0.05 });
    const labelled = observed.filter(({ artefact }) => artefact === 'extra');
    expect(labelled).toHaveLength(2 * (observed.length - truth.length));
    expect(labelled.length).toBeGreaterThan(20);
  });

  it("labels every interval that is not the heart's own, and no other", () => {
    const shares = { ectopicShare: 0.03, missedShare: 0.03, extraShare: 0.03 };
    const { observed } = simulateHeart(heart, 600, shares);
    for (const { atS, rrMs, artefact } of observed) {
      const own = truth.some((beat) => near(beat.atS, atS) && near(beat.rrMs, rrMs));
      expect(own, `at ${atS}`).toBe(artefact === undefined);
    }
  });

  it('gives no interval that touches a dropout', () => {
    const { observed } = simulateHeart(heart, 60, { dropouts: [{ fromS: 20, toS: 26 }] });
    expect(observed.some(({ atS, rrMs }) => atS >= 20 && atS - rrMs / 1000 < 26)).toBe(false);
    expect(observed.filter(({ atS }) => atS > 26).length).toBeGreaterThan(25);
  });
});
