import FFT from 'fft.js';
import { seeded } from '../random.ts';
import { frequencyOf, toUnitPeak, type Instrument } from './instrument.ts';

interface Pad {
  readonly id: string;
  /** Harmonic k falls off as k^-slope. */
  readonly slope: number;
  /** Width of the lowest harmonic in cents: one bow against a section of them. */
  readonly widthCents: number;
  /** Even harmonics against odd, 0–1: low is hollow, like a reed or a stopped pipe. */
  readonly even: number;
}

/** 2^17 samples are 3 s at 44.1 kHz: long enough that the ear does not hear it come round. */
const SIZE = 2 ** 17;
/** Its tables are worth keeping: they take as long as a transform. */
let fft: FFT | undefined;
/** A steady tone in the middle of each band, against the noise about it: without it low notes flutter. */
const STEADY = 1.3;

/**
 * A pad that never beats and has no seam: every harmonic is a band of noise with a Gaussian profile that widens
 * with its number, drawn in the frequency domain with seeded phases. The inverse transform repeats by itself.
 *
 * Source: P. O. Nasca, PADsynth algorithm, 2004 (public domain).
 */
export const warmPad = (pad: Pad): Instrument => ({
  id: pad.id,
  every: 5,
  loops: true,
  attackS: 2,
  releaseS: 1.4,
  render(midi, sampleRate) {
    const random = seeded(midi, 37);
    const f0 = frequencyOf(midi);
    const binHz = sampleRate / SIZE;
    const amplitude = new Float64Array(SIZE / 2);
    for (let k = 1; k * f0 < Math.min(8000, sampleRate * 0.45); k++) {
      const level = k ** -pad.slope * (k % 2 === 0 ? pad.even : 1);
      const widthHz = (2 ** (pad.widthCents / 1200) - 1) * f0 * k ** 0.9;
      const reach = Math.ceil((4 * widthHz) / binHz);
      const centre = Math.round((k * f0) / binHz);
      const first = Math.max(1, centre - reach);
      const last = Math.min(SIZE / 2 - 1, centre + reach);
      let power = 0;
      for (let bin = first; bin <= last; bin++) {
        const x = (bin * binHz - k * f0) / widthHz;
        const share = (level * Math.exp(-x * x)) / Math.sqrt(widthHz);
        amplitude[bin]! += share;
        power += share * share;
      }
      amplitude[centre]! += STEADY * Math.sqrt(power);
    }
    return toUnitPeak(fromSpectrum(amplitude, () => random() * 2 * Math.PI));
  },
});

function fromSpectrum(amplitude: Float64Array, phase: () => number): Float32Array<ArrayBuffer> {
  fft ??= new FFT(SIZE);
  const spectrum = new Float64Array(2 * SIZE);
  for (let bin = 1; bin < SIZE / 2; bin++) {
    if (amplitude[bin] === 0) continue;
    const p = phase();
    const [re, im] = [amplitude[bin]! * Math.cos(p), amplitude[bin]! * Math.sin(p)];
    spectrum.set([re, im], 2 * bin);
    spectrum.set([re, -im], 2 * (SIZE - bin));
  }
  const wave = new Float64Array(2 * SIZE);
  fft.inverseTransform(wave, spectrum);
  const out = new Float32Array(SIZE);
  for (let i = 0; i < SIZE; i++) out[i] = wave[2 * i]!;
  return out;
}
