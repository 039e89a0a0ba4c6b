import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { realDft } from '../../../engine/dsp/dft.ts';

const transform = (samples: readonly number[]) => {
  const out = new Float64Array(2 * samples.length);
  realDft(samples.length)(Float64Array.from(samples), out);
  return out.slice(0, 2 * (Math.floor(samples.length / 2) + 1));
};

/** The definition, term by term. */
const directly = (samples: readonly number[]) => {
  const n = samples.length;
  return Array.from({ length: Math.floor(n / 2) + 1 }, (_, k) => k).flatMap((k) => [
    samples.reduce((sum, x, i) => sum + x * Math.cos((2 * Math.PI * ((i * k) % n)) / n), 0),
    samples.reduce((sum, x, i) => sum - x * Math.sin((2 * Math.PI * ((i * k) % n)) / n), 0),
  ]);
};

describe('realDft', () => {
  it('gives 10, −2+2i, −2 for 1 2 3 4', () => {
    const expected = [10, 0, -2, 2, -2, 0];
    transform([1, 2, 3, 4]).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12));
  });

  it('is the sum that defines it, for every size', () => {
    const samples = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), {
      minLength: 4,
      maxLength: 90,
    });
    fc.assert(
      fc.property(samples, (xs) => {
        const expected = directly(xs);
        transform(xs).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 8));
      }),
    );
  });

  it('gives the same again from a used plan', () => {
    const plan = realDft(30);
    const samples = Float64Array.from({ length: 30 }, (_, i) => Math.sin(i));
    const [first, second] = [new Float64Array(60), new Float64Array(60)];
    plan(samples, first);
    plan(samples, second);
    expect(second).toEqual(first);
  });

  it.each([0, 3, -4, 7.5])('refuses a size of %d', (size) => {
    expect(() => realDft(size)).toThrow(RangeError);
  });
});
