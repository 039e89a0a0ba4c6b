import { BREATH_RANGE } from '../../../engine/index.ts';
import type { ActivityEvents } from '../activity-schema.ts';

/** How long one may breathe along, minutes. */
export const LENGTHS = [2, 5, 10] as const;
export type Length = (typeof LENGTHS)[number];

/** How the practice ended: its time was over, or the person ended it, or the music was over. */
export const ENDED = ['through', 'finished', 'music-over'] as const;
export type Ended = (typeof ENDED)[number];

const pace = { from: BREATH_RANGE.slowest, to: BREATH_RANGE.fastest } as const;

/** What a practice concludes. */
export const breathingEvents = {
  /** `minutes`: as many as were chosen, at first and whenever that changes. */
  length: { minutes: { from: LENGTHS[0], to: LENGTHS[2] } },
  /** `afterS`: whole seconds of breathing, silence after Stop left out; `pace` at the end, breaths a minute. */
  practised: { how: { oneOf: ENDED }, afterS: { from: 0, to: 3600 }, pace },
  /** Only with a strap: the swing of the last 45 s, from trough to crest, 1/min. */
  swing: { bpm: { from: 0, to: 100 } },
} as const satisfies ActivityEvents;
