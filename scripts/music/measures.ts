import FFT from 'fft.js';
import type { Level } from '../../engine/index.ts';
import { tempoBpm, type Score } from '../../web/audio/modules/index.ts';

export const FRAME = 4096;
/** Notes nearer than this are heard as one stroke: a rolled chord, a strum. Seconds. */
const ONE_STROKE_S = 0.05;
const PHRASES = 8;

/**
 * Strokes a second that a score asks for: what begins within 50 ms counts once, and what swells for longer than half a
 * second is no stroke at all.
 */
export function onsetsPerSecond(score: Score, level: Level, seed: number): number {
  const beatS = 60 / tempoBpm(score.family, level);
  const phraseS = score.beatsPerPhrase * beatS;
  const times = Array.from({ length: PHRASES }, (_, index) =>
    score
      .phrase({ index, level, seed })
      .filter(({ part }) => (score.parts[part]!.swellBeats?.[0] ?? 0) * beatS < 0.5)
      .map(({ beat }) => index * phraseS + beat * beatS),
  )
    .flat()
    .sort((a, b) => a - b);
  let [strokes, last] = [0, -Infinity];
  for (const time of times)
    if (time - last > ONE_STROKE_S) {
      strokes++;
      last = time;
    }
  return strokes / (PHRASES * phraseS);
}

/** Power of each bin over all frames, Hann-shaded. */
export function powers(samples: Float32Array): Float64Array {
  const fft = new FFT(FRAME);
  const out = fft.createComplexArray() as number[];
  const total = new Float64Array(FRAME / 2);
  const frame = new Array<number>(FRAME);
  for (let from = 0; from + FRAME <= samples.length; from += FRAME / 2) {
    for (let i = 0; i < FRAME; i++) frame[i] = samples[from + i]! * Math.sin((Math.PI * i) / FRAME) ** 2;
    fft.realTransform(out, frame);
    for (let bin = 1; bin < FRAME / 2; bin++) total[bin]! += out[2 * bin]! ** 2 + out[2 * bin + 1]! ** 2;
  }
  return total;
}

/** Centre of gravity of the amplitude spectrum of the whole piece, Hz. */
export function centroidHz(samples: Float32Array, sampleRate: number): number {
  const amplitudes = powers(samples).map(Math.sqrt);
  const total = amplitudes.reduce((sum, x) => sum + x, 0);
  return amplitudes.reduce((sum, x, bin) => sum + (x * bin * sampleRate) / FRAME, 0) / total;
}

/** Mean of the samples, a share of full scale. */
export const dcOf = (samples: Float32Array): number =>
  samples.reduce((sum, x) => sum + x, 0) / samples.length;
