export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Not for empty lists. */
export const mean = (values: readonly number[]): number => sum(values) / values.length;

/** The middle value; the mean of the two middle ones where their number is even. Not for empty lists. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
