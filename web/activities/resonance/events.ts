import { LEFT_OUT_REASONS, RESONANCE_PACES, RESONANCE_WITHHELD } from '../../../engine/index.ts';
import type { ActivityEvents, NoteOf } from '../activity-schema.ts';

/** How a pace was left: it had run through, the person went on, or they stopped it. */
export const LEFT = ['through', 'skipped', 'stopped'] as const;
export type Left = (typeof LEFT)[number];

const pace = { from: RESONANCE_PACES[0]!, to: RESONANCE_PACES.at(-1)! } as const;
const rate = { from: 4, to: 8 } as const;
/** How many paces could be read. */
const paces = { from: 0, to: RESONANCE_PACES.length } as const;

/** What an assessment concludes. One that was not finished concludes nothing. Rates in breaths a minute. */
export const resonanceEvents = {
  /** No beats came in the first minute. */
  'no-heart': {},
  'pace-begun': { pace },
  /** `afterS`: whole seconds at the pace. */
  'pace-left': { pace, how: { oneOf: LEFT }, afterS: { from: 0, to: 600 } },
  /** From trough to crest, 1/min; `logSd` of its logarithm. */
  swing: { pace, bpm: { from: 0, to: 200 }, logSd: { from: 0, to: 2 } },
  'left-out': { pace, reason: { oneOf: LEFT_OUT_REASONS } },
  /** The middle of the posterior and its 90 % interval. */
  found: { rate, low: rate, high: rate, paces },
  flat: { paces },
  withheld: { reason: { oneOf: RESONANCE_WITHHELD }, paces },
  /** The person breathes at this from now on. */
  taken: { rate },
} as const satisfies ActivityEvents;

export type ResonanceNote = NoteOf<typeof resonanceEvents>;
