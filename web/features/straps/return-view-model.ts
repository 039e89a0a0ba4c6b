import { asyncScheduler, catchError, concat, defer, EMPTY, filter, first, ignoreElements, map } from 'rxjs';
import { merge, of, skipWhile, switchMap, takeUntil, tap, timer } from 'rxjs';
import type { Observable, SchedulerLike } from 'rxjs';
import {
  type Clock,
  type HeartRateSensor,
  type StrapStatus,
  monitoredSensor,
} from '../../../devices/index.ts';
import type { SessionEvent } from '../../../engine/index.ts';
import { lastRead } from '../../storage/live-table.ts';
import type { StoredSession } from '../../storage/outbox-database.ts';
import type { Outbox } from '../../storage/outbox.ts';
import type { SessionsViewModel } from '../../session/sessions-view-model.ts';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import type { SourceViewModel } from './source-view-model.ts';

/**
 * How long ago a session may have been cut short to be gone on with, and how long its strap is waited for and held,
 * ms.
 */
const GO_ON_MS = 10 * 60_000;

export interface ReturnPorts {
  readonly outbox: Pick<Outbox, 'sessions$' | 'eventsOf'>;
  /** Its remembered straps must bear several listeners: see `sharedSensor`. */
  readonly source: Pick<SourceViewModel, 'remembered$' | 'choosing$' | 'source$' | 'chooseRemembered'>;
  readonly sessions: Pick<SessionsViewModel, 'session$' | 'begin' | 'kinds'>;
  readonly clock: Clock;
  readonly scheduler?: SchedulerLike;
}

export interface ReturnViewModel {
  /** The strap of the session that was cut short, from its first beat on; absent: nothing to go on with. */
  readonly back$: Behavior<StrapStatus | undefined>;
  /** Begins a session with it, as the one that was cut short. Only from a press, as sound needs one. */
  goOn(): Promise<void>;
}

/** What a session that was cut short was had with. */
interface Cut {
  readonly strap: HeartRateSensor;
  readonly protocol: string;
  readonly tags: readonly string[];
}

/**
 * After a reload in mid-session: connects by itself to the strap of the session that was cut short, where the browser
 * still permits it, and says nothing until it beats. Ends when the person begins or chooses anything else.
 */
export function returnViewModel(ports: ReturnPorts): ReturnViewModel {
  const { outbox, source, sessions, clock, scheduler = asyncScheduler } = ports;
  let cut: Cut | undefined;
  const over$ = merge(
    sessions.session$.pipe(filter((session) => session !== undefined)),
    source.choosing$.pipe(filter(({ state }) => state === 'busy')),
    timer(GO_ON_MS, scheduler),
  );
  const strap$ = (id: string): Observable<HeartRateSensor> =>
    source.remembered$.pipe(
      map((straps) => straps.find((strap) => strap.id === id)),
      first((strap) => strap !== undefined),
    );
  const isRecent = ({ lastAtMs }: StoredSession): boolean => clock() - lastAtMs < GO_ON_MS;
  const back$ = lastRead(outbox.sessions$).pipe(
    // Another tab's session stays open; one of this tab is closed by the outbox in the first moments of the page.
    map((sessions) => sessions.find(({ deleted }) => !deleted)),
    first((latest): latest is StoredSession => latest !== undefined && wasCut(latest)),
    filter(isRecent),
    switchMap(async (line) => ({ line, events: await outbox.eventsOf(line.id) })),
    switchMap(({ line, events }) => {
      const id = events.find((event) => event.type === 'sensor')?.sensor;
      return id === undefined
        ? EMPTY
        : strap$(id).pipe(tap((strap) => (cut = { strap, protocol: line.protocol, tags: tagsOf(events) })));
    }),
    switchMap((strap) => heardFrom(strap)),
    // Quietly: without a strap, or without a store, everything is as on any other day.
    catchError(() => EMPTY),
    takeUntil(over$),
  );
  return {
    back$: keepLatest(concat(back$, of(undefined)), undefined),
    goOn: async () => {
      if (!cut) return;
      const { strap, protocol, tags } = cut;
      // Held until the session listens, so that the link stays.
      const held = strap.events$.subscribe({ error: () => undefined });
      await source.chooseRemembered(strap);
      const kind = sessions.kinds.find(({ id }) => id === protocol);
      sessions.begin({ tags, ...(kind && { protocol: kind }) }, source.source$.value);
      held.unsubscribe();
    },
  };
}

const wasCut = (line: StoredSession): boolean => line.ended === 'interrupted' && line.source === 'strap';

/** The strap now, once it has been heard from. */
const heardFrom = (strap: HeartRateSensor): Observable<StrapStatus> =>
  defer(() => {
    const { sensor, now$ } = monitoredSensor(strap);
    return merge(sensor.events$.pipe(ignoreElements()), now$);
  }).pipe(skipWhile(({ bpm }) => bpm === undefined));

const tagsOf = (events: readonly SessionEvent[]): readonly string[] =>
  events.findLast((event) => event.type === 'tag')?.tags ?? [];
