import type { Level } from '../../engine/index.ts';
import { tempoBpm, type Score } from './modules/index.ts';

/** One note of a picture of music; all in shares of the whole, 0–1. */
export interface PicturedNote {
  readonly x: number;
  readonly width: number;
  /** 0 is the lowest note of the picture, 1 the highest. */
  readonly y: number;
  readonly loud: number;
}

/**
 * What a piece plays in its first `seconds`, as a piano roll: time to the right,
 * pitch upwards. Pure: the same each time.
 */
export function scorePicture(
  score: Score,
  { level, seconds, seed }: { readonly level: Level; readonly seconds: number; readonly seed: number },
): readonly PicturedNote[] {
  const beats = (seconds * tempoBpm(score.family, level)) / 60;
  const phrases = Array.from({ length: Math.ceil(beats / score.beatsPerPhrase) }, (_, index) =>
    score
      .phrase({ index, level, seed })
      .map((note) => ({ ...note, beat: note.beat + index * score.beatsPerPhrase })),
  ).flat();
  const shown = phrases.filter(({ beat }) => beat < beats);
  const pitches = shown.map(({ midi }) => midi);
  const [lowest, highest] = [Math.min(...pitches), Math.max(...pitches)];
  return shown.map(({ beat, beats: held, midi, velocity }) => ({
    x: Math.max(0, beat / beats),
    width: Math.min(held, beats - beat) / beats,
    y: highest > lowest ? (midi - lowest) / (highest - lowest) : 0.5,
    loud: Math.min(1, velocity),
  }));
}
