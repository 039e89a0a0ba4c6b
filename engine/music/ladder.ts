import type { Family, Level } from './module.ts';

/** A place on the ladder from the quietest to the liveliest music. */
export interface Rung {
  readonly family: Exclude<Family, 'silence'>;
  readonly level: Level;
}

/**
 * The order of intended arousal across both families. Calming 4–5 and activating 1–2 overlap with their
 * neighbours in tempo and brightness, so dosing leaves them out; a musician's ear decides, see `docs/decisions.md`.
 */
export const LADDER: readonly Rung[] = [
  { family: 'calming', level: 1 },
  { family: 'calming', level: 2 },
  { family: 'calming', level: 3 },
  { family: 'activating', level: 3 },
  { family: 'activating', level: 4 },
  { family: 'activating', level: 5 },
];

/**
 * Where the rungs lie on the arousal estimate: rung i from the i-th to the next. The estimate is no even scale: at
 * rest it reads 0.25–0.4 and hardly goes below 0.15 (`docs/estimates.md`), so rest is calming 2 and what lies below
 * it calming 1. In heart rate above rest that is −2, +2, +5, +9 and +14 a minute between rungs.
 * Source: judgement, on the curve σ(−0.54 + 0.176·Δ) of the estimate.
 */
const EDGES = [0.15, 0.3, 0.45, 0.6, 0.75, 0.88, 1] as const;

/** The rung whose share of the 0–1 scale holds this arousal. */
export function rungOfArousal(arousal: number): number {
  const above = EDGES.findIndex((edge, i) => i > 0 && arousal < edge);
  return above < 0 ? LADDER.length - 1 : above - 1;
}

/** The arousal that music of this family and level is meant for: the middle of its rung. */
export function arousalOfCue(cue: Rung): number {
  const rung = nearestRung(cue);
  return Math.round(500 * (EDGES[rung]! + EDGES[rung + 1]!)) / 1000;
}

/** The rung of a cue; levels between rungs count as the nearest. */
export const nearestRung = ({ family, level }: Rung): number =>
  family === 'calming' ? Math.min(level, 3) - 1 : Math.max(level, 3);

/** The rung's place on the ladder. @throws RangeError  not on the ladder (a protocol's mistake) */
export function rungOf({ family, level }: Rung): number {
  const index = LADDER.findIndex((rung) => rung.family === family && rung.level === level);
  if (index < 0) throw new RangeError(`${family} ${level} is not on the ladder`);
  return index;
}
