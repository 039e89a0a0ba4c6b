import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beatsAt, ratioOf, speedAt, steady, timeAt } from '../../../web/audio/tempo.ts';

const speed = fc.double({ min: 0.5, max: 3, noNaN: true });
const glides = fc.record({
  at: fc.double({ min: 0, max: 1000, noNaN: true }),
  from: speed,
  to: speed,
  overS: fc.double({ min: 0.1, max: 20, noNaN: true }),
});

describe('a glide', () => {
  it('from one beat a second to two over ten seconds has gone fifteen beats when it is over', () => {
    const glide = { at: 5, from: 1, to: 2, overS: 10 };
    expect(beatsAt(glide, 15)).toBeCloseTo(15, 9);
    expect(beatsAt(glide, 10)).toBeCloseTo(6.25, 9);
    expect(speedAt(glide, 10)).toBeCloseTo(1.5, 9);
    expect([speedAt(glide, 0), speedAt(glide, 99)]).toEqual([1, 2]);
  });

  it('that is steady has the same speed at all times', () => {
    expect(beatsAt(steady(2, 1.5), 4)).toBeCloseTo(3, 9);
    expect(timeAt(steady(2, 1.5), 3)).toBeCloseTo(4, 9);
  });

  it('gives each beat one time and each time one beat', () => {
    fc.assert(
      fc.property(glides, fc.double({ min: -10, max: 60, noNaN: true }), (glide, beats) => {
        expect(beatsAt(glide, timeAt(glide, beats))).toBeCloseTo(beats, 6);
      }),
    );
  });
});

describe('ratioOf', () => {
  it.each([
    [60, 72, 1],
    [72, 84, 1],
    [60, 112, 2],
    [112, 60, 0.5],
    [60, 91, 1.5],
  ])('from %i to %i beats a minute is %d', (leaving, coming, ratio) =>
    expect(ratioOf(leaving, coming)).toBe(ratio),
  );

  it('never asks for a change of more than a third or so', () => {
    const tempo = fc.integer({ min: 56, max: 120 });
    fc.assert(
      fc.property(tempo, tempo, (leaving, coming) => {
        const change = (leaving * ratioOf(leaving, coming)) / coming;
        expect(Math.abs(Math.log(change))).toBeLessThan(Math.log(1.35));
      }),
    );
  });
});
