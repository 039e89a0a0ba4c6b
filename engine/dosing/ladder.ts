import type { Family, Level } from '../music/module.ts';

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

/** The rung whose share of the 0–1 scale holds this arousal. */
export const rungOfArousal = (arousal: number): number =>
  Math.min(LADDER.length - 1, Math.max(0, Math.floor(arousal * LADDER.length)));

/** The arousal that music of this family and level is meant for: the middle of its rung; levels between rungs count as the nearest. */
export function arousalOfCue({ family, level }: Rung): number {
  const rung = family === 'calming' ? Math.min(level, 3) - 1 : Math.max(level, 3);
  return (rung + 0.5) / LADDER.length;
}

/** The rung's place on the ladder. @throws RangeError  not on the ladder (a protocol's mistake) */
export function rungOf({ family, level }: Rung): number {
  const index = LADDER.findIndex((rung) => rung.family === family && rung.level === level);
  if (index < 0) throw new RangeError(`${family} ${level} is not on the ladder`);
  return index;
}
