import type { Level } from '../../engine/index.ts';
import { tempoBpm, type Score } from '../../web/audio/modules/index.ts';
import { integratedLufs } from '../../web/features/music/own/analysis/loudness.ts';
import { renderScore } from './digest.ts';
import { percentile } from './mix-figures.ts';

/** Hz: loudness needs no more, and there are minutes of it. */
const RATE = 11_025;
/** Minutes that a form is judged by, windows looked at in them, and how long one is. */
const [MINUTES, WINDOWS, WINDOW_S] = [10, 15, 15];

/**
 * How far the loudness of 15 s goes up and down in ten minutes: windows at even distances, each rendered with a phrase
 * before it, so that rooms and held notes are as they would be. 5th to 95th percentile, LU.
 */
export async function loudnessRange(score: Score, level: Level, seed: number): Promise<number> {
  const phraseS = (60 * score.beatsPerPhrase) / tempoBpm(score.family, level);
  const levels: number[] = [];
  for (let window = 0; window < WINDOWS; window++) {
    const from = Math.round((window * 60 * MINUTES) / WINDOWS / phraseS);
    const before = from > 0 ? 1 : 0;
    const moved: Score = {
      ...score,
      phrase: (place) => score.phrase({ ...place, index: place.index + from - before }),
    };
    const seconds = before * phraseS + WINDOW_S;
    const sides = await renderScore(moved, { level, seed, seconds, sampleRate: RATE });
    const channels = sides.map((side) => side.subarray(Math.round(before * phraseS * RATE)));
    levels.push(integratedLufs({ channels, sampleRate: RATE }));
  }
  return percentile(levels, 0.95) - percentile(levels, 0.05);
}
