import { playOffline } from '../../test/support/audio-performance.ts';
import { loudnessOf } from '../../test/support/audio-loudness.ts';
import { LADDER, LEVELS, type Level } from '../../engine/index.ts';
import { tempoBpm, type Score } from '../../web/audio/modules/index.ts';
import { targetLufs } from '../../web/audio/modules/target-lufs.ts';
import { CEILING_DB } from '../../web/audio/master-bus.ts';
import { loudnessRange } from './loudness-range.ts';
import { mixFigures, type MixFigures } from './mix-figures.ts';
import { FULL_RATE } from './performances.ts';
import { scoreFigures, type ScoreFigures } from './score-figures.ts';
import { strokeRepetition, type StrokeRepetition } from './strokes.ts';

/** A piece at a level under a seed: what its score says, and what its sound does. */
export interface BarRow {
  readonly score: Score;
  readonly level: Level;
  readonly written: ScoreFigures;
  readonly strokes: StrokeRepetition;
  readonly mix: MixFigures;
  readonly truePeakDb: number;
  /** Loudness of 15 s over ten minutes, LU; absent: not a rung of the ladder, and not rendered for so long. */
  readonly rangeLu: number | undefined;
}

/** One bar of the table: which rows it holds for, its figure there, and where that must lie. */
export interface Bar {
  readonly name: string;
  /** Absent: it does not hold for this row. */
  readonly figure: (row: BarRow) => number | undefined;
  readonly from?: (row: BarRow) => number;
  readonly to?: (row: BarRow) => number;
  readonly digits: number;
}

const calming = ({ score }: BarRow): boolean => score.family === 'calming';
const share = (x: number): number => 100 * x;
/** Loudness may lie so far from its target, LU. */
const LOUDNESS_LU = 1;

/** The table of what the music is held to, each piece and level. */
export const BARS: readonly Bar[] = [
  { name: 'A back', figure: ({ written }) => written.returns, from: () => 4, digits: 0 },
  { name: 'like', figure: ({ written }) => written.likeness, from: () => 0.9, digits: 2 },
  { name: 'steps %', figure: ({ written }) => share(written.steps), from: () => 45, digits: 0 },
  { name: 'leaps %', figure: ({ written }) => share(written.leaps), to: () => 25, digits: 0 },
  { name: 'home %', figure: ({ written }) => share(written.home), from: () => 70, digits: 0 },
  {
    name: 'CV %',
    figure: ({ written }) => share(written.densityCv),
    from: () => 15,
    to: () => 30,
    digits: 0,
  },
  { name: 'sections', figure: ({ written }) => written.sections, from: () => 3, digits: 0 },
  {
    name: '15 s LU',
    figure: ({ rangeLu }) => rangeLu,
    from: (row) => (calming(row) ? 2 : 3),
    to: (row) => (calming(row) ? 3 : 5),
    digits: 1,
  },
  { name: 'twice', figure: ({ strokes }) => strokes.running, to: () => 0, digits: 0 },
  { name: 'alike', figure: ({ strokes }) => strokes.alike, to: () => 100, digits: 0 },
  { name: 'side dB', figure: ({ mix }) => mix.sideDb, from: () => -8, to: () => -3, digits: 1 },
  { name: 'mono LU', figure: ({ mix }) => mix.foldLu, to: () => 1.5, digits: 1 },
  { name: 'phone LU', figure: ({ mix }) => mix.phoneLu, to: () => 3, digits: 1 },
  {
    name: 'swing dB',
    figure: (row) => (calming(row) && row.level === 1 ? row.mix.swingDb : undefined),
    to: () => 10,
    digits: 1,
  },
  {
    name: 'I IV V %',
    figure: (row) => (calming(row) ? undefined : share(row.written.primary)),
    from: () => 75,
    digits: 0,
  },
  {
    name: 'I %',
    figure: (row) => (calming(row) ? undefined : share(row.written.tonic)),
    from: () => 30,
    digits: 0,
  },
  {
    name: '/min',
    figure: (row) => (calming(row) ? undefined : tempoBpm(row.score.family, row.level)),
    from: () => 96,
    to: () => 112,
    digits: 0,
  },
  {
    name: 'notes/s',
    figure: (row) => (calming(row) || row.level !== 3 ? undefined : row.written.notesPerSecond),
    to: () => 8,
    digits: 1,
  },
  {
    name: 'LUFS',
    figure: ({ mix }) => mix.lufs,
    from: ({ score, level }) => targetLufs(score.family, level) - LOUDNESS_LU,
    to: ({ score, level }) => targetLufs(score.family, level) + LOUDNESS_LU,
    digits: 1,
  },
  {
    name: 'dBTP',
    figure: ({ truePeakDb }) => truePeakDb,
    // The limiter holds down what is above its ceiling, and calm music is to stay below.
    to: (row) => (calming(row) && row.level <= 3 ? CEILING_DB : -1),
    digits: 1,
  },
];

/** Renders and measures a piece at a level. Takes some seconds a row, and ten more where `long`. */
export async function barRow(
  score: Score,
  level: Level,
  { seed, seconds, long }: { readonly seed: number; readonly seconds: number; readonly long: boolean },
): Promise<BarRow> {
  const sides = await playOffline({ module: score.id, level, seed, seconds, sampleRate: FULL_RATE });
  const rung = LADDER.some((it) => it.family === score.family && it.level === level);
  return {
    ...{ score, level },
    written: scoreFigures(score, level, seed),
    strokes: strokeRepetition(score, level, seed),
    mix: mixFigures(sides, FULL_RATE),
    truePeakDb: loudnessOf(sides, FULL_RATE).truePeakDb,
    rangeLu: long && rung ? await loudnessRange(score, level, seed) : undefined,
  };
}

/** Whether a row meets a bar; absent: it does not hold there. */
export function meets(bar: Bar, row: BarRow): boolean | undefined {
  const figure = bar.figure(row);
  if (figure === undefined) return undefined;
  return figure >= (bar.from?.(row) ?? -Infinity) && figure <= (bar.to?.(row) ?? Infinity);
}

/** A row as text, what misses its bar with a mark. */
export const rowText = (row: BarRow): string =>
  [
    row.score.id.padEnd(14),
    row.level,
    ...BARS.map((bar) => {
      const figure = bar.figure(row);
      const text = figure === undefined ? '' : `${figure.toFixed(bar.digits)}${meets(bar, row) ? '' : '!'}`;
      return text.padStart(Math.max(6, bar.name.length));
    }),
  ].join(' ');

export const headText = (): string =>
  ['piece'.padEnd(14), 'l', ...BARS.map(({ name }) => name.padStart(Math.max(6, name.length)))].join(' ');

/** Every level of every piece, two at a time, in order. */
export async function barRows(
  scores: readonly Score[],
  of: Parameters<typeof barRow>[2] & { readonly levels?: readonly Level[] },
  each: (row: BarRow) => void,
): Promise<BarRow[]> {
  const asked = scores.flatMap((score) => (of.levels ?? LEVELS).map((level) => [score, level] as const));
  const rows: BarRow[] = [];
  // What renders does so off this thread: two are made while one is measured.
  for (let at = 0; at < asked.length; at += 2) {
    const pair = asked.slice(at, at + 2).map(([score, level]) => barRow(score, level, of));
    for (const row of await Promise.all(pair)) {
      rows.push(row);
      each(row);
    }
  }
  return rows;
}
