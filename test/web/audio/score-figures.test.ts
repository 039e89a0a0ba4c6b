import { describe, expect, it } from 'vitest';
import { scoreFigures } from '../../../scripts/music/score-figures.ts';
import { scoreVerdicts } from '../../../scripts/music/score-verdicts.ts';
import { lineFigures, unturnedLeaps, writtenFaults } from '../../../scripts/music/written-figures.ts';
import type { Level } from '../../../engine/index.ts';
import { SCORES, type Score } from '../../../web/audio/modules/index.ts';
import { triad } from '../../../web/audio/modules/harmony.ts';

const line = (...pitches: number[]) => pitches.map((midi) => ({ midi }));
const score = SCORES.get('still-water')!;
/** Notes of the tune, a beat each, over chords of a bass and two voices, a beat each. */
const written = (tune: readonly number[], chords: readonly (readonly number[])[]): Score => ({
  ...score,
  written: {
    A: {
      tune: tune.map((step, beat) => ({ beat, beats: 1, step })),
      chords: chords.map(([bass, ...voices], beat) => ({
        ...{ beat, beats: 1, bass: bass!, voices, chord: triad(0) },
      })),
    },
  },
});

describe('lineFigures', () => {
  it('counts steps, and leaps of a major third or more, among all intervals', () => {
    // A step, a minor third, a major third, a repeated note.
    expect(lineFigures(line(62, 64, 67, 71, 71))).toEqual({ steps: 0.25, leaps: 0.25 });
  });
});

describe('unturnedLeaps', () => {
  it.each([
    ['a sixth that a step turns back', [0, 5, 4], 0],
    ['a sixth that goes on', [0, 5, 6], 1],
    ['a third needs no turn', [0, 2, 4], 0],
  ])('%s', (_what, tune, share) => expect(unturnedLeaps(written(tune, []))).toBe(share));
});

describe('writtenFaults', () => {
  it('finds the fifths between bass and voice, and the octaves with the tune', () => {
    expect(writtenFaults(written([14, 15], [[-7, -3, 2], [-6, -2, 2]])).parallels).toBe(2); // prettier-ignore
  });

  it('finds a fourth that does not fall', () => {
    const it = written([], [[-7, 3, 4], [-7, 3, 4]]); // prettier-ignore
    const [hangs, after] = it.written!['A']!.chords;
    const chords = [{ ...hangs!, chord: { root: 0, tones: [0, 3, 4] } }, after!];
    expect(writtenFaults({ ...it, written: { A: { tune: [], chords } } }).unresolved).toBe(1);
  });
});

describe('scoreFigures', () => {
  it.each([1, 5] as const)('meets every bar with a piece that is composed, on level %i', (level: Level) => {
    const verdicts = scoreVerdicts([scoreFigures(score, level, 5)]);
    expect(verdicts.filter(({ good }) => !good)).toEqual([]);
  });

  it('is not content with a piece in which nothing returns and nothing changes', () => {
    const dull: Score = {
      ...score,
      phrase: () => [{ part: 'tune', beat: 0, beats: 1, midi: 62, velocity: 0.5 }],
      formAt: () => ({ letter: 'B', dress: 'bare', section: 0, phrase: 1, breath: false }),
    };
    const missed = scoreVerdicts([scoreFigures(dull, 3, 5)]).filter(({ good }) => !good);
    expect(missed.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['the theme returns in ten minutes', 'density varies enough', 'sections']),
    );
  });
});
