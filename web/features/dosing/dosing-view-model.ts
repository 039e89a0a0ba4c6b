import { type Observable } from 'rxjs';
import {
  chance,
  drawMeeting,
  freshState,
  thompsonPolicy,
  type EngineConfig,
  type Protocol,
  type SessionEvent,
  type SessionStarted,
} from '../../../engine/index.ts';
import {
  profileOf,
  readRecord,
  recordAfter,
  type DosingProfile,
  type DosingRecord,
} from './dosing-record.ts';
import type { SessionContributor, SessionOpening } from '../../session/contributor.ts';
import { behavior, type Behavior } from '../../kit/behavior.ts';

/**
 * What is kept of a person for dosing, and what they want of it. Never leaves this browser but in the logs of
 * sessions.
 */
export interface DosingViewModel {
  readonly record$: Behavior<DosingRecord>;
  change(change: Partial<Pick<DosingRecord, 'quarantined' | 'locks'>>): void;
  /** Consent to learning. Off holds at once for what begins; a session under way has a switch of its own. */
  allowLearning(on: boolean): void;
  /** What was learned, as a file; empty where nothing was. */
  exported(): string;
  forget(): void;
  /** What a session that begins now is told of the person. */
  startOf(opening: DosingOpening): { readonly profile: DosingProfile } & Pick<SessionStarted, 'learned'>;
  /** Carries what a session brings over to the next. */
  follow(session: { readonly events$: Observable<SessionEvent> }): void;
}

export type DosingOpening = Pick<SessionOpening, 'atMs' | 'seed' | 'protocol' | 'source'>;

export interface DosingViewPorts {
  readonly storage: Pick<Storage, 'getItem' | 'setItem'>;
  readonly config: EngineConfig;
  /** When the day of a time began where the person is. */
  readonly dayStartMs: (atMs: number) => number;
}

/** Where it is kept. */
export const DOSING_RECORD = 'attune-dosing';

/** Where this differs from the seed of what plays, neither tells of the other. */
const MEETING_STREAM = 0x6d656574;

/** @param ports  the browser's storage; where it refuses, the record lasts as long as the page */
export function dosingViewModel({ storage, config, dayStartMs }: DosingViewPorts): DosingViewModel {
  const record$ = behavior(stored(storage) ?? readRecord(null));
  const update = (next: (record: DosingRecord) => DosingRecord): void => {
    // Another tab may have written meanwhile.
    record$.next(next(stored(storage) ?? record$.value));
    try {
      storage.setItem(DOSING_RECORD, JSON.stringify(record$.value));
    } catch {
      // Full or forbidden: it is still there until the page closes.
    }
  };
  return {
    record$,
    change: (change) => update((record) => ({ ...record, ...change })),
    allowLearning: (on) => update((record) => ({ ...record, learning: { ...record.learning, on } })),
    exported: () => `${JSON.stringify(record$.value.learning.state ?? null, undefined, 2)}\n`,
    forget: () => update((record) => ({ ...record, learning: { on: record.learning.on } })),
    startOf: ({ atMs, seed, protocol, source }) => {
      const record = stored(storage) ?? record$.value;
      const profile = profileOf(record, atMs, dayStartMs(atMs));
      if (!record.learning.on || source !== 'strap') return { profile };
      const learned = record.learning.state ?? freshState();
      const policy = thompsonPolicy(config, { state: learned, consent: true });
      const meeting = leadsDown(protocol) ? drawMeeting(policy, chance(seed ^ MEETING_STREAM)) : undefined;
      return { profile: { ...profile, ...(meeting && { meeting }) }, learned };
    },
    follow: ({ events$ }) => {
      const log: SessionEvent[] = [];
      events$.subscribe({
        next: (event) => void log.push(event),
        complete: () => update((record) => recordAfter(record, log, { config, own: isOwn(log[0]) })),
      });
    },
  };
}

/** Has a share in every session: what is heard counts, whoever's heart leads it. */
export const dosingContributor =
  ({ startOf, follow }: Pick<DosingViewModel, 'startOf' | 'follow'>): SessionContributor =>
  (opening) => ({ start: startOf(opening), follow });

/** Only there does it matter where the person is met. */
const leadsDown = ({ phases }: Protocol): boolean =>
  phases.some(({ kind }) => kind === 'match') && !phases.some(({ kind }) => kind === 'step-up');

const isOwn = (start: SessionEvent | undefined): boolean =>
  start?.type === 'session-started' && start.source.kind === 'strap';

/** `undefined` where nothing is kept, or may be. */
function stored(storage: Pick<Storage, 'getItem'>): DosingRecord | undefined {
  try {
    const text = storage.getItem(DOSING_RECORD);
    return text === null ? undefined : readRecord(text);
  } catch {
    return undefined;
  }
}
