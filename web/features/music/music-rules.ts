import type { LeftOutRules } from '../../session/left-out-music.ts';

/** What the person said of music as a whole. */
export interface MusicRules extends LeftOutRules {
  /** Built-in modules that pull towards use. */
  readonly triggers: readonly string[];
  /** Built-in modules that the person has put on their own list of that family, in that order; absent: none. */
  readonly picked?: readonly string[];
  /** The service keeps a copy of each track; absent: it does not. */
  readonly onServer?: boolean;
}

/** Before anything is said: careful. */
export const FIRST_RULES: MusicRules = {
  earlyRecovery: true,
  triggers: [],
  triggerTags: { artists: [], genres: [], years: [] },
};
