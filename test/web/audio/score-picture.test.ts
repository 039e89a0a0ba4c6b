import { describe, expect, it } from 'vitest';
import { SCORES } from '../../../web/audio/modules/index.ts';
import { scorePicture } from '../../../web/audio/score-picture.ts';

const cut = { seconds: 24, seed: 11 };

describe('scorePicture', () => {
  it.each([...SCORES.values()])('draws $id inside its frame, livelier on a higher level', (score) => {
    const [quiet, lively] = ([1, 5] as const).map((level) => scorePicture(score, { ...cut, level }));
    const notes = [...quiet!, ...lively!];
    const [xs, ys] = [
      notes.flatMap(({ x, width }) => [x, x + width]),
      notes.flatMap(({ y, loud }) => [y, loud]),
    ];
    expect(Math.min(...xs, ...ys)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs)).toBeLessThan(1.05);
    expect(Math.max(...ys)).toBeLessThanOrEqual(1);
    expect(lively!.length).toBeGreaterThan(quiet!.length);
    expect(scorePicture(score, { ...cut, level: 5 })).toEqual(lively);
  });
});
