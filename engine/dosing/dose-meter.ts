import type { EngineConfig } from '../config/engine-config.ts';
import type { MusicHeard, Profile } from './profile.ts';
import type { SessionEvent } from '../session/signal.ts';

type Limits = Pick<
  EngineConfig,
  | 'dailyMinutesMax'
  | 'soundAllowanceDb'
  | 'soundAllowanceSensitiveDb'
  | 'soundAllowanceH'
  | 'assumedLevelDb'
  | 'limitReserveS'
>;

/** Counts music by minutes and by sound dose. */
export interface DoseMeter {
  /** Adds milliseconds of music. */
  hear(ms: number): void;
  /** What has been heard by now, earlier sessions included: the next profile's `heard` of the same day. */
  readonly heard: MusicHeard;
  /** Whether the day's minutes or the week's sound dose are used up, except for the reserve needed to end gently. */
  readonly minutesSpent: boolean;
  readonly soundSpent: boolean;
}

/**
 * Share of a week's sound allowance that a time at a level takes: equal energy, so 3 dB more halve the time. The
 * level is one measured at the ear, or else assumed; an estimate either way, since the engine cannot hear.
 * Source: WHO-ITU Recommendation ITU-T H.870 (2018): 80 dB(A) for 40 h in seven days (1.6 Pa²h), 75 dB(A) for
 * children and sensitive listeners (0.51 Pa²h).
 */
export function soundShare(hours: number, { sound }: Pick<Profile, 'sound'>, limits: Limits): number {
  const levelDb = sound?.levelDb ?? limits.assumedLevelDb;
  const allowedDb = sound?.sensitive ? limits.soundAllowanceSensitiveDb : limits.soundAllowanceDb;
  return (10 ** ((levelDb - allowedDb) / 10) * hours) / limits.soundAllowanceH;
}

/**
 * A meter that goes on from what the profile says was heard before; a day or a
 * week that ends meanwhile changes nothing.
 */
export function doseMeter(profile: Profile, limits: Limits): DoseMeter {
  const { todayMinutes, weekSoundShare } = profile.heard ?? { todayMinutes: 0, weekSoundShare: 0 };
  const minutesMax = Math.min(limits.dailyMinutesMax, profile.locks?.dailyMinutes ?? Infinity);
  const sharePerMs = soundShare(1 / 3_600_000, profile, limits);
  const reserveMs = limits.limitReserveS * 1000;
  let heardMs = 0;
  const minutes = (ms: number): number => todayMinutes + ms / 60_000;
  const share = (ms: number): number => weekSoundShare + ms * sharePerMs;
  return {
    hear: (ms) => void (heardMs += ms),
    get heard() {
      return { todayMinutes: minutes(heardMs), weekSoundShare: share(heardMs) };
    },
    get minutesSpent() {
      return minutes(heardMs + reserveMs) >= minutesMax;
    },
    get soundSpent() {
      return share(heardMs + reserveMs) >= 1;
    },
  };
}

/**
 * What has been heard by the end of a session, that of earlier ones included: the next profile's `heard`. Resetting
 * the day and dropping what is older than seven days is up to whoever keeps the profile.
 */
export function heardAfter(log: readonly SessionEvent[], limits: Limits): MusicHeard {
  const [start] = log;
  const profile = start?.type === 'session-started' ? start.profile : { triggers: [], earlyRecovery: false };
  const meter = doseMeter(profile, limits);
  let sinceMs: number | undefined;
  for (const event of log) {
    if (sinceMs !== undefined) meter.hear(event.atMs - sinceMs);
    const sounds = event.type === 'decision' ? event.family !== 'silence' : sinceMs !== undefined;
    sinceMs = sounds && event.type !== 'halt' ? event.atMs : undefined;
  }
  return meter.heard;
}
