import { type Observable, auditTime, combineLatest, distinctUntilChanged, map, shareReplay } from 'rxjs';
import { firstValueFrom, NEVER, timer, type SchedulerLike } from 'rxjs';
import type { SessionEvent } from '../../engine/index.ts';
import { behavior, keepLatest, type Behavior } from '../kit/behavior.ts';
import type { Trouble } from './http-client.ts';
import { keepTrying, type StepOutcome } from './keep-trying.ts';
import { lastRead, liveTable, readOf, type Live } from './live-table.ts';
import type { OutboxDatabase, StoredSession } from './outbox-database.ts';
import type { SessionApi } from './session-api.ts';
import { openWriter, type KeepingTrouble, type SessionWriter } from './session-writer.ts';
import { UPLOAD_LOCK, sessionLock, type TabLocks } from './tab-locks.ts';
import { deleteSteps, uploadSteps } from './uploader.ts';

/** Where the sessions are safe now. */
export interface Saved {
  readonly here: 'kept' | KeepingTrouble;
  readonly service: 'nothing-yet' | 'all' | 'sending' | 'refused' | Trouble;
  /** Sessions that were deleted here and wait for the service to delete its copy; absent: none. */
  readonly toDelete?: number;
}

export interface Outbox {
  /** Sessions of this browser, newest first; as last read while they cannot be. Never errors. */
  readonly sessions$: Observable<readonly StoredSession[]>;
  /** The same, saying when they cannot be read. */
  readonly list$: Observable<Live<readonly StoredSession[]>>;
  readonly saved$: Behavior<Saved>;
  open(session: NewSession): SessionWriter;
  eventsOf(session: string): Promise<readonly SessionEvent[]>;
  /** Deletes here at once, and the service's copy as soon as it can be reached. */
  remove(session: string): Promise<void>;
}

export type NewSession = Pick<StoredSession, 'id' | 'startedAtMs' | 'protocol' | 'source'>;

export interface OutboxPorts {
  readonly database: OutboxDatabase;
  readonly api: SessionApi;
  readonly locks: TabLocks;
  /** The events that bring a log cut short to its end: see `endingOf`. */
  readonly endingOf: (events: readonly SessionEvent[]) => readonly SessionEvent[];
  /** Emits when the service may be reachable again. */
  readonly online$: Observable<unknown>;
  readonly scheduler?: SchedulerLike;
  /** Uniform in 0…1. */
  readonly chance?: () => number;
}

/** How long new events gather before they are sent. */
const GATHER_MS = 1000;
/** How often it looks for something to send that another tab may have kept. */
const IDLE_MS = 60_000;
/** How often, besides at each visit, it offers what was refused. */
const ASK_AGAIN_MS = 600_000;

/**
 * Keeps sessions in the browser and brings them to the service, in order and at its pace. Begins at once: closes
 * what a killed tab left open, then uploads for as long as `signal` allows, unless another tab does so already.
 */
export function openOutbox(ports: OutboxPorts, signal: AbortSignal): Outbox {
  const { database, locks, online$, scheduler, chance } = ports;
  const trouble$ = behavior<KeepingTrouble | undefined>(undefined);
  const reach$ = behavior<Reach>('reached');
  const live$ = linesOf(database, scheduler).pipe(shareReplay({ bufferSize: 1, refCount: false }));
  const lines$ = lastRead(live$);
  const news$ = lines$.pipe(auditTime(GATHER_MS, scheduler));
  const trying = { news$, online$, idleMs: IDLE_MS, scheduler, chance };
  const wait = (ms: number): Promise<void> => firstValueFrom(timer(ms, scheduler).pipe(map(() => undefined)));

  void closeInterrupted(ports).catch(() => trouble$.next('storage-broken'));
  void locks.request(UPLOAD_LOCK, {}, async () => {
    const send = uploadSteps(database, ports.api);
    const onSent = (outcome: StepOutcome): void =>
      reach$.next(outcome.kind === 'trouble' ? outcome.why : 'reached');
    await Promise.all([
      keepTrying({ ...trying, step: send, onOutcome: onSent }, signal),
      keepTrying({ ...trying, step: deleteSteps(database, ports.api) }, signal),
      keepTrying(
        { ...trying, news$: NEVER, online$: NEVER, idleMs: ASK_AGAIN_MS, step: askAgain(database) },
        signal,
      ),
    ]);
  });

  return {
    sessions$: lines$.pipe(map(notDeleted)),
    list$: live$.pipe(
      map((live) => (live.state === 'read' ? { ...live, value: notDeleted(live.value) } : live)),
    ),
    saved$: keepLatest(
      combineLatest({ live: live$, trouble: trouble$, reach: reach$ }).pipe(
        map(savedOf),
        distinctUntilChanged(
          (a, b) => a.here === b.here && a.service === b.service && a.toDelete === b.toDelete,
        ),
      ),
      { here: 'kept', service: 'nothing-yet' },
    ),
    open: (session) =>
      openWriter(
        { database, locks, onTrouble: (trouble) => trouble$.next(trouble), wait },
        { ...session, kept: 0, acknowledged: 0, known: 0, upload: 'pending', lastAtMs: session.startedAtMs },
      ),
    eventsOf: (session) => database.eventsOf(session),
    remove: (session) => database.remove(session),
  };
}

/** Every line, newest first, anew whenever one changes in any tab. */
const linesOf = (database: OutboxDatabase, scheduler: SchedulerLike | undefined) =>
  liveTable(() => database.sessions.orderBy('startedAtMs').reverse().toArray(), scheduler);

const notDeleted = (lines: readonly StoredSession[]): readonly StoredSession[] =>
  lines.filter((line) => !line.deleted);

type Reach = 'reached' | Trouble;

interface Standing {
  readonly live: Live<readonly StoredSession[]>;
  readonly trouble: KeepingTrouble | undefined;
  readonly reach: Reach;
}

function savedOf({ live, trouble, reach }: Standing): Saved {
  const lines = readOf(live) ?? [];
  const sessions = notDeleted(lines);
  const toDelete = lines.length - sessions.length;
  return {
    here: trouble ?? (live.state === 'unavailable' ? 'storage-broken' : 'kept'),
    service: serviceOf(sessions, reach),
    ...(toDelete > 0 && { toDelete }),
  };
}

function serviceOf(sessions: readonly StoredSession[], reach: Reach): Saved['service'] {
  if (sessions.length === 0) return 'nothing-yet';
  const has = (upload: StoredSession['upload']): boolean => sessions.some((line) => line.upload === upload);
  if (has('pending') && reach !== 'reached') return reach;
  if (has('refused')) return 'refused';
  return has('pending') ? 'sending' : 'all';
}

/** Offers once more what the service would not take: what was spoiled on its way is refused too, in our own format. */
const askAgain = (database: OutboxDatabase) => async (): Promise<StepOutcome> => {
  await database.sessions.where('upload').equals('refused').modify({ upload: 'pending' });
  return { kind: 'idle' };
};

/** Gives every session whose tab is gone its end. A session whose lock is held is still running elsewhere. */
async function closeInterrupted({ database, locks, endingOf }: OutboxPorts): Promise<void> {
  const open = await database.sessions.filter((line) => line.ended === undefined && !line.deleted).toArray();
  for (const { id } of open) {
    await locks.request(sessionLock(id), { ifAvailable: true }, async (lock) => {
      if (lock === null) return;
      const events = await database.eventsOf(id);
      if (events.length === 0) await database.forget(id);
      else await database.add(id, endingOf(events));
    });
  }
}

/** The log as a file: one event a line (NDJSON). */
export const asNdjson = (events: readonly SessionEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');
