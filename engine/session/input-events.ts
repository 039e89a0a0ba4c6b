import type { Protocol } from '../dosing/protocol.ts';
import type { Family, Level, MusicModule } from '../music/module.ts';
import type { AskedPrompt } from '../craving/craving-prompt.ts';
import type { CravingRecord } from '../craving/craving-record.ts';
import type { LearnedState } from './learned-state.ts';
import type { QuietHours } from '../craving/local-time.ts';
import type { ActivityNoted } from './activity-event.ts';

/**
 * Everything that reaches the engine from outside, as it is logged. Replaying these, in order,
 * reproduces every estimate and decision. `atMs` is the session's clock: epoch milliseconds live,
 * milliseconds of the recording in a replay; it never runs backwards within a session.
 */
export type InputEvent =
  | SessionStarted
  | PacketReceived
  | IntervalsRead
  | FrameReceived
  | SensorChanged
  | Rated
  | Marked
  | Tagged
  | PromptAnswered
  | Pressed
  | PacerSet
  | LearningStopped
  | ActivityNoted
  | BaselineSet
  | SessionEnded;

interface Input<Type extends string, By extends 'person' | 'clinician' | 'device'> {
  readonly type: Type;
  readonly atMs: number;
  readonly author: By;
}

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
  /** Where a learning policy meets this person today; absent: where everybody is met. */
  readonly meeting?: Meeting;
}

/** How the start of a session was chosen, before it began. */
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

/** A resting baseline in figures, as measured over a stretch named by hand or in earlier sessions. */
export interface BaselineFigures {
  readonly heartRateBpm: number;
  /** Robust spread (1.4826·MAD) of the windowed heart rate, 1/min. */
  readonly heartRateSpreadBpm: number;
  /** Natural logarithm of RMSSD in ms; absent where too many beats were artefacts for it. */
  readonly lnRmssd?: number;
  readonly lnRmssdSpread?: number;
  /** Seconds of accepted beats behind it. */
  readonly seconds: number;
}

/** A person's rest over earlier sessions in circumstances like these. */
export interface UsualRest {
  readonly sessions: number;
  readonly heartRateBpm: RobustFigure;
  /** Of ln RMSSD in ms; absent below five sessions with one. */
  readonly lnRmssd?: RobustFigure;
}

/** A robust middle with its own error. */
export interface RobustFigure {
  readonly median: number;
  /** 1.4826·MAD over sessions. */
  readonly spread: number;
  /** Standard error of the median. */
  readonly se: number;
}

export interface SessionStarted extends Input<'session-started', 'person' | 'clinician'> {
  readonly version: 1;
  readonly protocol: string;
  readonly protocolVersion: number;
  /** `hashOf` the protocol. */
  readonly protocolHash?: string;
  /** The protocol itself, where it is not one that ships with Attune: a log replays without other files. */
  readonly protocolDocument?: Protocol;
  readonly seed: number;
  readonly configHash: string;
  readonly profile: Profile;
  /** Given when the baseline is known beforehand; absent: found in the session's own quiet start. */
  readonly baseline?: BaselineFigures;
  /** How this person usually rests: stands in until the session's own quiet start is found. */
  readonly usualRest?: UsualRest;
  /** Present only with the person's consent; absent: craving stays what the person says. */
  readonly craving?: CravingLearning;
  /** What the learning policy knows, with the person's consent only; absent: the rules pick. A log replays without other files. */
  readonly learned?: LearnedState;
  /** The plan that this session belongs to; absent: none. */
  readonly study?: StudyNaming;
  /** A sham arm: doses of another session in place of answers to this one's heart. */
  readonly yoked?: readonly YokedDose[];
  readonly source: { readonly kind: 'strap' | 'recording' | 'synthetic' | 'none'; readonly name: string };
}

/** A session's place in a study that was planned beforehand. */
export interface StudyNaming {
  readonly study: string;
  /** `hashOf` the plan as it was written down before the study began. */
  readonly planHash: string;
  readonly participant: number;
  readonly session: number;
  readonly period: number;
  readonly arm: string;
  readonly washout: boolean;
}

/** What sounded from a time on, in seconds from the session's start. */
export interface YokedDose {
  readonly atS: number;
  readonly module: string;
  readonly family: Family;
  readonly level: Level;
}

/** What craving, tier 1, begins a session with. */
export interface CravingLearning {
  readonly record: CravingRecord;
  /** Local time minus UTC in minutes as the session begins. A change of the clock within a session goes unnoticed. */
  readonly utcOffsetMin: number;
  /** Absent: this session never asks by itself. */
  readonly prompts?: {
    readonly quiet: QuietHours;
    /** Prompts of the last two days at least. */
    readonly asked: readonly AskedPrompt[];
  };
}

/** One Heart Rate Measurement notification (0x2A37), raw. */
export interface PacketReceived extends Input<'packet', 'device'> {
  readonly sensor: string;
  /** The payload's bytes in lower-case hexadecimal. */
  readonly hex: string;
}

/** One notification of a strap's own measurement service (Polar's PMD: acceleration, ECG), raw. */
export interface FrameReceived extends Input<'frame', 'device'> {
  readonly sensor: string;
  /** As in a packet. */
  readonly hex: string;
}

/** RR intervals from a recording that knows when each beat was. */
export interface IntervalsRead extends Input<'intervals', 'device'> {
  readonly sensor: string;
  /** RR intervals in ms, oldest first. The last one ends at `atMs`; the others end back to back before it. */
  readonly rrMs: readonly number[];
}

export type SensorState =
  | 'idle'
  | 'choosing'
  | 'connecting'
  | 'discovering'
  | 'subscribing'
  | 'streaming'
  | 'stale'
  | 'lost'
  | 'backoff'
  | 'ended';

export interface SensorChanged extends Input<'sensor', 'device'> {
  readonly sensor: string;
  readonly state: SensorState;
  /** The adapter's literal error code, where one led here. */
  readonly code?: string;
}

/** The person's own rating on a 0–100 scale: the anchor of every statement about craving. */
export interface Rated extends Input<'rating', 'person'> {
  readonly scale: 'craving';
  readonly value: number;
  readonly moment: 'before' | 'during' | 'after';
}

/** "I notice it now." */
export interface Marked extends Input<'mark', 'person' | 'clinician'> {
  readonly what: 'craving';
}

/** Context the estimate must know of, and the feeling named; one tap each. */
export interface Tagged extends Input<'tag', 'person' | 'clinician'> {
  readonly tags: readonly string[];
}

/** What a person may answer when asked by a prompt: a rating 0–100, what it is, or nothing. */
export type PromptReply = number | 'craving' | 'stress' | 'movement' | 'something-else' | 'dismissed';

export interface PromptAnswered extends Input<'prompt-answer', 'person'> {
  readonly said: PromptReply;
}

export type Button = 'calmer' | 'livelier' | 'too-much' | 'skip' | 'stop' | 'resume';

export interface Pressed extends Input<'press', 'person' | 'clinician'> {
  readonly button: Button;
  /** A clinician may ask for a level outright: calming with `calmer`, activating with `livelier`. */
  readonly level?: Level;
  /** Why, in a clinician's words. */
  readonly why?: string;
}

/** The breathing pacer; paced breathing changes what heart rate variability means. */
export interface PacerSet extends Input<'pacer', 'person' | 'clinician'> {
  /** Absent: off. */
  readonly breathsPerMinute?: number;
}

/** The kill switch: from here on the rules pick, not what was learned. */
export type LearningStopped = Input<'learning-stopped', 'person' | 'clinician'>;

export interface BaselineSet extends Input<'baseline-set', 'person' | 'clinician'> {
  readonly figures: BaselineFigures;
}

export interface SessionEnded extends Input<'session-ended', 'person' | 'clinician' | 'device'> {
  readonly reason: 'finished' | 'stopped' | 'interrupted' | 'end-of-recording';
}

/**
 * The shell's clock, about once a second, so that the engine gets on when no beat arrives. Not logged: the
 * engine's steps stand on a grid of session time and any later event makes up for the ticks before it.
 */
export interface Tick {
  readonly type: 'tick';
  readonly atMs: number;
}
