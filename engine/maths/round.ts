/**
 * A number to `digits` decimals. Everything that is logged and everything that decides is rounded first: the last
 * bits of `Math.exp` differ between JavaScript engines, and a log must replay to the same bytes in all of them.
 */
export function round(value: number, digits: number): number {
  const scale = SCALES[digits] ?? 10 ** digits;
  return Math.round(value * scale) / scale;
}

/** Precomputed: a power costs more than the rest, and a step of the engine rounds a dozen figures. */
const SCALES: readonly number[] = [1, 10, 100, 1e3, 1e4, 1e5, 1e6];
