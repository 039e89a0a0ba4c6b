import { cholesky, solveCholesky } from '../maths/cholesky.ts';
import type { PaceSwing } from './pace-swing.ts';
import { RATES, resonanceCurves, type ResonanceCurve } from './resonance-curve.ts';

/** The swing that is thought likely at a pace, from trough to crest, with its 90 % band, 1/min. */
export interface SwingBand {
  readonly perMinute: number;
  readonly swingBpm: number;
  readonly lowBpm: number;
  readonly highBpm: number;
}

export interface Posterior {
  readonly rates: readonly number[];
  /** Of the resonance at each rate, given that there is one; sums to 1. */
  readonly mass: Float64Array;
  /** Probability that the swing hardly depends on the pace. */
  readonly flat: number;
  readonly curve: readonly SwingBand[];
}

/** Unevenness from pace to pace that is no measurement error (depth of breath, effort): its sd may be any of these. */
const UNEVENNESS = [0.02, 0.04, 0.07, 0.12];
/** Drift of the logarithm of the swing over a session: its sd before anything was seen. */
const DRIFT_SD = 0.25;
/** A curve that differs by less than this over the paces on offer is as good as flat: twelve in a hundred. */
const FLAT_RANGE = 0.12;
const OFFERED = Array.from({ length: 11 }, (_, i) => 4.5 + i / 4);

/** Weighs every curve by how well it goes through the swings. */
export function posteriorOf(swings: readonly PaceSwing[]): Posterior {
  const curves = resonanceCurves();
  const scores = UNEVENNESS.map((sd) => scorer(swings, sd));
  const weighed = curves.flatMap((curve) => {
    const given = Float64Array.from(swings, ({ perMinute }) => curve.at(perMinute));
    return scores.map((score) => ({ curve, ...score(given) }));
  });
  const best = Math.max(...weighed.map(({ logLikelihood }) => logLikelihood));
  const weights = weighed.map(({ curve, logLikelihood }) => curve.prior * Math.exp(logLikelihood - best));
  const total = weights.reduce((sum, weight) => sum + weight, 0);

  const mass = new Float64Array(RATES.length);
  let flat = 0;
  const flatOnes = new Map(curves.map((curve) => [curve, isFlat(curve)]));
  weighed.forEach(({ curve }, i) => {
    const share = weights[i]! / total;
    if (flatOnes.get(curve)) flat += share;
    else if (curve.peak !== undefined) {
      const rate = Math.round((curve.peak - RATES[0]!) / (RATES[1]! - RATES[0]!));
      mass[rate] = mass[rate]! + share;
    }
  });
  const peaked = mass.reduce((sum, share) => sum + share, 0);
  return {
    rates: RATES,
    mass: mass.map((share) => (peaked > 0 ? share / peaked : 0)),
    flat,
    curve: bandOf(
      weighed,
      weights.map((weight) => weight / total),
    ),
  };
}

function isFlat({ at }: ResonanceCurve): boolean {
  const values = OFFERED.map(at);
  return Math.max(...values) - Math.min(...values) < FLAT_RANGE;
}

interface Score {
  readonly logLikelihood: number;
  /** The constant of the curve, and its variance. */
  readonly level: number;
  readonly levelVariance: number;
}

/** How well a curve fits, its level unknown (any is as likely) and a drift over the session allowed. */
function scorer(swings: readonly PaceSwing[], unevenness: number): (given: Float64Array) => Score {
  const y = Float64Array.from(swings, ({ swingBpm }) => Math.log(swingBpm));
  const when = centred(swings.map(({ atMs }) => atMs));
  const covariance = swings.map(({ logSd }, i) =>
    Float64Array.from(
      when,
      (t, j) => DRIFT_SD ** 2 * t * when[i]! + (i === j ? logSd ** 2 + unevenness ** 2 : 0),
    ),
  );
  const lower = cholesky(covariance);
  const ones = new Float64Array(swings.length).fill(1);
  const perOne = solveCholesky(lower, ones);
  const precision = dot(ones, perOne);
  const logDeterminant = 2 * lower.reduce((sum, row, i) => sum + Math.log(row[i]!), 0);
  return (given) => {
    const off = y.map((value, i) => value - given[i]!);
    const level = dot(perOne, off) / precision;
    const distance = dot(off, solveCholesky(lower, off)) - precision * level * level;
    return {
      logLikelihood: -0.5 * (distance + logDeterminant + Math.log(precision)),
      level,
      levelVariance: 1 / precision,
    };
  };
}

/** From −½ to ½ over the session. */
function centred(times: readonly number[]): readonly number[] {
  const [first, last] = [Math.min(...times), Math.max(...times)];
  return times.map((t) => (t - first) / Math.max(1, last - first) - 0.5);
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, v, i) => sum + v * b[i]!, 0);

/** Half a 90 % interval, in standard deviations. */
const HALF_90 = 1.645;

/** Mean and spread of the logarithm over all curves. */
function bandOf(
  weighed: readonly (Score & { readonly curve: ResonanceCurve })[],
  shares: readonly number[],
): readonly SwingBand[] {
  // What weighs next to nothing would only cost time.
  const heavy = weighed.map((one, i) => ({ ...one, share: shares[i]! })).filter(({ share }) => share > 1e-6);
  return OFFERED.map((perMinute) => {
    let [mean, square] = [0, 0];
    for (const { curve, level, levelVariance, share } of heavy) {
      const value = level + curve.at(perMinute);
      mean += share * value;
      square += share * (value * value + levelVariance);
    }
    const half = HALF_90 * Math.sqrt(Math.max(0, square - mean * mean));
    return {
      perMinute,
      swingBpm: Math.exp(mean),
      lowBpm: Math.exp(mean - half),
      highBpm: Math.exp(mean + half),
    };
  });
}
