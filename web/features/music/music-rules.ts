import type { TriggerTags } from '../../../engine/index.ts';

/** What the person said of music as a whole. */
export interface MusicRules {
  /** Own tracks that are neither clean nor a trigger yet are left out: what early recovery asks for. */
  readonly earlyRecovery: boolean;
  /** Built-in modules that pull towards use. */
  readonly triggers: readonly string[];
  readonly triggerTags: Required<TriggerTags>;
  /** The service keeps a copy of each track; absent: it does not. */
  readonly onServer?: boolean;
}

/** Before anything is said: careful. */
export const FIRST_RULES: MusicRules = {
  earlyRecovery: true,
  triggers: [],
  triggerTags: { artists: [], genres: [], years: [] },
};
