/** The known features of a moment before anybody is asked. An absent figure was withheld; it is never imputed. */
export interface CravingMoment {
  /** Epoch milliseconds. */
  readonly atMs: number;
  /** Local time minus UTC at that moment, in minutes; daylight saving included. */
  readonly utcOffsetMin: number;
  /** The engine's estimate, 0–1. */
  readonly arousal?: number;
  /** Heart rate against the person's own rest, in robust standard deviations. */
  readonly heartRateZ?: number;
  /** ln RMSSD against the person's own rest, in robust standard deviations. */
  readonly lnRmssdZ?: number;
  /** Context tags set by the person. */
  readonly tags: readonly string[];
}

/**
 * A moment and what the person said of it: a rating 0–100, or yes or no without one. A `mark`
 * ("I notice it now") is an unprompted yes.
 */
export interface CravingLabel extends CravingMoment {
  readonly said: number | 'craving' | 'no-craving';
  readonly by: 'rating' | 'prompt' | 'mark';
  /** For a prompt: the probability that this moment would be asked about, 0–1. */
  readonly propensity?: number;
}

/** Whether the label counts as craving. @param threshold  ratings from here on do, 0–100 */
export const isCraving = ({ said }: CravingLabel, threshold: number): boolean =>
  typeof said === 'number' ? said >= threshold : said === 'craving';

/** Labels sorted by time, without duplicates. */
export function inTime(labels: readonly CravingLabel[]): CravingLabel[] {
  const keyed = new Map(labels.map((label) => [keyOf(label), label]));
  return [...keyed]
    .sort(([a, one], [b, other]) => one.atMs - other.atMs || (a < b ? -1 : 1))
    .map(([, label]) => label);
}

const keyOf = ({ atMs, by, said, ...rest }: CravingLabel): string =>
  JSON.stringify([atMs, by, said, Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1))]);
