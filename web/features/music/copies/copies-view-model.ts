import { auditTime, combineLatest, map, merge, Subject } from 'rxjs';
import { filter, type Observable, type SchedulerLike } from 'rxjs';
import { pass, type Carrying, type Journey, type StepPorts } from './keep-in-step.ts';
import type { ServerCopy } from './server-copy.ts';
import type { MusicDatabase } from '../music-database.ts';
import type { Trouble } from '../../../storage/http-client.ts';
import { keepTrying, type StepOutcome } from '../../../storage/keep-trying.ts';
import type { TabLocks } from '../../../storage/tab-locks.ts';
import { lastRead, liveTable } from '../../../storage/live-table.ts';
import { behavior, keepLatest, type Behavior } from '../../../kit/behavior.ts';

/** The music's copies on the service. */
export interface MusicCopies {
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
  readonly waits?: Trouble;
  /** Tracks that could not be carried. */
  readonly hopeless: number;
}

export interface CopiesViewModel {
  /** `undefined` until the browser's store has answered. */
  readonly kept$: Behavior<MusicCopies | undefined>;
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
  /** Uniform in 0…1. */
  readonly chance?: () => number;
}

/** How long changes gather. */
const GATHER_MS = 1000;

/** Keeps the music and its copies in step for as long as the page lives, in one tab at a time. */
export function copiesViewModel(ports: KeptMusicPorts): CopiesViewModel {
  const { database, scheduler, chance } = ports;
  const carrying$ = behavior<Carrying | undefined>(undefined);
  const waits$ = behavior<Trouble | undefined>(undefined);
  const hopeless = new Set<string>();
  const refusals = new Map<string, number>();
  /** The person wants it now. */
  const asked$ = new Subject<void>();
  const live = <T>(query: () => Promise<T>): Observable<T> => lastRead(liveTable(query, scheduler));
  const tables$ = live(() => tablesOf(database));
  const music$ = live(() => Promise.all([database.tracks.toArray(), database.rules.get('rules')]));
  // Of the copies, only what is to go: all else about them changes by what is done here.
  const toForget$ = live(() => database.copies.filter(({ state }) => state === 'forget').primaryKeys()).pipe(
    filter((ids) => ids.length > 0),
  );
  const journey: Journey = { hopeless, refusals, onCarrying: (carrying) => carrying$.next(carrying) };
  const step = async (): Promise<StepOutcome> => {
    const outcome = await pass(ports, journey);
    return outcome === 'in-step' ? { kind: 'idle', heard: true } : { ...outcome, kind: 'trouble' };
  };
  const trying = {
    step,
    onOutcome: (outcome: StepOutcome) => {
      carrying$.next(undefined);
      waits$.next(outcome.kind === 'trouble' ? outcome.why : undefined);
    },
    news$: merge(music$, toForget$).pipe(auditTime(GATHER_MS, scheduler)),
    online$: merge(ports.online$, asked$),
    scheduler,
    chance,
  };
  void ports.locks
    .request('attune-music-copies', {}, () => keepTrying(trying, new AbortController().signal))
    .catch(() => undefined);

  return {
    kept$: keepLatest<MusicCopies | undefined>(
      combineLatest([tables$, carrying$, waits$]).pipe(
        map(([tables, carrying, waits]) => keptOf(tables, { carrying, waits, hopeless: hopeless.size })),
      ),
      undefined,
    ),
    setOn: async (on) => {
      if (on) {
        hopeless.clear();
        refusals.clear();
        // What another browser took off the service is sent anew: that is what the switch says.
        await database.copies.filter(({ state }) => state === 'left').delete();
      }
      await database.setRules(() => ({ onServer: on }));
      asked$.next();
    },
    removeCopies: async () => {
      await database.copies
        .filter(({ state }) => state === 'sending' || state === 'there')
        .modify({ state: 'forget' });
      asked$.next();
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
  readonly waits: Trouble | undefined;
  readonly hopeless: number;
}

function keptOf({ tracks, copies, on }: Tables, { carrying, waits, hopeless }: Doing): MusicCopies {
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
