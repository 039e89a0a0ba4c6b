import { auditTime, combineLatest, firstValueFrom, map, merge, race } from 'rxjs';
import { filter, timer, type Observable, type SchedulerLike } from 'rxjs';
import { pass, type Carrying, type PassOutcome, type StepPorts } from './keep-in-step.ts';
import type { ServerCopy } from './server-copy.ts';
import type { MusicDatabase } from '../music-database.ts';
import type { TabLocks } from '../../../storage/tab-locks.ts';
import { lastRead, liveTable } from '../../../storage/live-table.ts';
import { behavior, type Behavior, keepLatest } from '../../../kit/behavior.ts';

/** The music's copies on the service. */
export interface KeptMusic {
  readonly on: boolean;
  /** Tracks here, and those of them that are there too. */
  readonly here: number;
  readonly there: number;
  /** Taken off the service in another browser. */
  readonly left: number;
  /** Copies that are there or on their way, and copies that are to be deleted as soon as may be. */
  readonly copies: number;
  readonly forgetting: number;
  /** Absent: nothing is on its way from this tab. */
  readonly carrying?: Carrying;
  /** Why what is not in step waits; absent: it does not. */
  readonly waits?: 'away' | 'full';
  /** Tracks that could not be carried. */
  readonly hopeless: number;
}

export interface KeptMusicViewModel {
  /** `undefined` until the browser's store has answered. */
  readonly kept$: Behavior<KeptMusic | undefined>;
  /** Off leaves the copies that are there. */
  setOn(on: boolean): Promise<void>;
  /** Deletes every copy on the service that this browser knows of. */
  removeCopies(): Promise<void>;
}

export interface KeptMusicPorts extends StepPorts {
  readonly locks: TabLocks;
  /** Emits when the service may be reachable again. */
  readonly online$: Observable<unknown>;
  readonly scheduler?: SchedulerLike;
}

/** How long changes gather. */
const GATHER_MS = 1000;
const FIRST_WAIT_MS = 2000;
const LONGEST_WAIT_MS = 60_000;

/** Keeps the music and its copies in step for as long as the page lives, in one tab at a time. */
export function keptMusicViewModel(ports: KeptMusicPorts): KeptMusicViewModel {
  const { database, online$, scheduler } = ports;
  const carrying$ = behavior<Carrying | undefined>(undefined);
  const waits$ = behavior<'away' | 'full' | undefined>(undefined);
  const hopeless = new Set<string>();
  const live = <T>(query: () => Promise<T>): Observable<T> => lastRead(liveTable(query, scheduler));
  const tables$ = live(() => tablesOf(database));
  const music$ = live(() => Promise.all([database.tracks.toArray(), database.rules.get('rules')]));
  // Of the copies, only what is to go: all else about them changes by what is done here.
  const toForget$ = live(() => database.copies.filter(({ state }) => state === 'forget').primaryKeys()).pipe(
    filter((ids) => ids.length > 0),
  );
  const wake$ = merge(merge(music$, toForget$).pipe(auditTime(GATHER_MS, scheduler)), online$);

  const keep = async (): Promise<void> => {
    let waitMs = FIRST_WAIT_MS;
    let asked = true;
    wake$.subscribe(() => (asked = true));
    for (;;) {
      if (!asked) {
        const again$ = waits$.value ? [timer(waitMs, scheduler)] : [];
        await firstValueFrom(race(wake$, ...again$));
        if (waits$.value) waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
      }
      asked = false;
      const journey = { hopeless, onCarrying: (carrying: Carrying) => carrying$.next(carrying) };
      const outcome: PassOutcome = await pass(ports, journey).catch(() => 'away');
      carrying$.next(undefined);
      waits$.next(outcome === 'in-step' ? undefined : outcome);
      if (outcome === 'in-step') waitMs = FIRST_WAIT_MS;
    }
  };
  void ports.locks.request('attune-music-copies', {}, keep).catch(() => undefined);

  return {
    kept$: keepLatest<KeptMusic | undefined>(
      combineLatest([tables$, carrying$, waits$]).pipe(
        map(([tables, carrying, waits]) => keptOf(tables, { carrying, waits, hopeless: hopeless.size })),
      ),
      undefined,
    ),
    setOn: async (on) => {
      if (on) {
        hopeless.clear();
        // What another browser took off the service is sent anew: that is what the switch says.
        await database.copies.filter(({ state }) => state === 'left').delete();
      }
      await database.setRules(() => ({ onServer: on }));
    },
    removeCopies: async () => {
      await database.copies
        .filter(({ state }) => state === 'sending' || state === 'there')
        .modify({ state: 'forget' });
    },
  };
}

interface Tables {
  /** Ids of the tracks here. */
  readonly tracks: readonly string[];
  readonly copies: readonly ServerCopy[];
  readonly on: boolean;
}

const tablesOf = async (database: MusicDatabase): Promise<Tables> => ({
  tracks: await database.tracks.filter(({ removed }) => !removed).primaryKeys(),
  copies: await database.copies.toArray(),
  on: (await database.rules.get('rules'))?.onServer === true,
});

interface Doing {
  readonly carrying: Carrying | undefined;
  readonly waits: 'away' | 'full' | undefined;
  readonly hopeless: number;
}

function keptOf({ tracks, copies, on }: Tables, { carrying, waits, hopeless }: Doing): KeptMusic {
  const here = new Set(tracks);
  const count = (...states: readonly ServerCopy['state'][]): number =>
    copies.filter(({ state }) => states.includes(state)).length;
  return {
    on,
    here: here.size,
    there: copies.filter(({ id, state }) => state === 'there' && here.has(id)).length,
    left: count('left'),
    copies: count('sending', 'there'),
    forgetting: count('forget'),
    hopeless,
    ...(carrying && { carrying }),
    ...(waits && { waits }),
  };
}
