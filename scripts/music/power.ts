/** Mean square of a stretch, over all sides. */
export const powerOf = (sides: readonly Float32Array[], from: number, to: number): number =>
  sides.reduce((sum, side) => sum + energyOf(side, from, to), 0) / (to - from);

function energyOf(side: Float32Array, from: number, to: number): number {
  let energy = 0;
  for (let i = from; i < to; i++) energy += side[i]! ** 2;
  return energy;
}

export const decibels = (power: number): number => 10 * Math.log10(power + 1e-20);

/** The largest difference between neighbouring samples of a stretch. */
export function largestStep(sides: readonly Float32Array[], from: number, to: number): number {
  let most = 0;
  for (const side of sides)
    for (let i = from + 1; i < to; i++) most = Math.max(most, Math.abs(side[i]! - side[i - 1]!));
  return most;
}
