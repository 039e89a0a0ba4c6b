import { fairTail } from './sign-test.ts';
import { median } from './statistics.ts';

export interface MedianInterval {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** With fewer values no interval of this kind holds 95 %. */
export const LEAST_FOR_MEDIAN = 6;

/**
 * The median, and between which two of the values that of the whole lies with at least 95 % confidence: the sign test
 * turned round, which supposes nothing of their distribution.
 *
 * @param values one a time, independent of each other; not mutated
 * @returns `undefined` below {@link LEAST_FOR_MEDIAN} values
 */
export function medianInterval(values: readonly number[]): MedianInterval | undefined {
  const count = values.length;
  if (count < LEAST_FOR_MEDIAN) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  let outside = 0;
  while (2 * fairTail(count, outside) <= 0.05) outside++;
  return { median: median(sorted), low: sorted[outside - 1]!, high: sorted[count - outside]! };
}
