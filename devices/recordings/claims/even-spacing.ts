import { median } from '../values/units.ts';
import type { ClaimedRow } from './rows.ts';
import type { Suspicion } from './suspicion.ts';

const MIN_ROWS = 50;
const NEARLY_ALL = 0.95;
/** Steps this near to each other are the same, as a share. */
const SAME = 0.01;
/** Time and intervals may differ by this share over all steps that are no holes; true whole seconds do not. */
const APART = 0.015;
/** A step longer than its intervals by this much is a hole, ms. */
const HOLE_MS = 3000;
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
  const mean = rows.reduce((sum, { rrMs }) => sum + rrMs.reduce((all, rr) => all + rr, 0), 0) / rows.length;
  let [claimed, passed] = [0, 0];
  for (const [i, { rrMs }] of rows.slice(1).entries()) {
    const lengthMs = rrMs.reduce((sum, rr) => sum + rr, 0);
    if (steps[i]! - lengthMs > HOLE_MS) continue;
    claimed += lengthMs;
    passed += steps[i]!;
  }
  const apartMs = Math.abs(claimed - passed);
  if (apartMs <= Math.max(LEAST_MS, APART * passed)) return undefined;
  // Rows once a second may each have a true interval, with some left out; rows that come faster repeat their beats.
  const refuse = mean > MORE * step;
  return {
    refuse,
    sentence:
      `its rows are evenly spaced, ${Number((step / 1000).toPrecision(3))} s apart, and its intervals are ` +
      `${(mean / 1000).toFixed(2)} s long: a curve that was resampled, or the latest interval at each step, and not ` +
      `beats; export the RR intervals themselves${refuse ? ', or read it all the same with --as-is' : ''}`,
  };
}
