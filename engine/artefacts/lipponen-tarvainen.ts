import type { LtClass } from './lt-class.ts';
import { ltFeatures, type LtFeatures } from './lt-features.ts';
import { ltRepair } from './lt-repair.ts';

/** Outcome of the published method. */
export interface PublishedCorrection {
  /** One for each input interval, as found by the first pass. */
  readonly classes: readonly LtClass[];
  /** Counts of the last repaired pass, which is what NeuroKit2 reports. */
  readonly lastPass: Readonly<Record<LtClass, number>>;
  /** The corrected intervals, ms. Repairs preserve the recording's length. */
  readonly nnMs: readonly number[];
}

/** Slope and offset of the ectopic region in the S12 plane, published. */
const C1 = 0.13;
const C2 = 0.17;
/** An interval further from the local median than this many thresholds is long or short. */
const LONG_OR_SHORT = 3;

/**
 * Recipe `lt2019`: Lipponen & Tarvainen's classification and repair of a gap-free recording, repeated while the
 * number of artefacts falls. Centred windows, so for whole recordings.
 *
 * @param rrMs finite lengths above 0; not mutated. Fewer than four are returned unchanged.
 * Source: Lipponen & Tarvainen 2019, doi:10.1080/03091902.2019.1640306; flow as in NeuroKit2 0.2.
 * Deviation: thresholds have a lower bound, so that a constant recording does not divide by 0.
 */
export function lt2019(rrMs: readonly number[]): PublishedCorrection {
  const classes = classify(rrMs);
  let found = classes;
  let nnMs = ltRepair(rrMs, found);
  for (;;) {
    const next = classify(nnMs);
    if (artefacts(next) >= artefacts(found)) break;
    found = next;
    nnMs = ltRepair(nnMs, found);
  }
  return { classes, lastPass: tally(found), nnMs };
}

function classify(rrMs: readonly number[]): LtClass[] {
  if (rrMs.length < 4) return rrMs.map(() => 'normal');
  // The implementations count beats: the first one ends no interval and gets the mean of all.
  const rr = [rrMs.reduce((sum, one) => sum + one, 0) / rrMs.length, ...rrMs];
  const classes = rr.map((): LtClass => 'normal');
  const features = ltFeatures(rr);
  for (let i = 0; i < rr.length - 2; i++) {
    if (Math.abs(features.dRr[i]!) <= 1) continue;
    if (isEctopic(features, i)) {
      classes[i] = 'ectopic';
      continue;
    }
    // The published flow also checks the next interval where the change after it is larger.
    const looksOn = Math.abs(features.dRr[i + 1]!) < Math.abs(features.dRr[i + 2]!);
    classes[i] = longOrShort(features, rr, i);
    if (!looksOn) continue;
    i += 1;
    classes[i] = longOrShort(features, rr, i);
  }
  return classes.slice(1);
}

function isEctopic({ dRr, s12 }: LtFeatures, i: number): boolean {
  const [step, neighbour] = [dRr[i]!, s12[i]!];
  return step > 1 ? neighbour < -C1 * step - C2 : step < -1 && neighbour > -C1 * step + C2;
}

function longOrShort(
  { dRr, s22, mRr, medianMs, thresholdMs }: LtFeatures,
  rrMs: readonly number[],
  i: number,
): LtClass {
  const isLong = dRr[i]! > 1 && s22[i]! < -1;
  const isShort = dRr[i]! < -1 && s22[i]! > 1;
  if (!isLong && !isShort && !(Math.abs(mRr[i]!) > LONG_OR_SHORT)) return 'normal';
  const off = (ms: number) => Math.abs(ms - medianMs[i]!);
  if (isShort && off(rrMs[i]! + (rrMs[i + 1] ?? Infinity)) < thresholdMs[i]!) return 'extra';
  if (isLong && off(rrMs[i]! / 2) < thresholdMs[i]!) return 'missed';
  return rrMs[i]! > medianMs[i]! ? 'long' : 'short';
}

const artefacts = (classes: readonly LtClass[]): number => classes.filter((it) => it !== 'normal').length;

function tally(classes: readonly LtClass[]): Record<LtClass, number> {
  const counts = { normal: 0, ectopic: 0, missed: 0, extra: 0, long: 0, short: 0 };
  for (const it of classes) counts[it] += 1;
  return counts;
}
