import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { performOffline, playOffline } from '../../test/support/audio-performance.ts';
import { loudnessOf } from '../../test/support/audio-loudness.ts';
import { LEVELS, type Level } from '../../engine/index.ts';
import { tempoBpm, type Score } from '../../web/audio/modules/index.ts';
import { RECORDINGS } from '../recordings/make.ts';
import { ebur128 } from './ebur128.ts';
import { centroidHz, dcOf, onsetsPerSecond } from './measures.ts';
import { cueOf, FULL_RATE, planTo } from './performances.ts';

/** How one module sounds at one level, measured off an offline rendering. */
export interface Row {
  readonly id: string;
  readonly family: Score['family'];
  readonly level: Level;
  readonly bpm: number;
  readonly onsets: number;
  readonly centroidHz: number;
  /** Integrated, by our meter and by libebur128's port. */
  readonly lufs: number;
  readonly otherLufs: number;
  readonly truePeakDb: number;
  readonly otherPeakDb: number;
  readonly dc: number;
}

/** A performance of the module at a level, measured. */
export async function rowOf(
  score: Score,
  level: Level,
  of: { readonly seconds: number; readonly seed: number },
): Promise<Row> {
  const sides = await playOffline({ module: score.id, level, sampleRate: FULL_RATE, ...of });
  const { integratedLufs, truePeakDb } = loudnessOf(sides, FULL_RATE);
  const other = await ebur128(sides, FULL_RATE);
  return {
    id: score.id,
    family: score.family,
    level,
    bpm: tempoBpm(score.family, level),
    onsets: onsetsPerSecond(score, level, of.seed),
    centroidHz: centroidHz(
      sides[0]!.map((x, i) => (x + sides[1]![i]!) / 2),
      FULL_RATE,
    ),
    lufs: integratedLufs,
    otherLufs: other.integratedLufs,
    truePeakDb,
    otherPeakDb: other.truePeakDb,
    dc: Math.max(...sides.map((side) => Math.abs(dcOf(side)))),
  };
}

/**
 * What is wrong with the levels: empty where tempo, strokes and brightness
 * rise with each, and the families lie apart.
 */
export function unruly(rows: readonly Row[]): string[] {
  const wrong: string[] = [];
  for (const row of rows) {
    const below = rows.find(({ id, level }) => id === row.id && level === row.level - 1);
    for (const key of ['bpm', 'onsets', 'centroidHz'] as const)
      if (below && !(row[key] > below[key])) wrong.push(`${row.id} ${row.level}: ${key} does not rise`);
  }
  const calm = rows.filter(({ family, level }) => family === 'calming' && level <= 3);
  const lively = rows.filter(({ family, level }) => family === 'activating' && level >= 3);
  for (const key of ['onsets', 'centroidHz'] as const) {
    const most = Math.max(...calm.map((row) => row[key]));
    for (const row of lively)
      if (row[key] <= most) wrong.push(`${row.id} ${row.level}: ${key} not above all calming 1–3`);
  }
  return wrong;
}

/** Largest difference between two renderings of the same seed, of full scale, and between two seeds. */
export async function determinism(
  module: string,
): Promise<{ readonly same: number; readonly other: number }> {
  const once = (seed: number) =>
    performOffline({ seed, seconds: 6, sampleRate: FULL_RATE }, [[0, planTo(cueOf(module, 3), 0.1)]]);
  const [a, again, other] = [await once(1), await once(1), await once(2)];
  const apart = (b: readonly Float32Array[]): number =>
    Math.max(...a.map((side, i) => side.reduce((most, x, k) => Math.max(most, Math.abs(x - b[i]![k]!)), 0)));
  return { same: apart(again), other: apart(other) };
}

/** Bytes of all recordings that the app ships. */
export const assetBytes = (): number =>
  readdirSync(RECORDINGS)
    .filter((name) => name.endsWith('.mp3'))
    .reduce((sum, name) => sum + statSync(join(RECORDINGS, name)).size, 0);

export const levelsOf = (scores: readonly Score[]): (readonly [Score, Level])[] =>
  scores.flatMap((score) => LEVELS.map((level) => [score, level] as const));
