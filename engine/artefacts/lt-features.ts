import { sortedWindow } from '../maths/sorted-window.ts';

/** The published method's features of each interval. */
export interface LtFeatures {
  /** Change from the interval before, in thresholds. */
  readonly dRr: readonly number[];
  readonly s12: readonly number[];
  readonly s22: readonly number[];
  /** Distance from the local median, in thresholds; doubled below it. */
  readonly mRr: readonly number[];
  readonly medianMs: readonly number[];
  /** Threshold of `mRr`, ms. */
  readonly thresholdMs: readonly number[];
}

const ALPHA = 5.2;
const QUARTILE_BEATS = 91;
const MEDIAN_BEATS = 11;
/** Where a stretch is constant the quartiles coincide; they are taken to be 1 ms apart, the step of most recorders. */
const FLOOR_MS = ALPHA / 2;

/** @param rrMs  at least four intervals */
export function ltFeatures(rrMs: readonly number[]): LtFeatures {
  const steps = rrMs.map((rr, i) => (i === 0 ? 0 : rr - rrMs[i - 1]!));
  // The first interval has no change; the published implementations put the mean change there.
  steps[0] = steps.slice(1).reduce((sum, step) => sum + step, 0) / (steps.length - 1);
  const limits = thresholds(steps);
  const dRr = steps.map((step, i) => step / limits[i]!);
  const at = (i: number) => dRr[i < 0 ? -i : i >= dRr.length ? 2 * (dRr.length - 1) - i : i]!;
  const medianMs = centred(rrMs, MEDIAN_BEATS, (window) => window.quantile(0.5));
  const offsets = rrMs.map((rr, i) => rr - medianMs[i]!).map((off) => (off < 0 ? 2 * off : off));
  const thresholdMs = thresholds(offsets);
  return {
    dRr,
    s12: dRr.map((d, i) => (d === 0 ? 0 : (d > 0 ? Math.max : Math.min)(at(i - 1), at(i + 1)))),
    s22: dRr.map((d, i) => (d >= 0 ? Math.min : Math.max)(at(i + 1), at(i + 2))),
    mRr: offsets.map((off, i) => off / thresholdMs[i]!),
    medianMs,
    thresholdMs,
  };
}

const thresholds = (values: readonly number[]): number[] =>
  centred(values.map(Math.abs), QUARTILE_BEATS, (window) =>
    Math.max(FLOOR_MS, (ALPHA * (window.quantile(0.75) - window.quantile(0.25))) / 2),
  );

type Window = Pick<ReturnType<typeof sortedWindow>, 'quantile'>;

/** A statistic of the window around each value; shorter at the ends. */
function centred(values: readonly number[], width: number, statistic: (window: Window) => number): number[] {
  const half = width >> 1;
  const window = sortedWindow(width);
  values.slice(0, half).forEach((value) => window.push(value));
  return values.map((_, i) => {
    if (i + half < values.length) window.push(values[i + half]!);
    else if (i > half) window.dropOldest();
    return statistic(window);
  });
}
