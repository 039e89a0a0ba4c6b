import { describe, expect, it } from 'vitest';
import { LEVELS, type Level } from '../../../engine/index.ts';
import { SCORES, tempoBpm, type Note, type Score } from '../../../web/audio/modules/index.ts';

const SEEDS = [5, 404, 31_337];
const UNPITCHED = new Set(['hand-drums', 'low-drum', 'shakers']);
const lively = [...SCORES.values()].filter(({ family }) => family === 'activating');

/** A quarter of an hour of a performance; beats from its start. */
function performance(score: Score, level: Level, seed: number): Note[] {
  const phrases = Math.ceil((15 * tempoBpm('activating', level)) / score.beatsPerPhrase);
  return Array.from({ length: phrases }, (_, index) =>
    score
      .phrase({ index, level, seed })
      .map((note) => ({ ...note, beat: note.beat + index * score.beatsPerPhrase })),
  ).flat();
}

const isStroke = (score: Score, { part }: Note): boolean => UNPITCHED.has(score.parts[part]!.instrument.id);

/** Strokes of each bar, as what is struck on which quarter of which beat. */
function barsOf(strokes: readonly Note[], beatsPerBar: number): string[] {
  const bars: (string[] | undefined)[] = [];
  for (const { part, midi, beat } of strokes) {
    const quarter = Math.round(4 * beat);
    (bars[Math.floor(quarter / (4 * beatsPerBar))] ??= []).push(
      `${part} ${midi} ${quarter % (4 * beatsPerBar)}`,
    );
  }
  return Array.from(bars, (bar) => (bar ?? []).sort().join());
}

it('the activating pieces go at 96 to 112 beats a minute', () => {
  expect(LEVELS.map((level) => tempoBpm('activating', level))).toEqual([96, 100, 104, 108, 112]);
});

describe.each(lively.map((score) => [score.id, score] as const))('%s', (id, score) => {
  const beatsPerBar = id === 'paper-kites' ? 3 : 4;
  const ofEach = <T>(of: (notes: Note[]) => T, level: Level): T[] =>
    SEEDS.map((seed) => of(performance(score, level, seed)));

  it.each(LEVELS)('plays no bar of percussion more than twice running on level %i', (level) => {
    const thrice = (notes: Note[]): string[] =>
      barsOf(
        notes.filter((note) => isStroke(score, note)),
        beatsPerBar,
      ).filter((bar, i, bars) => bar !== '' && bar === bars[i - 1] && bar === bars[i - 2]);
    expect(ofEach(thrice, level)).toEqual([[], [], []]);
  });

  it('strikes no sound more than a hundred times equally loud in a quarter of an hour', () => {
    const most = (notes: Note[]): number => {
      const counts = new Map<string, number>();
      for (const note of notes.filter((it) => isStroke(score, it))) {
        const key = `${note.part} ${note.midi} ${note.velocity.toFixed(2)}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return Math.max(0, ...counts.values());
    };
    expect(Math.max(...ofEach(most, 3))).toBeLessThanOrEqual(100);
  });

  it('begins at most eight notes a second on level 3', () => {
    expect(Math.max(...ofEach((notes) => notes.length / (15 * 60), 3))).toBeLessThanOrEqual(8);
  });

  it('has the whole theme on every level', () => {
    const { tune } = score.written!['A']!;
    for (const level of LEVELS) {
      const heard = performance(score, level, 5).filter(({ part }) => part === 'tune');
      for (const { beat } of tune) expect(heard.some((note) => Math.abs(note.beat - beat) < 0.1)).toBe(true);
    }
  });
});
