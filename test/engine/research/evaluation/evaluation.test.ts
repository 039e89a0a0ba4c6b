import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../../../engine/index.ts';
import {
  auc,
  aucPerSubject,
  balancedAccuracy,
  bestThreshold,
  bootstrapBySubject,
  leaveOneSubjectOut,
  rocCurve,
  type ScoredWindow,
} from '../../../../engine/research/index.ts';

const windows = (
  subject: string,
  positives: readonly number[],
  negatives: readonly number[],
): ScoredWindow[] => [
  ...positives.map((score) => ({ subject, positive: true, score })),
  ...negatives.map((score) => ({ subject, positive: false, score })),
];

const some = fc
  .tuple(
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1 }),
  )
  .map(([positives, negatives]) => windows('a', positives, negatives));

describe('auc', () => {
  it('counts pairs that are in order, ties half', () => {
    // Pairs: 3>1, 3>2, 2>1, 2=2, so 3.5 of 4.
    expect(auc(windows('a', [3, 2], [1, 2]))).toBe(0.875);
    expect(auc(windows('a', [3, 2], []))).toBeUndefined();
  });

  it('is its complement with scores turned round', () => {
    fc.assert(
      fc.property(some, (all) => {
        const turned = all.map((one) => ({ ...one, score: -one.score }));
        expect(auc(all)! + auc(turned)!).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is the area under its curve', () => {
    fc.assert(
      fc.property(some, (all) => {
        const points = rocCurve(all);
        const area = points.slice(1).reduce((sum, point, i) => {
          const before = points[i]!;
          return (
            sum +
            ((point.falsePositive - before.falsePositive) * (point.truePositive + before.truePositive)) / 2
          );
        }, 0);
        expect(area).toBeCloseTo(auc(all)!, 10);
      }),
    );
  });

  it('per subject is the mean of their own, blind to where each stands', () => {
    const both = [...windows('a', [2], [1]), ...windows('b', [12], [11]), ...windows('c', [5], [])];
    expect(aucPerSubject(both)).toBe(1);
    expect(auc(both)).toBeLessThan(1);
  });
});

describe('balanced accuracy', () => {
  it('takes the threshold between the kinds and counts each kind alike', () => {
    const all = windows('a', [5, 6], [1, 2, 3]);
    expect(bestThreshold(all)).toBe(4);
    expect(balancedAccuracy(all, 4)).toBe(1);
    expect(balancedAccuracy(all, 5.5)).toBe(0.75);
    expect(balancedAccuracy(windows('a', [1], []), 0)).toBeUndefined();
  });

  it("holds each person against the others' threshold", () => {
    const all = [...windows('a', [5], [1]), ...windows('b', [5], [1]), ...windows('c', [2], [1])];
    expect(leaveOneSubjectOut(all).get('c')).toBe(0.5);
  });
});

describe('bootstrapBySubject', () => {
  const ofScores = (drawn: readonly ScoredWindow[]) => mean(drawn.map(({ score }) => score));

  it('draws people, not windows', () => {
    const one = windows('a', [1, 2, 3, 4], []);
    expect(bootstrapBySubject(one, ofScores, { draws: 50, seed: 1 })).toEqual({ low: 2.5, high: 2.5 });
  });

  it('holds the figure, the same for the same seed', () => {
    const all = ['a', 'b', 'c', 'd', 'e'].flatMap((name, i) => windows(name, [i], []));
    const interval = bootstrapBySubject(all, ofScores, { draws: 500, seed: 2 })!;
    expect(interval.low).toBeLessThan(2);
    expect(interval.high).toBeGreaterThan(2);
    expect(bootstrapBySubject(all, ofScores, { draws: 500, seed: 2 })).toEqual(interval);
  });

  it('gives nothing where most draws give nothing', () => {
    expect(bootstrapBySubject(windows('a', [1], []), auc, { draws: 10, seed: 1 })).toBeUndefined();
  });
});
