import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wavePath, wavePoints } from '../../../../web/session/script/wave.ts';

const frame = { width: 600, height: 100, lengthMs: 60_000 };

describe('wavePoints', () => {
  it('puts time to the right and a stronger craving higher', () => {
    const ratings = [
      { atMs: 0, value: 40 },
      { atMs: 30_000, value: 100 },
    ];
    expect(wavePoints(ratings, frame)).toEqual([
      { x: 0, y: 60 },
      { x: 300, y: 0 },
    ]);
  });

  it('stays within the picture', () => {
    expect(wavePoints([{ atMs: 90_000, value: 0 }], frame)).toEqual([{ x: 600, y: 100 }]);
  });
});

describe('wavePath', () => {
  it('is nothing without a rating, and a place with one', () => {
    expect(wavePath([])).toBe('');
    expect(wavePath([{ x: 0, y: 60 }])).toBe('M0 60');
  });

  it('is level at each rating, so that nothing higher or lower is drawn than was said', () => {
    expect(
      wavePath([
        { x: 0, y: 60 },
        { x: 100, y: 20 },
      ]),
    ).toBe('M0 60C50 60 50 20 100 20');
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 12 }), (values) => {
        const points = wavePoints(
          values.map((value, i) => ({ value, atMs: 5000 * i })),
          frame,
        );
        const ys = [...wavePath(points).matchAll(/[MC ](-?[\d.]+) (-?[\d.]+)/g)].map(([, , y]) => Number(y));
        for (const y of ys) expect(y).toSatisfy((one: number) => one >= 0 && one <= 100);
      }),
    );
  });
});
