import { sum } from '../../../engine/index.ts';
import type { Found } from '../recording.ts';
import { median } from '../values/units.ts';
import type { ClaimedRow } from './rows.ts';
import type { Suspicion } from './suspicion.ts';

/** The strap smooths and rounds its own rate; on average over a recording it comes nearer than this share. */
const STRAP_SHARE = 0.04;
const MIN_PACKETS = 60;
/** A heart this fast is at work and hardly varies, 1/min. */
const FAST_BPM = 120;
/** RMSSD by the mean interval; at work it is below 0.02. */
const LIVELY = 0.025;
const MIN_INTERVALS = 30;
/** Counts come one by one; ms that were made of samples leave most whole numbers out. */
const FINE = 2;

/** The rate that a strap shows against the intervals that it sends. */
export function strapRateAgainstIntervals(rows: readonly ClaimedRow[]): Suspicion | undefined {
  let [packets, beats, ms, rates] = [0, 0, 0, 0];
  for (const { rrMs, bpm } of rows) {
    const sound = rrMs.filter((rr) => rr >= 250 && rr <= 2500);
    if (bpm === undefined || sound.length === 0) continue;
    const lengthMs = sum(sound);
    packets += 1;
    beats += sound.length;
    ms += lengthMs;
    rates += bpm * lengthMs;
  }
  const [shown, made] = [rates / ms, (60_000 * beats) / ms];
  if (packets < MIN_PACKETS || Math.abs(made / shown - 1) <= STRAP_SHARE) return undefined;
  return {
    refuse: false,
    sentence:
      `the strap shows ${shown.toFixed(1)} beats a minute, and its intervals make ${made.toFixed(1)}; one of them is ` +
      'wrong: say with --rate what intervals are counted in, where it is not 1/1024 s',
  };
}

/** Whole numbers taken for ms because a heart can be so fast, though it varies as one at rest: samples, perhaps. */
export function samplesForMs(rrMs: readonly number[], { unit }: Found): Suspicion | undefined {
  if (unit.from !== 'values' || unit.name !== 'ms' || rrMs.length < MIN_INTERVALS) return undefined;
  if (!rrMs.every((rr) => Number.isInteger(rr)) || gapOf(rrMs) > FINE) return undefined;
  const middle = median(rrMs);
  const bpm = 60_000 / middle;
  const step = median(rrMs.slice(1).map((rr, i) => Math.abs(rr - rrMs[i]!)));
  // Of a normal variable the median of its size is 0.67 of its standard deviation.
  if (bpm < FAST_BPM || step / 0.67 < LIVELY * middle) return undefined;
  return {
    refuse: false,
    sentence:
      `taken for ms they make ${bpm.toFixed(0)} beats a minute, which vary like a heart at rest; if they are ` +
      `samples, say how many make a second: --rate <hz> (at 500 they make ${(bpm / 2).toFixed(0)})`,
  };
}

/** Median distance of neighbours among the values that occur. */
function gapOf(values: readonly number[]): number {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  return sorted.length < 2 ? Infinity : median(sorted.slice(1).map((value, i) => value - sorted[i]!));
}
