import FFT from 'fft.js';
import { pngOf } from './png.ts';

const FRAME = 4096;
const LOWEST_HZ = 50;
const HIGHEST_HZ = 16_000;
/** What is this far below the loudest is black. */
const RANGE_DB = 75;

/** A picture of a sound: time to the right, pitch upwards (logarithmic, 50 Hz to 16 kHz), light is loud. */
export function spectrogram(
  samples: Float32Array,
  sampleRate: number,
  size: { width: number; height: number },
): Uint8Array {
  const { width, height } = size;
  const fft = new FFT(FRAME);
  const out = fft.createComplexArray() as number[];
  const levels = new Float32Array(width * height);
  for (let x = 0; x < width; x++) {
    const from = Math.round((x * (samples.length - FRAME)) / width);
    const frame = Array.from(
      { length: FRAME },
      (_, i) => samples[from + i]! * Math.sin((Math.PI * i) / FRAME) ** 2,
    );
    fft.realTransform(out, frame);
    for (let y = 0; y < height; y++) {
      const [low, high] = [y + 1, y].map((edge) => binAt(edge / height, sampleRate));
      let power = 0;
      for (let bin = low!; bin <= high!; bin++)
        power = Math.max(power, out[2 * bin]! ** 2 + out[2 * bin + 1]! ** 2);
      levels[y * width + x] = 10 * Math.log10(power + 1e-12);
    }
  }
  const top = levels.reduce((most, level) => Math.max(most, level), -Infinity);
  return pngOf(width, height, (x, y) => heat(Math.max(0, 1 + (levels[y * width + x]! - top) / RANGE_DB)));
}

/** Bin of a height in the picture, 0 at the top. */
const binAt = (share: number, sampleRate: number): number =>
  Math.round(((HIGHEST_HZ * (LOWEST_HZ / HIGHEST_HZ) ** share) / sampleRate) * FRAME);

/** Ink to teal to sand. */
function heat(x: number): readonly [number, number, number] {
  const stops = [
    [12, 21, 29],
    [20, 90, 96],
    [120, 190, 170],
    [250, 240, 215],
  ] as const;
  const at = Math.min(x, 0.9999) * (stops.length - 1);
  const [a, b] = [stops[Math.floor(at)]!, stops[Math.floor(at) + 1]!];
  const mix = (i: 0 | 1 | 2): number => Math.round(a[i] + (b[i] - a[i]) * (at % 1));
  return [mix(0), mix(1), mix(2)];
}
