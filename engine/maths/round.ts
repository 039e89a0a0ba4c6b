/**
 * A number to `digits` decimals. Everything that is logged and everything that decides is rounded first: the last bits of
 * `Math.exp` differ between JavaScript engines, and a log must replay to the same bytes in all of them.
 */
export function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return Math.round(value * scale) / scale;
}
