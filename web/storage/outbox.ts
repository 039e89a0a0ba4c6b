import {
  auditTime,
  combineLatest,
  distinctUntilChanged,
  filter,
  map,
  shareReplay,
  startWith,
  throttleTime,
} from 'rxjs';
import { switchMap, take, withLatestFrom, type Observable } from 'rxjs';
import { asyncScheduler, firstValueFrom, NEVER, timer, type SchedulerLike } from 'rxjs';
import type { SessionEvent } from '../../engine/index.ts';
import { behavior, keepLatest, type Behavior } from '../kit/behavior.ts';
import type { Trouble } from './http-client.ts';
import { keepTrying, type StepOutcome } from './keep-trying.ts';
import { lastRead, liveTable, readOf, type Live } from './live-table.ts';
import type { OutboxDatabase, StoredSession } from './outbox-database.ts';
import { reopening } from './reopening.ts';
import type { SessionApi } from './session-api.ts';
import { isOf } from './owner.ts';
import { openWriter, type KeepingTrouble, type KeepingWriter, type SessionWriter } from './session-writer.ts';
import { UPLOAD_LOCK, sessionLock, type TabLocks } from './tab-locks.ts';
import { compareSteps } from './compare.ts';
import { deleteSteps, uploadSteps } from './uploader.ts';

/** Where the sessions are safe now. */
export interface Saved {
  /** `storage-cleared`: what was here before is gone; what happens from now on is kept. */
  readonly here: 'kept' | KeepingTrouble | 'storage-cleared';
  readonly service: 'nothing-yet' | 'all' | 'sending' | 'refused' | Trouble;
  /** Sessions that were deleted here and wait for the service to delete its copy; absent: none. */
  readonly toDelete?: number;
}

export interface Outbox {
  /** Sessions of this browser, newest first; with those that still wait to be deleted at the service. Never errors. */
  readonly sessions$: Observable<Live<readonly StoredSession[]>>;
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
  /** Whose sessions are shown and sent; absent: everybody's are one person's. */
  readonly owner$?: Behavior<string | undefined>;
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
  const { database, locks, online$, scheduler, chance, owner$ = behavior(undefined) } = ports;
  const trouble$ = behavior<KeepingTrouble | undefined>(undefined);
  const cleared$ = behavior(false);
  const reach$ = behavior<Reach>('reached');
  /** Sessions of this tab that are not kept whole yet. */
  const writers = new Map<string, KeepingWriter>();
  /** Of all owners. */
  const every$ = linesOf(database, scheduler).pipe(shareReplay({ bufferSize: 1, refCount: false }));
  const live$ = combineLatest([every$, owner$]).pipe(
    map(([live, owner]) => liveOf(live, owner)),
    shareReplay({ bufferSize: 1, refCount: false }),
  );
  const news$ = lastRead(every$).pipe(auditTime(GATHER_MS, scheduler));
  const trying = { news$, online$, idleMs: IDLE_MS, scheduler, chance };
  /** For what nobody brings news of. */
  const alone = { news$: NEVER, online$: NEVER, scheduler, chance };
  const wait = (ms: number): Promise<void> => firstValueFrom(timer(ms, scheduler).pipe(map(() => undefined)));

  // Where the store fails, it is tried again: what was left open is closed some time.
  void keepTrying({ ...alone, step: closing(ports) }, signal);
  database.closed$.subscribe(() => {
    for (const writer of writers.values()) writer.check();
  });
  clearedOf(database, every$).subscribe((cleared) => cleared && cleared$.next(true));
  owner$.subscribe((owner) => void adopt(database, owner));
  const uploading = (): Promise<unknown> =>
    Promise.all([
      keepTrying(
        { ...trying, step: forOwner(ports, sendSteps), onOutcome: (it) => reach$.next(reachIn(it)) },
        signal,
      ),
      keepTrying({ ...trying, step: forOwner(ports, deletions) }, signal),
      keepTrying({ ...alone, idleMs: ASK_AGAIN_MS, step: askAgain(database) }, signal),
    ]);
  // Who gives no locks gives no store either: there is nothing to send.
  void locks
    .request(UPLOAD_LOCK, {}, async () => {
      await uploading();
    })
    .catch(() => undefined);

  return {
    sessions$: live$,
    saved$: savedStanding(
      combineLatest({ live: live$, trouble: trouble$, cleared: cleared$, reach: reach$ }),
      database,
    ),
    open: (session) => {
      const writer = openWriter(
        {
          ...{ database, locks, wait },
          onTrouble: (trouble) => trouble$.next(trouble),
          onCleared: () => cleared$.next(true),
        },
        freshLine(session, owner$.value),
      );
      writers.set(session.id, writer);
      void writer.kept.then(() => trouble$.value ?? writers.delete(session.id));
      return writer;
    },
    eventsOf: async (session) => writers.get(session)?.events.slice() ?? database.eventsOf(session),
    remove: (session) => database.remove(session),
  };
}

type Step = () => Promise<StepOutcome>;
type StepsOf = (ports: OutboxPorts, owner: string | undefined) => Step;

/** Takes the steps of whoever is the owner as each begins; each owner's have a memory of their own. */
function forOwner(ports: OutboxPorts, stepsOf: StepsOf): Step {
  const steps = new Map<string | undefined, Step>();
  return () => {
    const owner = ports.owner$?.value;
    const api = owner === undefined ? ports.api : ports.api.as(owner);
    const step = steps.get(owner) ?? stepsOf({ ...ports, api }, owner);
    steps.set(owner, step);
    return step();
  };
}

const deletions: StepsOf = ({ database, api }, owner) => deleteSteps(database, api, owner);

/** Sends what is pending; once all is sent, asks whether it is still there. */
const sendSteps: StepsOf = ({ database, api, scheduler = asyncScheduler }, owner) => {
  const send = uploadSteps(database, api, owner);
  const compare = compareSteps(database, api, { clock: () => scheduler.now(), owner });
  return async () => {
    const sent = await send();
    return sent.kind === 'idle' ? compare() : sent;
  };
};

/** What closes it for good may do so again and again. */
const CLOSED_EVERY_MS = 5000;

/** Every line, newest first, anew whenever one changes in any tab, and when the store was closed under the page. */
const linesOf = (database: OutboxDatabase, scheduler: SchedulerLike | undefined) =>
  database.closed$.pipe(
    throttleTime(CLOSED_EVERY_MS, scheduler, { leading: true, trailing: true }),
    startWith(undefined),
    switchMap(() =>
      liveTable(
        () => reopening(database, ({ sessions }) => sessions.orderBy('startedAtMs').reverse().toArray()),
        scheduler,
      ),
    ),
  );

/** Whether the store was closed under the page and has lost sessions by it. */
const clearedOf = (
  database: OutboxDatabase,
  live$: Observable<Live<readonly StoredSession[]>>,
): Observable<boolean> =>
  database.closed$.pipe(
    withLatestFrom(lastRead(live$)),
    switchMap(([, before]) =>
      lastRead(live$).pipe(
        // What was read before is given once more.
        filter((now) => now !== before),
        take(1),
        map((now) => before.some(({ id }) => !now.some((line) => line.id === id))),
      ),
    ),
  );

const liveOf = (
  live: Live<readonly StoredSession[]>,
  owner: string | undefined,
): Live<readonly StoredSession[]> => {
  if (live.state !== 'read') return live;
  return { state: 'read', value: live.value.filter(isOf(owner)) };
};

const notDeleted = (lines: readonly StoredSession[]): readonly StoredSession[] =>
  lines.filter((line) => !line.deleted);

type Reach = 'reached' | Trouble;

const reachIn = (outcome: StepOutcome): Reach => (outcome.kind === 'trouble' ? outcome.why : 'reached');

interface Standing {
  readonly live: Live<readonly StoredSession[]>;
  readonly trouble: KeepingTrouble | undefined;
  readonly cleared: boolean;
  readonly isOpen: boolean;
  readonly reach: Reach;
}

/** What was made while there was nobody, or before it was known who, is theirs who are known first. */
const adopt = async (database: OutboxDatabase, owner: string | undefined): Promise<void> => {
  if (owner === undefined) return;
  const nobodys = database.sessions.filter(({ account }) => account === undefined);
  // Where the store fails just now, it is done as they are sent.
  await nobodys.modify({ account: owner }).catch(() => 0);
};

const freshLine = (session: NewSession, owner: string | undefined): StoredSession => ({
  ...session,
  ...(owner !== undefined && { account: owner }),
  ...{ kept: 0, acknowledged: 0, known: 0, upload: 'pending', lastAtMs: session.startedAtMs },
});

const savedStanding = (
  standing$: Observable<Omit<Standing, 'isOpen'>>,
  database: OutboxDatabase,
): Behavior<Saved> =>
  keepLatest(
    standing$.pipe(
      // One failed read is no closed store: what is written is kept all the same.
      map((standing) => savedOf({ ...standing, isOpen: database.isOpen() })),
      distinctUntilChanged(
        (a, b) => a.here === b.here && a.service === b.service && a.toDelete === b.toDelete,
      ),
    ),
    { here: 'kept', service: 'nothing-yet' },
  );

function savedOf({ live, trouble, cleared, isOpen, reach }: Standing): Saved {
  const lines = readOf(live) ?? [];
  const sessions = notDeleted(lines);
  const toDelete = lines.length - sessions.length;
  return {
    here:
      trouble ??
      (live.state === 'unavailable' && !isOpen ? 'storage-broken' : cleared ? 'storage-cleared' : 'kept'),
    service: serviceOf(sessions, reach),
    ...(toDelete > 0 && { toDelete }),
  };
}

function serviceOf(sessions: readonly StoredSession[], reach: Reach): Saved['service'] {
  // One that the service was given and deleted for good is here alone, and needs nothing of it.
  const concerned = sessions.filter(({ known, upload }) => known === 1 || upload !== 'done');
  if (concerned.length === 0) return 'nothing-yet';
  const has = (upload: StoredSession['upload']): boolean => concerned.some((line) => line.upload === upload);
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
const closing =
  ({ database, locks, endingOf }: OutboxPorts) =>
  async (): Promise<StepOutcome> => {
    const open = await database.sessions
      .filter((line) => line.ended === undefined && !line.deleted)
      .toArray();
    for (const { id } of open) {
      await locks.request(sessionLock(id), { ifAvailable: true }, async (lock) => {
        if (lock === null) return;
        const events = await database.eventsOf(id);
        if (events.length === 0) await database.forget(id);
        else await database.add(id, endingOf(events));
      });
    }
    return { kind: 'idle' };
  };

/** The log as a file: one event a line (NDJSON). */
export const asNdjson = (events: readonly SessionEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');
