import { describe, expect, it } from 'vitest';
import { engineConfig, hashOf, TUNABLES } from '../../../engine/index.ts';

describe('engineConfig', () => {
  it('takes every default within its own range, with a unit and a source', () => {
    for (const [name, { value, range, unit, source }] of Object.entries(TUNABLES)) {
      expect(value, name).toBeGreaterThanOrEqual(range[0]);
      expect(value, name).toBeLessThanOrEqual(range[1]);
      expect(unit.length * source.length, name).toBeGreaterThan(0);
    }
  });

  it('refuses a value outside its range and names it', () => {
    expect(() => engineConfig({ windowS: 5 })).toThrow(
      new RangeError('windowS must be within 30–300 s, not 5'),
    );
    expect(() => engineConfig({ gapMs: NaN })).toThrow(RangeError);
  });
});

describe('hashOf', () => {
  it('is the beginning of SHA-256 over the JSON', () => {
    // printf '{"a":1}' | sha256sum
    expect(hashOf({ a: 1 })).toBe('015abd7f5cc57a2d');
  });

  it('changes with any value', () => {
    expect(hashOf(engineConfig({ windowS: 61 }))).not.toBe(hashOf(engineConfig()));
  });
});
