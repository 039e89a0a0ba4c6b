import { eachSpectrum, frameSize } from './frames.ts';

const FRAME_S = 0.093;

/**
 * Brightness: the centre of gravity of the amplitude spectrum of the whole, Hz. The same figure as the one that the
 * built-in modules are measured by, so that they may be compared.
 *
 * @returns `undefined` in silence
 */
export function centroidHz(mono: Float32Array, sampleRate: number): number | undefined {
  const size = frameSize(FRAME_S, sampleRate);
  const total = new Float64Array(size / 2);
  eachSpectrum(mono, { size, hop: size / 2 }, (powers) => {
    for (let bin = 1; bin < total.length; bin++) total[bin]! += powers[bin]!;
  });
  let [sum, weighted] = [0, 0];
  for (let bin = 1; bin < total.length; bin++) {
    const amplitude = Math.sqrt(total[bin]!);
    sum += amplitude;
    weighted += (amplitude * bin * sampleRate) / size;
  }
  return sum > 0 ? weighted / sum : undefined;
}
