import { chance } from '../../engine/index.ts';
import { driftingNoise } from './noise.ts';
import type { ObservedBeat } from './observed-beats.ts';

export interface EcgOptions {
  /** Seed of the noise; the beats are given. */
  readonly seed: number;
  readonly rateHz: number;
  /** Standard deviation of muscle-like noise, as a share of the R wave. */
  readonly noise?: number;
  /** Amplitude of baseline drift, as a share of the R wave. */
  readonly drift?: number;
  /** Amplitude of mains hum at 50 Hz, as a share of the R wave. */
  readonly mains?: number;
  /** R waves point downwards. */
  readonly inverted?: boolean;
  /** Height of R and S waves, as a share of the usual: 0.2 is a weak lead. Drift, noise and T waves stay. */
  readonly complex?: number;
  /** Height of T waves, as a share of the usual R wave; 0.28 unless told, negative points down. */
  readonly tWave?: number;
  /** The baseline jumps by as many usual R waves, up or down, every 30 s on average. */
  readonly jumps?: number;
  /** The signal cannot exceed this, in usual R waves from 0; it stays there instead. */
  readonly rail?: number;
}

interface Wave {
  readonly atS: number;
  readonly widthS: number;
  readonly height: number;
}

/**
 * P, Q, R, S and T as bells around the R peak; heights as shares of R. Those far from R move with the square root of
 * the interval. Source: McSharry 2003, doi:10.1109/TBME.2003.808805, table I, with widths of a narrow normal complex.
 */
const NORMAL: readonly Wave[] = [
  { atS: -0.17, widthS: 0.025, height: 0.12 },
  { atS: -0.035, widthS: 0.01, height: -0.14 },
  { atS: 0, widthS: 0.011, height: 1 },
  { atS: 0.035, widthS: 0.011, height: -0.22 },
  { atS: 0.27, widthS: 0.05, height: 0.28 },
];
/** A premature ventricular beat: no P wave, a wide and tall QRS, and a T wave of opposite polarity. */
const ECTOPIC: readonly Wave[] = [
  { atS: 0, widthS: 0.03, height: 1.2 },
  { atS: 0.09, widthS: 0.03, height: -0.4 },
  { atS: 0.3, widthS: 0.06, height: -0.4 },
];
/** Height of the T wave above, and from when on a wave is one. */
const USUAL_T = 0.28;
const T_FROM_S = 0.2;
/** Distance from a beat beyond which its waves have vanished, s. */
const REACH_S = 0.6;
const MAINS_HZ = 50;
const JUMP_EVERY_S = 30;
/** R waves grow and shrink by this share with breathing. */
const BREATH_DEPTH = 0.1;
const BREATH_HZ = 0.25;

/** An ECG of these beats with its R peaks at `atS`: samples from 0 s on, as shares of an R wave. */
export function syntheticEcg(beats: readonly ObservedBeat[], options: EcgOptions): Float64Array {
  const { seed, rateHz, noise = 0, drift = 0, mains = 0, inverted = false } = options;
  const { complex = 1, tWave = USUAL_T, jumps = 0, rail = Infinity } = options;
  const samples = new Float64Array(Math.ceil(((beats.at(-1)?.atS ?? 0) + REACH_S) * rateHz));
  for (const beat of beats) addBeat(samples, { beat, rateHz, complex, tWave });
  const random = chance(seed);
  const wander = driftingNoise(1.5, random);
  const muscle = driftingNoise(0.004, random);
  const leap = chance(seed + 1);
  let level = 0;
  for (let i = 0; i < samples.length; i++) {
    const tS = i / rateHz;
    if (jumps > 0 && leap() < 1 / (JUMP_EVERY_S * rateHz)) level = jumps * (2 * leap() - 1);
    const value =
      samples[i]! * (inverted ? -1 : 1) +
      noise * muscle(1 / rateHz) +
      drift * (wander(1 / rateHz) / 2 + Math.sin(2 * Math.PI * BREATH_HZ * tS)) +
      mains * Math.sin(2 * Math.PI * MAINS_HZ * tS) +
      level;
    samples[i] = Math.max(-rail, Math.min(rail, value));
  }
  return samples;
}

function addBeat(
  samples: Float64Array,
  {
    beat: { atS, rrMs, artefact },
    rateHz,
    complex,
    tWave,
  }: {
    readonly beat: ObservedBeat;
    readonly rateHz: number;
    readonly complex: number;
    readonly tWave: number;
  },
): void {
  const waves = artefact === 'ectopic' && rrMs < PREMATURE_MS ? ECTOPIC : NORMAL;
  const stretch = Math.sqrt(Math.min(1.2, rrMs / 1000));
  const depth = 1 + BREATH_DEPTH * Math.sin(2 * Math.PI * BREATH_HZ * atS);
  const from = Math.max(0, Math.ceil((atS - REACH_S) * rateHz));
  const to = Math.min(samples.length - 1, (atS + REACH_S) * rateHz);
  for (let i = from; i <= to; i++) {
    const sinceS = i / rateHz - atS;
    for (const wave of waves) {
      const far = Math.abs(wave.atS) > 0.1 ? stretch : 1;
      const away = (sinceS - wave.atS * far) / wave.widthS;
      const share = wave.atS > T_FROM_S ? tWave / USUAL_T : Math.abs(wave.atS) < 0.1 ? complex : 1;
      samples[i]! += depth * wave.height * share * Math.exp(-(away ** 2) / 2);
    }
  }
}

/** Of an ectopic pair the premature beat comes first; the one after the pause is normal again. */
const PREMATURE_MS = 750;
