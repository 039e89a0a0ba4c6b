import { describe, expect, it } from 'vitest';
import { assessedPerson } from '../../../bench/resonance-people.ts';
import type { NnInterval } from '../../../engine/artefacts/nn-interval.ts';
import type { PacedStretch, PaceSwing } from '../../../engine/resonance/pace-swing.ts';
import { resonance } from '../../../engine/resonance/resonance-curve.ts';
import { resonanceAssessment, verdictOf } from '../../../engine/resonance/resonance-assessment.ts';

const ORDER = [5.5, 7, 4.5, 6, 5, 6.5];

/** Swings along a curve, in this order, each 155 s after the one before. */
const along = (at: (pace: number) => number, { order = ORDER, logSd = 0.03 } = {}): PaceSwing[] =>
  order.map((perMinute, i) => ({
    ...{ kind: 'measured', perMinute, logSd },
    atMs: 155_000 * i,
    swingBpm: 8 * Math.exp(at(perMinute)),
  }));

/** A heart that swings by 10/min with breath at `own(pace)`, two minutes a pace. */
function breathed(own: (pace: number) => number): { stretches: PacedStretch[]; nn: NnInterval[] } {
  const stretches = ORDER.map((perMinute, i) => ({
    perMinute,
    fromMs: 120_000 * i,
    toMs: 120_000 * (i + 1),
  }));
  const nn: NnInterval[] = [];
  let [atMs, phase] = [0, 0];
  while (atMs < stretches.at(-1)!.toMs) {
    const pace = stretches.find(({ toMs }) => atMs < toMs)!.perMinute;
    const nnMs = 60_000 / (66 + 5 * Math.sin(phase));
    phase += (2 * Math.PI * own(pace) * nnMs) / 60_000;
    atMs += nnMs;
    nn.push({ atMs, nnMs, original: true, segment: 0, index: nn.length });
  }
  return { stretches, nn };
}

describe('verdictOf', () => {
  it.each([4.8, 5.5, 6.3])('finds a resonance at %d and says how sure it is', (peak) => {
    const verdict = verdictOf(along(resonance(peak, 4, 0)));
    if (verdict.kind !== 'pace') throw new Error(verdict.kind);
    expect(Math.abs(verdict.perMinute - peak)).toBeLessThan(0.25);
    expect(verdict.low).toBeLessThan(peak);
    expect(verdict.high).toBeGreaterThan(peak);
  });

  it('says so where the pace hardly matters', () => {
    expect(verdictOf(along(() => 0)).kind).toBe('flat');
  });

  it('is less sure of noisier swings', () => {
    const width = (logSd: number) => {
      const verdict = verdictOf(along(resonance(5.7, 4, 0), { logSd }));
      return verdict.kind === 'pace' ? verdict.high - verdict.low : Infinity;
    };
    expect(width(0.15)).toBeGreaterThan(1.3 * width(0.02));
  });

  it('does not take a heart that tires for one that likes the paces that came early', () => {
    const tired = along(resonance(5.7, 4, 0)).map((one, i) => ({
      ...one,
      swingBpm: one.swingBpm * Math.exp(-0.08 * i),
    }));
    const verdict = verdictOf(tired);
    expect(verdict).toMatchObject({ kind: 'pace' });
    if (verdict.kind === 'pace') expect(Math.abs(verdict.perMinute - 5.7)).toBeLessThan(0.3);
  });

  it('draws a band around what was measured', () => {
    const verdict = verdictOf(along(resonance(5.7, 4, 0)));
    if (verdict.kind === 'withheld') throw new Error(verdict.reason);
    for (const { lowBpm, swingBpm, highBpm } of verdict.curve) {
      expect(lowBpm).toBeLessThan(swingBpm);
      expect(swingBpm).toBeLessThan(highBpm);
    }
    for (const { perMinute, swingBpm } of verdict.swings) {
      const there = verdict.curve.find((one) => one.perMinute === perMinute)!;
      expect(swingBpm / there.swingBpm).toBeCloseTo(1, 0);
    }
  });

  it('does not depend on the order in which the paces are given', () => {
    const swings = along(resonance(5.2, 2.8, 0));
    expect(verdictOf([...swings].reverse())).toMatchObject({
      ...verdictOf(swings),
      swings: [...swings].reverse(),
      curve: expect.anything() as unknown,
      perMinute: expect.closeTo((verdictOf(swings) as { perMinute: number }).perMinute, 6) as number,
      low: expect.closeTo((verdictOf(swings) as { low: number }).low, 6) as number,
      high: expect.closeTo((verdictOf(swings) as { high: number }).high, 6) as number,
    });
  });

  it('says nothing of three paces', () => {
    expect(verdictOf(along(resonance(5.7, 4, 0)).slice(0, 3))).toMatchObject({
      kind: 'withheld',
      reason: 'too-few',
    });
    expect(verdictOf([])).toMatchObject({ kind: 'withheld', reason: 'too-few' });
  });
});

describe('resonanceAssessment', () => {
  it('measures the swing from trough to crest', () => {
    const { stretches, nn } = breathed((pace) => pace);
    for (const { swingBpm } of resonanceAssessment(stretches, nn).swings) expect(swingBpm).toBeCloseTo(10, 0);
  });

  it('says that the pace was not followed', () => {
    const { stretches, nn } = breathed(() => 12);
    expect(resonanceAssessment(stretches, nn)).toMatchObject({ kind: 'withheld', reason: 'not-followed' });
  });

  it('leaves out a pace that was skipped, and goes by the others', () => {
    const { stretches, nn } = breathed((pace) => pace);
    const [first, ...rest] = stretches;
    const verdict = resonanceAssessment([{ ...first!, toMs: first!.fromMs + 40_000 }, ...rest], nn);
    expect(verdict.leftOut).toEqual([{ kind: 'left-out', perMinute: 5.5, reason: 'skipped' }]);
    expect(verdict.swings).toHaveLength(5);
  });

  it('does not rest on repaired intervals', () => {
    const { stretches, nn } = breathed((pace) => pace);
    const repaired = nn.map((one, i) => ({ ...one, original: i % 3 !== 0 }));
    expect(resonanceAssessment(stretches, repaired)).toMatchObject({ kind: 'withheld', reason: 'artefacts' });
  });

  it('says nothing without a heart', () => {
    const { stretches } = breathed((pace) => pace);
    expect(resonanceAssessment(stretches, [])).toMatchObject({ kind: 'withheld' });
  });

  it('holds for virtual people as often as it says, and tells nothing of those who breathe as they like', () => {
    // The bench takes a thousand.
    const people = Array.from({ length: 60 }, (_, i) => assessedPerson(77 + i));
    let [told, held] = [0, 0];
    for (const { kind, peak, stretches, nn } of people) {
      const verdict = resonanceAssessment(stretches, nn);
      if (kind === 'wanders') expect(verdict.kind).toBe('withheld');
      if (kind !== 'peaked' || verdict.kind !== 'pace') continue;
      told += 1;
      if (verdict.low <= peak && peak <= verdict.high) held += 1;
    }
    expect(told).toBeGreaterThan(25);
    // Below this lies one in a thousand of runs in which nine in ten hold.
    expect(held / told).toBeGreaterThan(0.7);
  });
});
