import {
  freshState,
  heardAfter,
  learnFromSession,
  quarantinedAfter,
  readState,
  type ClinicianLocks,
  type EngineConfig,
  type LearnedState,
  type MusicHeard,
  type Profile,
  type SessionEvent,
  type Unlocking,
} from '../../../engine/index.ts';

/** What this browser keeps of a person for dosing, from one session to the next. */
export interface DosingRecord {
  readonly version: 1;
  /** Set aside after a hard moment, until the person has looked at it. */
  readonly quarantined: readonly string[];
  /** What single sessions added, of the last seven days. */
  readonly heard: readonly HeardSession[];
  readonly locks?: ClinicianLocks;
  readonly unlocked?: readonly Unlocking[];
  readonly learning: {
    /** The person agreed to a policy that learns from their sessions. */
    readonly on: boolean;
    readonly state?: LearnedState;
  };
}

interface HeardSession {
  readonly atMs: number;
  readonly minutes: number;
  /** Of a week's sound allowance. */
  readonly share: number;
}

export const NO_RECORD: DosingRecord = {
  version: 1,
  quarantined: [],
  heard: [],
  learning: { on: false },
};

const WEEK_MS = 7 * 86_400_000;

/** What a session that begins now must respect, but for what the person said of their music. */
export type DosingProfile = Omit<Profile, 'triggers' | 'triggerTags' | 'earlyRecovery' | 'ownTracks'>;

/** @param dayStartMs  when this day began where the person is */
export function profileOf(record: DosingRecord, atMs: number, dayStartMs: number): DosingProfile {
  const { quarantined, locks, unlocked } = record;
  return {
    ...(quarantined.length > 0 && { quarantined }),
    ...(record.heard.length > 0 && { heard: heardBy(record, atMs, dayStartMs) }),
    ...(locks && { locks }),
    ...(unlocked && { unlocked }),
  };
}

function heardBy({ heard }: DosingRecord, atMs: number, dayStartMs: number): MusicHeard {
  const sum = (sinceMs: number, of: 'minutes' | 'share') =>
    heard.filter((one) => one.atMs >= sinceMs).reduce((total, one) => total + one[of], 0);
  return { todayMinutes: sum(dayStartMs, 'minutes'), weekSoundShare: sum(atMs - WEEK_MS, 'share') };
}

/** The record after a session. @param own  the heart was this person's, so that it may be learned from */
export function recordAfter(
  record: DosingRecord,
  log: readonly SessionEvent[],
  { config, own }: { readonly config: EngineConfig; readonly own: boolean },
): DosingRecord {
  const [start] = log;
  if (start?.type !== 'session-started') return record;
  const before = start.profile.heard ?? { todayMinutes: 0, weekSoundShare: 0 };
  const heard = heardAfter(log, config);
  const atMs = log.at(-1)!.atMs;
  const added = quarantinedAfter(log, config).filter((id) => !start.profile.quarantined?.includes(id));
  const { on, state = freshState() } = record.learning;
  return {
    ...record,
    quarantined: [...new Set([...record.quarantined, ...added])],
    heard: [
      ...record.heard.filter((one) => one.atMs >= atMs - WEEK_MS),
      {
        atMs,
        minutes: heard.todayMinutes - before.todayMinutes,
        share: heard.weekSoundShare - before.weekSoundShare,
      },
    ],
    ...(on && own && { learning: { on, state: learnFromSession(state, log) } }),
  };
}

/** The record in this text; what is missing or damaged in it is as if it had never been. */
export function readRecord(text: string | null): DosingRecord {
  try {
    const found = Object(JSON.parse(text ?? 'null')) as Partial<DosingRecord>;
    if ((found.version as number) !== 1) return NO_RECORD;
    const state = found.learning?.state && readState(JSON.stringify(found.learning.state));
    return {
      ...NO_RECORD,
      ...found,
      learning: { on: found.learning?.on === true, ...(state?.ok && { state: state.value }) },
    };
  } catch {
    return NO_RECORD;
  }
}
