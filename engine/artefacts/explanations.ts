/** What may lie behind one to four detected intervals in a row. */
export type ExplanationKind = 'normal' | 'missed' | 'extra' | 'misplaced' | 'outlier' | 'premature';

/** A reading of `intervals` detected intervals in which the heart truly beat `heartbeats` times. */
export interface Explanation {
  readonly kind: ExplanationKind;
  readonly intervals: number;
  readonly heartbeats: number;
  /** Minus the log of its frequency per beat. */
  readonly rarity: number;
  /** Detections within the span that are not heart beats at that time; each may lie anywhere in the span. */
  readonly strayBeats: number;
}

/** How often a beat is detected at the wrong place (or is early), missed, or added, per beat (J). */
const MISPLACED = 0.02;
const MISSED = 0.01;
const EXTRA = 0.01;
/** A premature beat that resets the rhythm, so that the two intervals do not add up to two normal ones. */
const PREMATURE = 0.001;
/** An interval without another explanation: about one a day. */
const OUTLIER = 0.00001;

const explanation = (
  kind: ExplanationKind,
  [intervals, heartbeats]: readonly [number, number],
  chances: readonly number[],
): Explanation => ({
  kind,
  intervals,
  heartbeats,
  rarity: -chances.reduce((sum, p) => sum + Math.log(p), 0),
  strayBeats: kind === 'premature' ? 0 : intervals - 1,
});

export const EXPLANATIONS: readonly Explanation[] = [
  explanation('normal', [1, 1], []),
  explanation('missed', [1, 2], [MISSED]),
  explanation('missed', [1, 3], [MISSED, MISSED]),
  explanation('extra', [2, 1], [EXTRA]),
  explanation('extra', [3, 1], [EXTRA, EXTRA]),
  explanation('misplaced', [2, 2], [MISPLACED]),
  explanation('misplaced', [3, 3], [MISPLACED, MISPLACED]),
  explanation('misplaced', [4, 4], [MISPLACED, MISPLACED, MISPLACED]),
  explanation('misplaced', [2, 3], [MISPLACED, MISSED]),
  explanation('misplaced', [3, 2], [MISPLACED, EXTRA]),
  explanation('premature', [2, 2], [PREMATURE]),
  explanation('outlier', [1, 1], [OUTLIER]),
];

/** Whether the span carries no information about the rhythm around it. */
export const isBlind = ({ kind }: Explanation): boolean => kind === 'outlier' || kind === 'premature';
