import { integratedLufs } from '../../web/features/music/own/analysis/loudness.ts';
import { truePeak } from '../../web/features/music/own/analysis/true-peak.ts';

/** What a meter reads off a piece of sound. */
export interface Loudness {
  /** Integrated, LUFS; −Infinity where nothing passes the gate. */
  readonly integratedLufs: number;
  /** Highest peak between and on the samples, dBTP. */
  readonly truePeakDb: number;
}

/**
 * Loudness of a recording, by the meter of the app.
 *
 * @param channels left and right (or one), of equal length, at least 0.4 s
 */
export const loudnessOf = (channels: readonly Float32Array[], sampleRate: number): Loudness => ({
  integratedLufs: integratedLufs({ channels, sampleRate }),
  truePeakDb: 20 * Math.log10(Math.max(...channels.map(truePeak))),
});

export const meanSquare = (samples: Float32Array): number =>
  samples.reduce((sum, x) => sum + x * x, 0) / samples.length;
/** RMS of samples, dBFS. */
export const rmsDb = (samples: Float32Array): number => 10 * Math.log10(meanSquare(samples));
