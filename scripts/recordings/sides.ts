/** A sound as its channels: one, or left and right of the same length. Full scale 1. */
export type Sides = readonly Float32Array<ArrayBuffer>[];

/** The middle of two channels; one alone is its own. */
export const folded = (sides: Sides): Float32Array<ArrayBuffer> =>
  sides.length === 1 ? sides[0]! : sides[0]!.map((x, i) => 0.5 * (x + sides[1]![i]!));

/** Left and right of what is in the middle and what is about it. */
export const spread = (mid: Float32Array<ArrayBuffer>, side: Float32Array<ArrayBuffer>): Sides => [
  mid.map((x, i) => x + side[i]!),
  mid.map((x, i) => x - side[i]!),
];

/** Below this, what is about the middle falls off, so that the depth of a sound stays in the middle. Hz. */
export const WIDE_FROM_HZ = 160;
/** What is about the middle of a section, against the middle, linear: −5.5 dB. Folded, 1.1 dB are lost. */
export const SECTION = 0.53;
/** The same at the most in any recording. */
const MOST = 0.56;

/** Not so wide that one loudspeaker alone would lose more than 1.2 dB of it. */
export function narrowed(sides: Sides): Sides {
  if (sides.length === 1) return sides;
  const mid = folded(sides);
  const side = sides[0]!.map((x, i) => x - mid[i]!);
  const power = (samples: Float32Array): number => samples.reduce((sum, x) => sum + x * x, 0);
  const share = Math.sqrt(power(side) / power(mid));
  return share <= MOST
    ? sides
    : spread(
        mid,
        side.map((x) => (x * MOST) / share),
      );
}
