import { badFile, type BadRecording } from '../recording.ts';

/** The median; NaN if there are no values. */
export function median(values: readonly number[]): number {
  const sorted = Float64Array.from(values).sort();
  return sorted.length === 0 ? Number.NaN : sorted[sorted.length >> 1]!;
}

/** Median RR of a person, ms: 30 to 200 beats a minute. Outside it a file's numbers are not milliseconds. */
const PLAUSIBLE_RR_MS = [300, 2000] as const;
/** The range accepted where a file states its unit explicitly: small children, and very fit people asleep. */
const DECLARED_RR_MS = [200, 3000] as const;

export interface RrUnit {
  readonly name: string;
  readonly ms: number;
}

export const MS: RrUnit = { name: 'ms', ms: 1 };
export const S: RrUnit = { name: 's', ms: 1000 };
const US: RrUnit = { name: 'µs', ms: 1e-3 };
const NS: RrUnit = { name: 'ns', ms: 1e-6 };

/** The unit of numbers counted in samples. */
export const samplesAt = (rateHz: number): RrUnit => ({ name: `1/${rateHz} s`, ms: 1000 / rateHz });

const within = (value: number, [low, high]: readonly [number, number]): boolean =>
  value >= low && value <= high;

/** The unit in which these RR intervals are those of a person: the ranges do not overlap. `undefined`: in none. */
export function unitOfRr(values: readonly number[]): RrUnit | undefined {
  const middle = median(values);
  return [MS, S, US, NS].find(({ ms }) => within(middle * ms, PLAUSIBLE_RR_MS));
}

/** The fault of intervals that are physiologically impossible in the `unit` that their header names. */
export function faultOfUnit(values: readonly number[], { name, ms }: RrUnit): BadRecording | undefined {
  const middle = median(values);
  if (within(middle * ms, DECLARED_RR_MS)) return undefined;
  if (ms === 1 && middle < 10)
    return badFile(
      'not-milliseconds',
      'the RR intervals look like seconds, and the header says milliseconds; correct one of them',
    );
  return badFile(
    'not-milliseconds',
    `half of the RR intervals are below ${short(middle)} ${name}, which no heart keeps up; is the unit right?`,
  );
}

const NO_NUMBERS = badFile(
  'unknown-unit',
  'its numbers are too large for intervals or times of beats; export RR in ms',
);

/** The fault of intervals that the rate which the person gave makes impossible. */
export function faultOfRate(middle: number, rateHz: number): BadRecording | undefined {
  if (!Number.isFinite(middle)) return NO_NUMBERS;
  const rrMs = (middle * 1000) / rateHz;
  if (within(rrMs, DECLARED_RR_MS)) return undefined;
  const likely = `at about ${short((middle * 1000) / 850)} a second they would be those of a heart at rest`;
  return badFile(
    'unknown-unit',
    `at ${rateHz} a second a typical interval would be ${short(rrMs)} ms, which no heart keeps up; ${likely}`,
  );
}

/** Breaths a minute, which tables beside a heart rate call RR, too: respiratory rate. */
const BREATHS = [4, 40] as const;
const BEATS_A_MINUTE = [40, 220] as const;
/** Rates a second apart are rounded and smoothed: most are at most this far from the one before. */
const SMOOTH_STEP = 1;

/**
 * The fault of intervals, or of steps between beats, that no unit makes plausible. Each case is named, and `--rate`
 * is advised only where it helps.
 */
export function unitUnknown(middle: number, values: readonly number[] = []): BadRecording {
  if (!Number.isFinite(middle)) return NO_NUMBERS;
  const what = `a typical interval is ${short(middle)}, which is neither ms nor s of a heart`;
  if (within(middle, BREATHS))
    return badFile(
      'unknown-unit',
      `a typical value is ${short(middle)}: breaths a minute rather than intervals between beats, since RR is ` +
        'short for respiratory rate, too; export the RR intervals of the heart (also called IBI or NN)',
    );
  const step = median(values.slice(1).map((value, i) => Math.abs(value - values[i]!)));
  if (within(middle, BEATS_A_MINUTE) && step <= SMOOTH_STEP)
    return badFile(
      'heart-rate-only',
      `a typical value is ${short(middle)}, and neighbours hardly differ: heart rates, from which no intervals ` +
        'can be had; export the RR intervals',
    );
  // A thousand a second and below, up to the fastest recorders: a heart at rest would need this many.
  const neededHz = (middle * 1000) / 850;
  if (!(neededHz >= 40 && neededHz <= 100_000)) return badFile('unknown-unit', `${what}; export RR in ms`);
  const perhaps = within(middle, BEATS_A_MINUTE) ? 'these may be heart rates, which have no intervals; ' : '';
  return badFile(
    'unknown-unit',
    `${what}; ${perhaps}if these are samples, say how many make a second: attune convert <in> <out> --rate <hz>`,
  );
}

const short = (value: number): string => String(Number(value.toPrecision(4)));
