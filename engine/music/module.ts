/** The two kinds of music a music therapist works with, and the silence between them. */
export type Family = 'calming' | 'activating' | 'silence';

/** Intended arousal within a family: 1 the quietest, 5 the liveliest. */
export type Level = 1 | 2 | 3 | 4 | 5;

export const LEVELS: readonly Level[] = [1, 2, 3, 4, 5];

/** Whether a piece pulls towards use: a person's own judgement, never inferred. */
export type TriggerTag = 'clean' | 'trigger' | 'unknown';

/** What dosing needs to know of a piece of music; how it sounds is the player's business. */
export interface MusicModule {
  /** Stable, kebab-case: it is what the log names. */
  readonly id: string;
  readonly title: string;
  readonly family: Family;
  /** The levels it can be played at, ascending. */
  readonly levels: readonly Level[];
  readonly trigger: TriggerTag;
  /** One sentence for the person: what it is like. */
  readonly character: string;
  /** One modest sentence on what about it is calming or activating. Absent: not described. */
  readonly why?: string;
  /** What plays, in plain words. Absent: unknown. */
  readonly colours?: readonly string[];
  /** Whether there are words in it. Absent: unknown. */
  readonly lyrics?: boolean;
  /** SPDX identifier of what it is shared under. Absent: unknown. */
  readonly licence?: string;
  /** What a person's own track says of itself; absent: not known, and no rule on it applies. */
  readonly tags?: TrackTags;
}

/** What triggers may name besides the track itself. */
export interface TrackTags {
  readonly artist?: string;
  readonly genres?: readonly string[];
  /** Of release. */
  readonly year?: number;
}
