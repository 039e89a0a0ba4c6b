import type { Family, Level } from './module.ts';

/** What the player is asked to play: a module at a level. */
export interface Cue {
  readonly module: string;
  readonly family: Family;
  readonly level: Level;
}

/**
 * How one cue gives way to another. Data only: the player carries it out on the audio clock.
 *
 * - `dose`   a change the protocol asked for, on the next phrase boundary, 8–15 s
 * - `press`  the person asked (calmer, livelier, skip): at once, 1–2 s
 * - `wake`   out of silence, 3–5 s
 * - `rest`   into silence because the protocol says so, 8–15 s
 * - `stop`   to true silence within 0.3 s
 */
export interface CrossfadePlan {
  readonly kind: 'dose' | 'press' | 'wake' | 'rest' | 'stop';
  readonly to: Cue;
  readonly durationS: number;
  /** `phrase`: wait for the end of the phrase that sounds; `now`: begin at once. */
  readonly begin: 'phrase' | 'now';
  /** Equal power for unlike material; linear for the same module at another level. */
  readonly curve: 'equal-power' | 'linear';
}
