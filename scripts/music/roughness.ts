import FFT from 'fft.js';

/** Seconds of a frame: long enough to tell a semitone apart in the middle of the piano. */
const FRAME_S = 0.37;
/** Partials that are counted, the loudest of a frame. */
const PARTIALS = 24;
/** Below and above this no partial rubs that anybody minds, Hz. */
const [LOWEST_HZ, HIGHEST_HZ] = [60, 5000];
/** Quieter than this against the loudest, partials are not heard, linear. */
const FLOOR = 0.01;

interface Partial {
  readonly hertz: number;
  readonly amplitude: number;
}

/**
 * How rough a stretch is: over the partials of each frame, how much each pair beats within a critical band, against the
 * power of the frame. Louder is not rougher.
 *
 * @returns the mean over all frames that sound; 0 where none does
 * Source: Sethares, "Local consonance and the relationship between timbre and scale", 1993, with the curve of
 * Plomp & Levelt 1965.
 */
export function roughness(samples: Float32Array, sampleRate: number): number {
  const frames = partialsOf(samples, sampleRate).filter((partials) => partials.length > 1);
  if (frames.length === 0) return 0;
  return frames.reduce((sum, partials) => sum + rub(partials), 0) / frames.length;
}

function rub(partials: readonly Partial[]): number {
  let [sum, power] = [0, 0];
  for (const [i, one] of partials.entries()) {
    power += one.amplitude ** 2;
    for (const other of partials.slice(i + 1)) {
      const scale = 0.24 / (0.0207 * Math.min(one.hertz, other.hertz) + 18.96);
      const x = scale * Math.abs(one.hertz - other.hertz);
      sum += one.amplitude * other.amplitude * (Math.exp(-3.51 * x) - Math.exp(-5.75 * x));
    }
  }
  return sum / power;
}

function partialsOf(samples: Float32Array, sampleRate: number): Partial[][] {
  const length = 2 ** Math.round(Math.log2(FRAME_S * sampleRate));
  const fft = new FFT(length);
  const out = fft.createComplexArray() as number[];
  const frame = new Array<number>(length);
  const frames: Partial[][] = [];
  for (let from = 0; from + length <= samples.length; from += length / 2) {
    for (let i = 0; i < length; i++) frame[i] = samples[from + i]! * Math.sin((Math.PI * i) / length) ** 2;
    fft.realTransform(out, frame);
    const size = (bin: number): number => Math.hypot(out[2 * bin]!, out[2 * bin + 1]!);
    frames.push(peaks(size, { hzPerBin: sampleRate / length, bins: length / 2 }));
  }
  return frames;
}

function peaks(
  size: (bin: number) => number,
  { hzPerBin, bins }: { readonly hzPerBin: number; readonly bins: number },
): Partial[] {
  const found: Partial[] = [];
  const last = Math.min(bins - 2, Math.floor(HIGHEST_HZ / hzPerBin));
  for (let bin = Math.ceil(LOWEST_HZ / hzPerBin); bin <= last; bin++) {
    const [before, here, after] = [size(bin - 1), size(bin), size(bin + 1)];
    if (here <= before || here < after) continue;
    // The top of a parabola through the three.
    const offset = (before - after) / (2 * (before - 2 * here + after));
    found.push({ hertz: (bin + offset) * hzPerBin, amplitude: here });
  }
  const loudest = found.sort((a, b) => b.amplitude - a.amplitude).slice(0, PARTIALS);
  return loudest.filter(({ amplitude }) => amplitude > FLOOR * loudest[0]!.amplitude);
}
