import { eachSpectrum, frameSize } from './frames.ts';

/** The key a piece is in. */
export interface Key {
  /** 0 is C, 11 is B. */
  readonly tonic: number;
  readonly mode: 'major' | 'minor';
}

/** How well each step of the scale was felt to fit. Source: Krumhansl & Kessler 1982, doi:10.1037/0033-295X.89.4.334 */
const PROFILES = {
  major: [6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88],
  minor: [6.33, 2.68, 3.52, 5.38, 2.6, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17],
} as const;

const FRAME_S = 0.37;
const [LOWEST_HZ, HIGHEST_HZ] = [65, 2100];
/** A fit below this says nothing: a drum track correlates with some key as well. */
const LEAST_FIT = 0.55;
const NAMES = ['C', 'D♭', 'D', 'E♭', 'E', 'F', 'F♯', 'G', 'A♭', 'A', 'B♭', 'B'] as const;

/** "D major". */
export const keyName = ({ tonic, mode }: Key): string => `${NAMES[tonic]!} ${mode}`;

/**
 * The key whose profile fits best to how much of each pitch class there is.
 * @returns `undefined` where none fits
 * Source: Krumhansl 1990, "Cognitive foundations of musical pitch", ch. 4 (key finding by correlation).
 */
export function keyOf(mono: Float32Array, sampleRate: number): Key | undefined {
  const chroma = chromaOf(mono, sampleRate);
  const fits = Array.from({ length: 12 }, (_, tonic) =>
    (['major', 'minor'] as const).map((mode) => {
      const turned = PROFILES[mode].map((_, i) => chroma[(i + tonic) % 12]!);
      return { key: { tonic, mode }, fit: correlation(turned, PROFILES[mode]) };
    }),
  ).flat();
  const best = fits.reduce((a, b) => (b.fit > a.fit ? b : a));
  return best.fit >= LEAST_FIT ? best.key : undefined;
}

/** How much of each pitch class there is, octaves laid on one another: 12 figures from C. */
export function chromaOf(mono: Float32Array, sampleRate: number): number[] {
  const size = frameSize(FRAME_S, sampleRate);
  const chroma = new Array<number>(12).fill(0);
  const classes = Array.from({ length: size / 2 }, (_, bin) => pitchClass((bin * sampleRate) / size));
  eachSpectrum(mono, { size, hop: size }, (powers) => {
    for (let bin = 2; bin < powers.length - 1; bin++) {
      const tone = classes[bin];
      // Only peaks: the slopes beside a loud tone are no tones.
      if (tone === undefined || powers[bin]! < powers[bin - 1]! || powers[bin]! < powers[bin + 1]!) continue;
      chroma[tone]! += Math.sqrt(powers[bin]!);
    }
  });
  return chroma;
}

function pitchClass(hz: number): number | undefined {
  if (hz < LOWEST_HZ || hz > HIGHEST_HZ) return undefined;
  const midi = Math.round(69 + 12 * Math.log2(hz / 440));
  return ((midi % 12) + 12) % 12;
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((x, i) => {
    const [da, db] = [x - meanA, b[i]! - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  });
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
