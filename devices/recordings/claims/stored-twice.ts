import { mean } from '../../../engine/index.ts';
import type { Suspicion } from './suspicion.ts';

const MIN_INTERVALS = 100;
/** Differences of either parity are equally large in any heart; in 5 minutes of real ones the share was over 0.69. */
const ONE_SIDED = 0.4;
/** Where the smaller ones are nothing but rounding, there is no doubt. */
const SAME = 0.05;
/** A steadier heart has no differences to compare, ms. */
const LEAST_MS = 3;

/** Whether each interval comes twice in a row, as merged exports have it, or the whole file a second time. */
export function storedTwice(rrMs: readonly number[]): Suspicion | undefined {
  if (rrMs.length < MIN_INTERVALS) return undefined;
  const steps = rrMs.slice(1).map((rr, i) => Math.abs(rr - rrMs[i]!));
  const usual = mean(steps);
  if (usual < LEAST_MS / 2) return undefined;
  if (repeatsItself(rrMs)) return { refuse: false, sentence: WHOLE };
  // One wild beat must not decide which parity is larger.
  const capped = steps.map((step) => Math.min(step, 3 * usual));
  const [even, odd] = [0, 1].map((parity) => mean(capped.filter((_, i) => i % 2 === parity)));
  const share = Math.min(even!, odd!) / Math.max(even!, odd!);
  if (Math.max(even!, odd!) < LEAST_MS || share >= ONE_SIDED) return undefined;
  return share < SAME ? { refuse: true, sentence: EACH } : { refuse: false, sentence: PAIRS };
}

/** A pattern that comes again within the half, as in made-up series, is no second copy. */
function repeatsItself(rrMs: readonly number[]): boolean {
  const half = rrMs.length / 2;
  if (half % 1 !== 0) return false;
  const comesAgainAt = (from: number) => {
    for (let i = 0; i < half; i++) if (rrMs[i] !== rrMs[(i + from) % rrMs.length]) return false;
    return true;
  };
  if (!comesAgainAt(half)) return false;
  for (let from = 1; from < half; from++) if (comesAgainAt(from)) return false;
  return true;
}

const EACH =
  'every interval stands in it twice; keep one of each two rows, or read it all the same with --as-is';
const WHOLE =
  'its second half repeats the first, interval by interval; if it is the same stretch, keep one of them';
const PAIRS =
  'its intervals come in pairs that are nearly equal, as if each beat was stored twice; if so, keep every second row';
