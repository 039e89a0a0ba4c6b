import type { Derived, Input } from '../session/signal.ts';

declare module '../session/signal.ts' {
  interface Signals {
    readonly 'baseline-set': BaselineSet;
    readonly pacer: PacerSet;
    readonly baseline: BaselineFound;
    readonly arousal: ArousalEstimated;
  }
  interface SessionStarted {
    /** Given when the baseline is known beforehand; absent: found in the session's own quiet start. */
    readonly baseline?: BaselineFigures;
    /** How this person usually rests: stands in until the session's own quiet start is found. */
    readonly usualRest?: UsualRest;
    /**
     * The person said that something else may move their heart today: a medicine, coffee, an illness. What it is stays
     * with them. Estimates are less certain for it, and say so.
     */
    readonly confounded?: true;
  }
}

/** A resting baseline in figures, as measured over a stretch named by hand or in earlier sessions. */
export interface BaselineFigures {
  readonly heartRateBpm: number;
  /** Robust spread (1.4826·MAD) of the windowed heart rate, 1/min. */
  readonly heartRateSpreadBpm: number;
  /** Natural logarithm of RMSSD in ms; absent where too many beats were artefacts for it. */
  readonly lnRmssd?: number;
  readonly lnRmssdSpread?: number;
  /** Seconds of accepted beats behind it. */
  readonly seconds: number;
}

/** A person's rest over earlier sessions in circumstances like these. */
export interface UsualRest {
  readonly sessions: number;
  readonly heartRateBpm: RobustFigure;
  /** Of ln RMSSD in ms; absent below five sessions with one. */
  readonly lnRmssd?: RobustFigure;
}

/** A robust middle with its own error. */
export interface RobustFigure {
  readonly median: number;
  /** 1.4826·MAD over sessions. */
  readonly spread: number;
  /** Standard error of the median. */
  readonly se: number;
}

export interface BaselineSet extends Input<'baseline-set', 'person' | 'clinician'> {
  readonly figures: BaselineFigures;
}

/** The breathing pacer; paced breathing changes what heart rate variability means. */
export interface PacerSet extends Input<'pacer', 'person' | 'clinician'> {
  /** Absent: off. */
  readonly breathsPerMinute?: number;
}

export interface BaselineFound extends Derived<'baseline'> {
  readonly figures: BaselineFigures;
  /** `usual`: this person's rest of earlier sessions, until this session's own is found. */
  readonly how: 'quiet-start' | 'given' | 'usual';
}

export type WithheldReason =
  | 'no-beats'
  | 'too-few-beats'
  | 'poor-signal'
  | 'no-contact'
  | 'no-baseline'
  | 'moving'
  | 'perhaps-moving'
  | 'irregular-rhythm'
  | 'ended';

/** Why the estimate is what it is; the screens turn each code into a sentence. */
export type ArousalReason =
  | 'heart-rate-above-baseline'
  | 'heart-rate-near-baseline'
  | 'heart-rate-below-baseline'
  | 'rest-found-lower'
  | 'variability-below-baseline'
  | 'variability-above-baseline'
  | 'paced-breathing-variability-ignored'
  | 'heart-rate-only'
  | 'moved-by-something-else';

export type ArousalEstimated = ArousalGiven | ArousalWithheld;

export interface ArousalGiven extends Derived<'arousal'> {
  /**
   * 0–1: the share of people in the recordings it was fitted on who were under stress with a heart rate this far
   * above their own rest. About 0.25 at rest, 1 far above it.
   */
  readonly value: number;
  /** Standard deviation of `value`. */
  readonly sd: number;
  /** The 80 % interval of the state behind `value`. */
  readonly low: number;
  readonly high: number;
  /** 0–1: how far the signal behind it can be trusted. */
  readonly quality: number;
  readonly reasons: readonly ArousalReason[];
}

export interface ArousalWithheld extends Derived<'arousal'> {
  readonly withheld: WithheldReason;
}
