/** What one picture of a camera says, whatever its size. */
export interface PulseFrame {
  /** When it was taken, on any clock that does not jump. */
  readonly atMs: number;
  /** Means over the picture, 0–255. */
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  /** Standard deviation of red over the picture: a finger on the lens is even, a room is not. */
  readonly spread: number;
  /** Share of pixels whose red is as bright as the camera can say. */
  readonly clipped: number;
}

const BRIGHTEST = 254;

/**
 * @param rgba  as of a canvas: four bytes a pixel
 * Cost: O(pixels); some hundred are enough.
 */
export function pulseFrame(atMs: number, rgba: Uint8ClampedArray): PulseFrame {
  const pixels = rgba.length / 4;
  let [red, green, blue, square, clipped] = [0, 0, 0, 0, 0];
  for (let i = 0; i < rgba.length; i += 4) {
    const r = rgba[i]!;
    red += r;
    square += r * r;
    green += rgba[i + 1]!;
    blue += rgba[i + 2]!;
    if (r >= BRIGHTEST) clipped += 1;
  }
  const mean = red / pixels;
  return {
    atMs,
    red: mean,
    green: green / pixels,
    blue: blue / pixels,
    spread: Math.sqrt(Math.max(0, square / pixels - mean * mean)),
    clipped: clipped / pixels,
  };
}

/** Light that has gone through a finger is red before all; brighter than dark, and even. Judgements. */
const [LEAST_RED, LEAST_SHARE, LEAST_GREEN, MOST_SPREAD] = [30, 0.48, 1.5, 45];

/** Whether a finger, of any skin, lies on the lens. */
export const isFinger = ({ red, green, blue, spread }: PulseFrame): boolean =>
  red >= LEAST_RED &&
  green >= LEAST_GREEN &&
  red >= LEAST_SHARE * (red + green + blue) &&
  spread <= MOST_SPREAD;
