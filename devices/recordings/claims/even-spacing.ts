import { mean, sum } from '../../../engine/index.ts';
import { median } from '../values/units.ts';
import { isHole, type ClaimedRow } from './rows.ts';
import type { Suspicion } from './suspicion.ts';

const MIN_ROWS = 50;
const NEARLY_ALL = 0.95;
/** Steps this near to each other are the same, as a share. */
const SAME = 0.01;
/** Time and intervals may differ by this share over all steps that are no holes; true whole seconds do not. */
const APART = 0.015;
/** Rows come faster than beats if intervals are longer than steps by this factor. */
const MORE = 1.2;
/** Times in whole seconds are this far from the intervals anyway, ms. */
const LEAST_MS = 5000;

/** Rows at equal steps while their intervals are of another length: a curve over time, sampled. */
export function evenSpacing(rows: readonly ClaimedRow[]): Suspicion | undefined {
  if (rows.length < MIN_ROWS) return undefined;
  const steps = rows.slice(1).map(({ atMs }, i) => atMs - rows[i]!.atMs);
  const step = median(steps);
  const equal = steps.filter((one) => Math.abs(one - step) <= Math.max(1, SAME * step)).length;
  if (!(step > 0) || equal < NEARLY_ALL * steps.length) return undefined;
  const lengths = rows.map(({ rrMs }) => sum(rrMs));
  let [claimed, passed] = [0, 0];
  for (const [i, stepMs] of steps.entries()) {
    const lengthMs = lengths[i + 1]!;
    if (isHole(stepMs, lengthMs)) continue;
    claimed += lengthMs;
    passed += stepMs;
  }
  const apartMs = Math.abs(claimed - passed);
  if (apartMs <= Math.max(LEAST_MS, APART * passed)) return undefined;
  // Rows once a second may each have a true interval, with some left out; rows that come faster repeat their beats.
  const lengthMs = mean(lengths);
  const refuse = lengthMs > MORE * step;
  return {
    refuse,
    sentence:
      `its rows are evenly spaced, ${Number((step / 1000).toPrecision(3))} s apart, and its intervals are ` +
      `${(lengthMs / 1000).toFixed(2)} s long: a curve that was resampled, or the latest interval at each step, and ` +
      `not beats; export the RR intervals themselves${refuse ? ', or read it all the same with --as-is' : ''}`,
  };
}
