import type { BeatClass } from './beat-class.ts';
import type { IntervalModel } from './interval-model.ts';
import type { NnInterval } from './nn-interval.ts';
import type { RrInterval } from '../intervals/rr-interval.ts';
import { liveClassifier, type LiveStep } from './streaming.ts';
import { trust, type Trust } from './trust.ts';

export interface ClassifiedInterval extends RrInterval {
  readonly class: BeatClass;
}

export interface Correction {
  /** One for each input interval, in order. */
  readonly beats: readonly ClassifiedInterval[];
  /** The corrected series. A missed beat adds intervals, an extra beat removes one, a gap leaves a hole. */
  readonly nn: readonly NnInterval[];
  /** Share of the intervals that are not normal, gaps apart; 0 for an empty input. */
  readonly correctedShare: number;
  readonly verdict: Trust;
}

/** Intervals of the first pass, which only learns this heart's rhythm; equals the model's window. */
const LEARNING_BEATS = 90;

/**
 * The `attune` correction of a whole recording: the live classifier, pre-trained on the first 90 intervals, so that
 * live and offline results agree from there on.
 *
 * @returns never throws; impossible lengths (0, negative, NaN, above 3 s) are gaps
 * Cost: O(intervals). Use pairs of `original` NN intervals for a metric
 * that should rest on observed intervals only.
 */
export function correct(intervals: readonly RrInterval[]): Correction {
  const live = liveClassifier({ learnt: learntRhythm(intervals), provisional: false });
  const classes = new Array<BeatClass>(intervals.length).fill('normal');
  const nn: NnInterval[] = [];
  const take = (step: LiveStep) => {
    for (const one of step.revisions) classes[one.index] = one.class;
    nn.push(...step.nn);
  };
  for (const interval of intervals) take(live.push(interval));
  take(live.finish());
  const beats = intervals.map((interval, i) => ({ ...interval, class: classes[i]! }));
  return { beats, nn, correctedShare: correctedShare(classes), verdict: trust(classes) };
}

function learntRhythm(intervals: readonly RrInterval[]): IntervalModel | undefined {
  const first = liveClassifier();
  for (const interval of intervals.slice(0, LEARNING_BEATS)) first.push(interval);
  first.finish();
  return first.model();
}

function correctedShare(classes: readonly BeatClass[]): number {
  const beats = classes.filter((it) => it !== 'gap');
  return beats.length === 0 ? 0 : beats.filter((it) => it !== 'normal').length / beats.length;
}
