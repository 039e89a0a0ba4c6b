import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LEVELS, type Level } from '../../../engine/index.ts';
import { WARM_PAD } from '../../../web/audio/instruments/index.ts';
import { composed } from '../../../web/audio/modules/composed.ts';
import type { Composition } from '../../../web/audio/modules/composition.ts';
import { adorn } from '../../../web/audio/modules/ornaments.ts';
import { seeded } from '../../../web/audio/random.ts';

const pad = { instrument: WARM_PAD, gainDb: 0, pan: 0 };
/** Four bars of theme over four chords, two of B and C. */
const small: Composition = {
  id: 'cradle',
  family: 'calming',
  beatsPerBar: 4,
  bars: 2,
  home: 7,
  A: { tune: '1 2 3:2 | 4:2 2:2 | 3:4 | 1:3 r', harmony: 'I | V | vi | I' },
  B: { tune: '5:4 | 3:3 r', harmony: 'IV | I' },
  C: { tune: '6:4 | 5:3 r', harmony: 'ii | V' },
  breath: 'IV | I',
  forms: ['A:full A:bare B:full C:bare A:full'],
  parts: { tune: pad, low: pad },
  reverbDb: -10,
  brightnessHz: [1000, 1100, 1200, 1300, 1400],
  voices: { low: -6, high: 5, count: 3 },
  bassFrom: -14,
  layers: {
    low: { part: 'low', figures: [[[0, 'bass', 4, 0.5, 0], [2, 1, 2, 0.3, 0.5]]] },
    held: { part: 'low', held: [[0, 0.5, 0]] },
  },
  dresses: { full: { layers: ['low', 'held'], gainDb: 0 }, bare: { layers: ['low'], gainDb: -3 } },
  tune: { velocity: 0.5, holds: 0 },
  ornaments: { passing: 1, turn: 1, echo: 0 },
  loose: { beats: 0, velocity: 0 },
}; // prettier-ignore
const score = composed(small);
const form = Array.from({ length: 12 }, (_, index) => score.formAt!({ index, seed: 1 }));
const tuneOf = (index: number, level: Level, seed = 1) =>
  score
    .phrase({ index, level, seed })
    .filter(({ part }) => part === 'tune')
    .map(({ beat, midi }) => [beat, midi]);

describe('composed', () => {
  it('goes through the letters of its form, and breathes before each A that is not the first', () => {
    expect(form.map(({ letter, breath }) => (breath ? '-' : letter)).join('')).toBe('AA-AABC-AA-A');
  });

  it('sings the whole theme on the quietest level, and the same one when it returns', () => {
    const theme = [[0, 74], [1, 76], [2, 78], [4, 79], [6, 76]]; // prettier-ignore
    expect(tuneOf(0, 1)).toEqual(theme);
    expect(tuneOf(3, 1, 99)).toEqual(theme);
  });

  it('adds to the theme on livelier levels and takes nothing away', () => {
    for (const level of LEVELS) expect(tuneOf(0, level)).toEqual(expect.arrayContaining(tuneOf(0, 1)));
    const lengths = Array.from({ length: 8 }, (_, seed) => tuneOf(0, 5, seed).length);
    expect(Math.max(...lengths)).toBeGreaterThan(tuneOf(0, 1).length);
  });

  it('is silent in the tune while it breathes', () => {
    expect(tuneOf(2, 5)).toEqual([]);
    expect(score.phrase({ index: 2, level: 1, seed: 1 })).not.toEqual([]);
  });

  it('says which chord stands, the root first', () => {
    const at = (index: number, beat: number) => score.chordAt!({ index, seed: 1, beat });
    expect([at(0, 0), at(0, 4), at(2, 3)]).toEqual([[2, 6, 9], [9, 1, 4], [7, 11, 2]]); // prettier-ignore
  });

  it('is joined where the theme begins', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(1000), (index, seed) => {
        const joined = score.themeFrom!({ index, seed });
        const at = score.formAt!({ index: joined, seed });
        expect(joined).toBeGreaterThanOrEqual(index);
        expect(joined - index).toBeLessThan(12);
        expect([at.letter, at.phrase, at.breath]).toEqual(['A', 0, false]);
      }),
      { numRuns: 50 },
    );
  });

  it('takes up the chord of another piece for a bar, then goes on with its own', () => {
    const bass = (takesUp?: readonly number[]) =>
      score
        .phrase({ index: 0, level: 1, seed: 1, ...(takesUp && { takesUp }) })
        .filter(({ part, beats }) => part === 'low' && beats === 4)
        .map(({ midi }) => midi % 12);
    expect(bass()).toEqual([2, 9]);
    expect(bass([11, 2, 6])).toEqual([11, 9]);
    expect(bass([])).toEqual([2, 9]);
  });

  it.each([
    [{ forms: ['B:full A:full'] }, 'each form begins with A'],
    [{ forms: ['A:rich'] }, 'no section "A:rich"'],
    [{ breath: 'I' }, 'the breath must be 2 bars long'],
    [{ B: { tune: '5:4', harmony: 'IV | I' } }, 'B has 1 bars of tune over 2 of harmony, in phrases of 2'],
    [{ dresses: { ...small.dresses, bare: { layers: ['drum'], gainDb: 0 } } }, 'no layer "drum"'],
  ])('says what is wrong with a composition: %#', (change, message) => {
    expect(() => composed({ ...small, ...change })).toThrow(message);
  });
});

describe('adorn', () => {
  const odds = { passing: 1, turn: 1, echo: 0 };
  const note = (beat: number, beats: number, step: number) => ({ beat, beats, step });

  it('fills a third with the step between, late in the first note', () => {
    const [passing] = adorn([note(0, 1, 7), note(1, 1, 9)], odds, seeded(1));
    expect(passing).toMatchObject({ beat: 0.5, beats: 0.5, step: 8 });
  });

  it('turns a long note away from where the tune goes, and back', () => {
    const turn = adorn([note(0, 3, 7), note(3, 1, 8)], odds, seeded(1));
    expect(turn.map(({ beat, step }) => [beat, step])).toEqual([[2, 6], [2.5, 7]]); // prettier-ignore
  });

  it('leaves a note before a rest alone', () => {
    expect(adorn([note(0, 2, 7), note(3, 1, 9)], odds, seeded(1))).toEqual([]);
  });
});
