import type { Rated } from './guidance.ts';

/** A point of the drawn wave, in the picture's own units. */
export interface WavePoint {
  readonly x: number;
  readonly y: number;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** The time that the whole width stands for. */
  readonly lengthMs: number;
}

/** Where each rating lies: time to the right, stronger upwards. */
export const wavePoints = (
  ratings: readonly Pick<Rated, 'atMs' | 'value'>[],
  { width, height, lengthMs }: Frame,
): readonly WavePoint[] =>
  ratings.map(({ atMs, value }) => ({
    x: (width * Math.min(atMs, lengthMs)) / lengthMs,
    y: height * (1 - value / 100),
  }));

/**
 * A curve through the points that goes no higher and no lower than they do: between two of them it is level at both,
 * so that nothing is drawn that nobody said. Empty for no point; a dot for one.
 */
export function wavePath(points: readonly WavePoint[]): string {
  const text = (n: number): string => String(Math.round(10 * n) / 10);
  return points
    .map(({ x, y }, i) => {
      const before = points[i - 1];
      if (!before) return `M${text(x)} ${text(y)}`;
      const middle = text((before.x + x) / 2);
      return `C${middle} ${text(before.y)} ${middle} ${text(y)} ${text(x)} ${text(y)}`;
    })
    .join('');
}
