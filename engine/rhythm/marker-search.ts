import FFT from 'fft.js';
import { markerAt } from './marker.ts';

/** Looks for the marker in recordings of one sample rate. */
export interface MarkerSearch {
  /**
   * How much of the marker begins at each sample of a stretch.
   *
   * @param from  first sample looked at; what lies outside the recording counts as silence
   * @param count samples
   * @returns squared correlation, in units of its own mean over the stretch: noise alone is near 1, the marker far
   *   above; all zero where the stretch is silent
   */
  strengths(recording: Float32Array, from: number, count: number): Float32Array;
  /** Share of the power at a sample that is the marker's, 0–1: what tells it from the loudest of a silent stretch. */
  shareAt(recording: Float32Array, at: number): number;
}

/** @param sampleRate hertz */
export function markerSearch(sampleRate: number): MarkerSearch {
  const { inPhase, quarter } = markerAt(sampleRate);
  const templates = new Map<number, { readonly fft: FFT; readonly spectrum: Float64Array }>();
  const templateOf = (size: number) => {
    const known = templates.get(size);
    if (known) return known;
    const fft = new FFT(size);
    const [complex, spectrum] = [new Float64Array(2 * size), new Float64Array(2 * size)];
    inPhase.forEach((value, i) => {
      complex[2 * i] = value;
      complex[2 * i + 1] = quarter[i]!;
    });
    fft.transform(spectrum, complex);
    templates.set(size, { fft, spectrum });
    return { fft, spectrum };
  };
  const power = inPhase.reduce((sum, value) => sum + value * value, 0);
  return {
    shareAt: (recording, at) => {
      let [along, across, all] = [0, 0, 0];
      inPhase.forEach((value, i) => {
        const heard = recording[at + i] ?? 0;
        along += heard * value;
        across += heard * quarter[i]!;
        all += heard * heard;
      });
      return all > 0 ? (along * along + across * across) / (power * all) : 0;
    },
    strengths: (recording, from, count) => {
      const size = 2 ** Math.ceil(Math.log2(count + inPhase.length));
      const { fft, spectrum } = templateOf(size);
      const [signal, found] = [new Float64Array(2 * size), new Float64Array(2 * size)];
      for (let i = 0; i < count + inPhase.length; i++) signal[2 * i] = recording[from + i] ?? 0;
      fft.transform(found, signal);
      // Correlation: the spectrum of the recording by the conjugate of the template's.
      for (let i = 0; i < found.length; i += 2) {
        const [a, b] = [found[i]!, found[i + 1]!];
        const [c, d] = [spectrum[i]!, -spectrum[i + 1]!];
        found[i] = a * c - b * d;
        found[i + 1] = a * d + b * c;
      }
      fft.inverseTransform(signal, found);
      return inUnitsOfMean(signal, count);
    },
  };
}

function inUnitsOfMean(complex: Float64Array, count: number): Float32Array {
  const powers = Float32Array.from(
    { length: count },
    (_, i) => complex[2 * i]! ** 2 + complex[2 * i + 1]! ** 2,
  );
  const mean = powers.reduce((sum, power) => sum + power, 0) / count;
  return mean > 0 ? powers.map((power) => power / mean) : powers.fill(0);
}
