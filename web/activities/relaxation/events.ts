import type { ActivityEvents, NoteOf } from '../activity-schema.ts';
import { PHASE_IDS } from './script.ts';

/** How a phase was left: it had run through, the person went on, the music was over, or they finished. */
export const LEFT = ['through', 'early', 'music-over', 'finished'] as const;
export type Left = (typeof LEFT)[number];

/** How the body is afterwards, compared with before. */
export const BODY = ['softer', 'same', 'tenser'] as const;
export type Body = (typeof BODY)[number];

const phase = { oneOf: PHASE_IDS } as const;

/** What a relaxation concludes. An unanswered question leaves no event. */
export const relaxationEvents = {
  'phase-entered': { phase },
  /** `afterS`: whole seconds in the phase, pauses left out. */
  'phase-left': { phase, how: { oneOf: LEFT }, afterS: { from: 0, to: 3600 } },
  'words-paused': { phase },
  'words-resumed': { phase },
  body: { feels: { oneOf: BODY } },
} as const satisfies ActivityEvents;

export type RelaxationNote = NoteOf<typeof relaxationEvents>;
