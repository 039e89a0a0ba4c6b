import { describe, expect, it } from 'vitest';
import { findingOf, type PartTaps } from '../../../../web/features/rhythm/practice/finding.ts';
import { furtherTexts, practice, spreadText } from '../../../../web/features/rhythm/practice/words.ts';

const PLACES = Array.from({ length: 24 }, (_, i) => 10 + 0.75 * i);

/** Taps at each place, off by so many milliseconds. */
const heard = (offMs: (i: number) => number, more: Partial<PartTaps> = {}): PartTaps => ({
  ...{ part: 'pulse', placesS: PLACES, everyS: 0.75, input: 'pad', delayKnown: false },
  tapsS: PLACES.map((place, i) => place + offMs(i) / 1000),
  ...more,
});

describe('findingOf', () => {
  it('tells how even taps are and where they lie, rounded', () => {
    const finding = findingOf(heard((i) => (i % 2 === 0 ? -90 : -80), { input: 'clap', delayKnown: true }));
    expect(finding).toMatchObject({ part: 'pulse', taps: 24, input: 'clap' });
    expect(finding.asynchrony).toEqual({ ms: -85, n: 24, how: 'measured' });
    expect('ms' in finding.spread && finding.spread.ms).toBeGreaterThan(9.5);
    expect('ms' in finding.spread && finding.spread.ms).toBeLessThan(11);
  });

  it('withholds all of it from few taps', () => {
    const finding = findingOf({ ...heard(() => 0), tapsS: PLACES.slice(0, 5) });
    expect(finding.spread).toEqual({ withheld: 'too-few-taps', n: 4 });
    expect(finding.asynchrony).toEqual({ withheld: 'too-few-taps' });
    expect(spreadText(finding)).toBe(practice.fewTaps);
    expect(furtherTexts(finding)).toEqual([]);
  });

  it('does not take a mean of taps that have not found the pulse', () => {
    const finding = findingOf({ ...heard(() => 0), tapsS: PLACES.map((_, i) => 10 + 0.61 * i) });
    expect(finding.asynchrony).toEqual({ withheld: 'no-pulse' });
  });

  it('judges a pattern by its places, since its intervals differ by themselves', () => {
    const placesS = PLACES.filter((_, i) => i % 3 !== 1);
    const tapsS = placesS.map((place) => place + 0.03);
    const finding = findingOf(heard(() => 0, { part: 'grow', placesS, tapsS }));
    expect(finding.spread).toMatchObject({ ms: 0, n: 16, of: 'places' });
  });
});

describe('furtherTexts', () => {
  it('never calls anybody late, and says of a touch that it is rough', () => {
    const texts = (ms: number, delayKnown: boolean) =>
      furtherTexts(findingOf(heard(() => ms, { delayKnown })));
    expect(texts(-90, false)).toEqual([practice.ahead, practice.roughly]);
    expect(texts(40, false)).toEqual([practice.with]);
    expect(texts(40, true)).toEqual([practice.behind]);
    expect(JSON.stringify(practice)).not.toMatch(/\blate\b|\bwrong\b|\bmiss/i);
  });
});
