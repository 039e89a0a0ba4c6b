import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUILT_IN_MODULES, LEVELS } from '../../../engine/index.ts';
import { periodsHome, unturnedLeaps, writtenFaults } from '../../../scripts/music/written-figures.ts';
import { pitchOf } from '../../../web/audio/modules/harmony.ts';
import { SCORES, tempoBpm } from '../../../web/audio/modules/index.ts';

const D_MAJOR = new Set([2, 4, 6, 7, 9, 11, 1]);
const scores = [...SCORES.values()];
const seeds = fc.integer({ min: 0, max: 2 ** 31 - 1 });
/** Fourteen modules are asked alike: so many places each are enough. */
const FEW = { numRuns: 30 };
const places = fc.record({ index: fc.nat(200), level: fc.constantFrom(...LEVELS), seed: seeds });

it('every built-in module but silence has a score of its family', () => {
  const wanted = BUILT_IN_MODULES.filter(({ family }) => family !== 'silence').map(({ id, family }) => [
    id,
    family,
  ]);
  expect(scores.map(({ id, family }) => [id, family])).toEqual(wanted);
});

describe.each(scores.map((score) => [score.id, score] as const))('%s', (_id, score) => {
  const beatS = (level: (typeof LEVELS)[number]): number => 60 / tempoBpm(score.family, level);

  it('gives the same notes for the same place', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(score.phrase(place)).toEqual(score.phrase(place));
      }),
      FEW,
    );
  });

  it('gives other notes for another seed', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(score.phrase(place)).not.toEqual(score.phrase({ ...place, seed: place.seed + 1 }));
      }),
      FEW,
    );
  });

  it('does not say the same phrase twice in a row', () => {
    fc.assert(
      fc.property(places, (place) => {
        expect(score.phrase(place)).not.toEqual(score.phrase({ ...place, index: place.index + 1 }));
      }),
      FEW,
    );
  });

  it('keeps every note within its phrase, its range and its parts', () => {
    fc.assert(
      fc.property(places, (place) => {
        for (const { part, beat, beats, midi, velocity } of score.phrase(place)) {
          expect(Object.keys(score.parts)).toContain(part);
          expect(beat >= 0 && beat < score.beatsPerPhrase && beats > 0).toBe(true);
          expect(midi >= 33 && midi <= 90 && velocity > 0 && velocity <= 1).toBe(true);
        }
      }),
      FEW,
    );
  });

  it('keeps to D major, so that it may sound together with any other', () => {
    fc.assert(
      fc.property(places, (place) => {
        const pitched = score
          .phrase(place)
          .filter(({ part }) => score.parts[part]!.instrument.pitched)
          .map(({ midi }) => midi % 12);
        expect(pitched.filter((pitch) => !D_MAJOR.has(pitch))).toEqual([]);
      }),
      FEW,
    );
  });

  it('ends a phrase at least every 12 s, so that a dose need not wait longer', () => {
    for (const level of LEVELS) expect(score.beatsPerPhrase * beatS(level)).toBeLessThanOrEqual(12);
  });

  it('begins more notes a second on each higher level', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const rates = LEVELS.map((level) => {
          const notes = [0, 1, 2, 3].flatMap((index) => score.phrase({ index, level, seed }));
          return notes.length / (4 * score.beatsPerPhrase * beatS(level));
        });
        rates.slice(1).forEach((rate, i) => expect(rate).toBeGreaterThan(rates[i]!));
      }),
      FEW,
    );
  });

  it('is brighter on each higher level', () => {
    score.brightnessHz.slice(1).forEach((hz, i) => expect(hz).toBeGreaterThan(score.brightnessHz[i]!));
  });
});

const composed = scores.filter(({ written }) => written !== undefined);

describe.each(composed.map((score) => [score.id, score] as const))('%s, as composed', (_id, score) => {
  const beginning = (seed: number) => score.themeFrom!({ index: 0, seed });

  it('has no parallels, lets suspensions fall, turns leaps back and comes home', () => {
    expect(writtenFaults(score)).toEqual({ parallels: 0, unresolved: 0 });
    expect(unturnedLeaps(score)).toBeLessThanOrEqual(0.1);
    expect(periodsHome(score)).toBeGreaterThanOrEqual(0.7);
  });

  it('begins with its theme, and sings all of it on every level', () => {
    fc.assert(
      fc.property(seeds, fc.constantFrom(...LEVELS), (seed, level) => {
        const index = beginning(seed);
        expect(index).toBe(0);
        const theme = score.written!['A']!.tune.filter(({ beat }) => beat < score.beatsPerPhrase);
        const sung = score.phrase({ index, level, seed }).filter(({ part }) => part === 'tune');
        expect(sung.map(({ midi }) => midi)).toEqual(
          expect.arrayContaining(theme.map(({ step }) => pitchOf(step))),
        );
        expect(sung.length).toBeGreaterThanOrEqual(theme.length);
      }),
      FEW,
    );
  });

  it('tells chords of D major at every beat', () => {
    fc.assert(
      fc.property(places, fc.nat(100), ({ index, seed }, beat) => {
        const chord = score.chordAt!({ index, seed, beat: beat % score.beatsPerPhrase });
        expect(chord.length).toBeGreaterThan(1);
        expect(chord.filter((pitch) => !D_MAJOR.has(pitch))).toEqual([]);
      }),
      FEW,
    );
  });

  it('takes up a chord of another piece without leaving the key', () => {
    fc.assert(
      fc.property(
        places,
        fc.constantFrom([2, 6, 9], [11, 2, 6], [9, 1, 4], [7, 11, 2, 6], []),
        (place, takesUp) => {
          const pitched = score
            .phrase({ ...place, takesUp })
            .filter(({ part }) => score.parts[part]!.instrument.pitched)
            .map(({ midi }) => midi % 12);
          expect(pitched.filter((pitch) => !D_MAJOR.has(pitch))).toEqual([]);
        },
      ),
      FEW,
    );
  });
});
