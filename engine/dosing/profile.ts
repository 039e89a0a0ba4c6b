import type { Family, Level, MusicModule } from '../music/module.ts';

/** What the person said of themselves beforehand that dosing must respect. */
export interface Profile {
  /** Module or track ids that pull towards use. */
  readonly triggers: readonly string[];
  /** Whole artists, genres and years of release that do. */
  readonly triggerTags?: TriggerTags;
  /** Denies own tracks that nobody has judged yet. */
  readonly earlyRecovery: boolean;
  /** Heart rate at rest above which dosing stops, 1/min; absent: the engine's default. */
  readonly heartRateCeilingBpm?: number;
  /** The person's own tracks, as far as dosing goes; how they sound stays on their device. */
  readonly ownTracks?: readonly MusicModule[];
  /** Modules and tracks set aside after a hard moment in earlier sessions, until somebody has looked at it. */
  readonly quarantined?: readonly string[];
  readonly locks?: ClinicianLocks;
  /** What a clinician has unlocked for this person. */
  readonly unlocked?: readonly Unlocking[];
  /** Music heard before this session; absent: none. */
  readonly heard?: MusicHeard;
  readonly sound?: SoundLevel;
  /** Where a learning policy meets this person today; absent: the configured default. */
  readonly meeting?: Meeting;
}

/** How far below the estimate a session begins, chosen before it starts. */
export interface Meeting {
  /** Rungs below the estimate at which the music begins to lead. */
  readonly below: 1 | 2 | 3;
  /** Of 1, 2 and 3, for evaluation from logs; sums to 1. */
  readonly probabilities: readonly number[];
}

export interface TriggerTags {
  /** Compared without regard to case. */
  readonly artists?: readonly string[];
  readonly genres?: readonly string[];
  /** Spans of years of release, ends included. */
  readonly years?: readonly (readonly [from: number, to: number])[];
}

/** What a clinician has ruled out; each part may be left out. */
export interface ClinicianLocks {
  readonly modules?: readonly string[];
  readonly families?: readonly Exclude<Family, 'silence'>[];
  /** Nothing livelier than this within either family. */
  readonly maxLevel?: Level;
  /** Minutes of music a day. */
  readonly dailyMinutes?: number;
}

/** A locked protocol is open for this person until a time. */
export interface Unlocking {
  readonly protocol: string;
  /** Who unlocked it, as the log shall name them. */
  readonly by: string;
  readonly untilMs: number;
  /** Trigger tracks that its excerpts may play, the mildest first. */
  readonly tracks?: readonly string[];
}

export interface MusicHeard {
  readonly todayMinutes: number;
  /** Sound dose of the last seven days, as a share of a week's allowance (WHO-ITU H.870). */
  readonly weekSoundShare: number;
}

export interface SoundLevel {
  /** Level at the ear, dB(A), where somebody has measured it; absent: assumed. */
  readonly levelDb?: number;
  /** A child or sensitive listener: 75 dB(A) in place of 80 for 40 hours a week. */
  readonly sensitive?: boolean;
}
