import type { Tune } from './tune.ts';
import { TUNES } from './tunes.ts';

/** A song by its name in the address: one of ours, or of the person's own. */
export const tuneOf = (id: string | undefined, own: readonly Tune[]): Tune | undefined =>
  [...TUNES, ...own].find((tune) => tune.id === id);
