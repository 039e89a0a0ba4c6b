/** One way the swing of the heart may depend on the pace of breathing. */
export interface ResonanceCurve {
  /** The pace of the largest swing, breaths a minute; absent: as good as flat. */
  readonly peak?: number;
  /** Before anything was measured. */
  readonly prior: number;
  /** Logarithm of the swing at a pace, up to a constant. */
  readonly at: (perMinute: number) => number;
}

/** Where a resonance is looked for, breaths a minute, and how finely. */
export const RATES: readonly number[] = Array.from({ length: 59 }, (_, i) => (86 + i) / 20);

/** How sharp a resonance may be: Q of a second-order system. */
const SHARPNESS = [1.4, 2, 2.8, 4, 5.6];
/** Slower breaths are deeper, and the heart's answer to breath has a slope of its own: exponents of the pace. */
const TILTS = [-0.2, 0, 0.2];
const FLAT_TILTS = [-0.15, 0, 0.15];
const FLAT_PRIOR = 0.2;
const MIDDLE = 5.6;

/**
 * All curves that are thought possible: a second-order resonance of any sharpness at any rate, tilted a little, and
 * nearly flat ones. Every rate is as likely as every other.
 * Source: heart rate and blood pressure as a resonant loop, Lehrer & Gevirtz 2014, doi:10.3389/fpsyg.2014.00756; the
 * form, and the share of flat ones, are judgements.
 */
export function resonanceCurves(): readonly ResonanceCurve[] {
  const prior = (1 - FLAT_PRIOR) / (RATES.length * SHARPNESS.length * TILTS.length);
  const peaked = RATES.flatMap((peak) =>
    SHARPNESS.flatMap((sharpness) =>
      TILTS.map((tilt) => ({ peak, prior, at: resonance(peak, sharpness, tilt) })),
    ),
  );
  const flat = FLAT_TILTS.map((tilt) => ({
    prior: FLAT_PRIOR / FLAT_TILTS.length,
    at: (perMinute: number) => tilt * Math.log(perMinute / MIDDLE),
  }));
  return [...peaked, ...flat];
}

/** Log gain of a tilted second-order resonance whose largest value lies at `peak`. */
export function resonance(peak: number, sharpness: number, tilt: number): (perMinute: number) => number {
  // Where the derivative by the logarithm of the pace is zero: a quadratic in the square of pace over natural pace.
  const [a, b] = [tilt - 2, (1 - tilt) * (2 - sharpness ** -2)];
  const square = (-b - Math.sqrt(b * b - 4 * a * tilt)) / (2 * a);
  return (perMinute) => {
    const v = (square * perMinute ** 2) / peak ** 2;
    return -0.5 * Math.log((1 - v) ** 2 + v / sharpness ** 2) + tilt * Math.log(perMinute / peak);
  };
}
