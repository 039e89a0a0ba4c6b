import { eachSpectrum, frameSize } from './frames.ts';

/** How much begins at each moment. */
export interface OnsetEnvelope {
  /** 0 where nothing grows louder; `perSecond` of them a second. */
  readonly values: Float32Array;
  readonly perSecond: number;
  /** Time of the first value: the middle of its frame, s. */
  readonly firstS: number;
}

/** What a value has at least where something is struck: swelling pads, rain and breath reach 2.5, soft strokes 6. */
export const STROKE = 3;

const FRAME_S = 0.046;
const PER_SECOND = 100;
const BANDS = 36;
const [LOWEST_HZ, HIGHEST_HZ] = [40, 9000];
/** Frames back that a band's level is held against: a stroke takes about this long to rise. */
const LAG = 3;
/** Levels below this share of the loudest frame of their band count as silence: noise must not look like strokes. */
const FLOOR = 1e-4;

/**
 * Spectral flux: the sum, over bands of a third of an octave, of how much the level in dB has grown in 30 ms. Each band
 * is held against its own maximum of the neighbouring bands, so that vibrato is no stroke.
 *
 * Source: Böck & Widmer 2013, "Maximum filter vibrato suppression for onset detection" (SuperFlux), with wider bands.
 */
export function onsetEnvelope(mono: Float32Array, sampleRate: number): OnsetEnvelope {
  const size = frameSize(FRAME_S, sampleRate);
  const hop = Math.round(sampleRate / PER_SECOND);
  const edges = bandEdges(sampleRate, size);
  const levels: Float32Array[] = [];
  eachSpectrum(mono, { size, hop }, (powers) => {
    const row = new Float32Array(edges.length - 1);
    for (let band = 0; band < row.length; band++)
      for (let bin = edges[band]!; bin < edges[band + 1]!; bin++) row[band]! += powers[bin]!;
    levels.push(row);
  });
  const loudest = levels.reduce((most, row) => Math.max(most, ...row), 0);
  for (const row of levels)
    for (let band = 0; band < row.length; band++)
      row[band] = Math.log10(1 + row[band]! / (FLOOR * loudest + Number.MIN_VALUE));
  const values = Float32Array.from(levels, (row, n) => (n < LAG ? 0 : growth(levels[n - LAG]!, row)));
  return { values, perSecond: sampleRate / hop, firstS: size / 2 / sampleRate };
}

/** Bins at which the bands begin, the last one's end included; low bands that hold no bin are left out. */
function bandEdges(sampleRate: number, size: number): number[] {
  const top = Math.min(HIGHEST_HZ, 0.45 * sampleRate);
  const bins = Array.from({ length: BANDS + 1 }, (_, i) =>
    Math.round((LOWEST_HZ * (top / LOWEST_HZ) ** (i / BANDS) * size) / sampleRate),
  );
  return [...new Set(bins.map((bin) => Math.max(1, bin)))];
}

function growth(before: Float32Array, now: Float32Array): number {
  let sum = 0;
  for (let band = 0; band < now.length; band++) {
    const held = Math.max(before[band]!, before[band - 1] ?? 0, before[band + 1] ?? 0);
    sum += Math.max(0, now[band]! - held);
  }
  return sum;
}
