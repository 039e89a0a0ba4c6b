import { frequencyOf } from '../../web/audio/instruments/index.ts';
import { seeded } from '../../web/audio/random.ts';
import { periodic, sizeFor } from './periodic.ts';
import { SECTION, spread, WIDE_FROM_HZ, type Sides } from './sides.ts';

interface Pad {
  readonly slope: number;
  readonly widthCents: number;
  readonly even: number;
}

/** Above this a pad has nothing to say. Hz. */
const TOP_HZ = 8000;
/** A steady tone in the middle of each band, against the noise about it: without it low notes flutter. */
const STEADY = 1.3;

/**
 * A pad that never beats and has no seam: every harmonic is a band of noise with a Gaussian profile that widens
 * with its number, drawn in the frequency domain with seeded phases; about the middle with others, so that it is wide.
 *
 * Source: P. O. Nasca, PADsynth algorithm, 2004 (public domain).
 */
export function pad({ slope, widthCents, even }: Pad, midi: number, lengthS: number): Sides {
  const f0 = frequencyOf(midi);
  const amplitude = new Float64Array(sizeFor(lengthS) / 2);
  for (let k = 1; k * f0 < TOP_HZ; k++) {
    const level = k ** -slope * (k % 2 === 0 ? even : 1);
    const widthHz = (2 ** (widthCents / 1200) - 1) * f0 * k ** 0.9;
    const reach = Math.ceil(4 * widthHz * lengthS);
    const centre = Math.round(k * f0 * lengthS);
    let power = 0;
    for (let bin = Math.max(1, centre - reach); bin <= centre + reach; bin++) {
      const x = (bin / lengthS - k * f0) / widthHz;
      const share = (level * Math.exp(-x * x)) / Math.sqrt(widthHz);
      amplitude[bin]! += share;
      power += share * share;
    }
    amplitude[centre]! += STEADY * Math.sqrt(power);
  }
  const drawn = (seed: number, share: (hz: number) => number): Float32Array<ArrayBuffer> => {
    const random = seeded(midi, seed);
    return periodic({
      lengthS,
      amplitude: (hz, bin) => share(hz) * amplitude[bin]!,
      phase: () => random() * 2 * Math.PI,
    });
  };
  return spread(
    drawn(37, () => 1),
    drawn(38, (hz) => SECTION * Math.min(1, hz / WIDE_FROM_HZ)),
  );
}
