import { map, type Observable } from 'rxjs';
import type { SessionEvent } from '../../../engine/index.ts';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import { WAITING, type Live } from '../../storage/live-table.ts';
import type { StoredSession } from '../../storage/outbox-database.ts';
import { changesOf, piecesIn, type Change } from './changes.ts';

export interface ProgressPorts {
  readonly sessions$: Observable<Live<readonly StoredSession[]>>;
  readonly eventsOf: (session: string) => Promise<readonly SessionEvent[]>;
}

export interface ProgressViewModel {
  readonly changes$: Behavior<Live<readonly Change[]>>;
  /** What was heard in each session, as far as its log was read. */
  readonly pieces$: Behavior<ReadonlyMap<string, readonly string[]>>;
  /** Reads what was heard in these sessions, one after the other; each once in the life of the page. */
  readPieces(changes: readonly Change[]): Promise<void>;
}

export function progressViewModel({ sessions$, eventsOf }: ProgressPorts): ProgressViewModel {
  const pieces$ = behavior<ReadonlyMap<string, readonly string[]>>(new Map());
  return {
    changes$: keepLatest<Live<readonly Change[]>>(
      sessions$.pipe(
        map((live) => (live.state === 'read' ? { ...live, value: changesOf(live.value) } : live)),
      ),
      WAITING,
    ),
    pieces$,
    readPieces: async (changes) => {
      const found = new Map(pieces$.value);
      for (const { session } of changes.filter((change) => !found.has(change.session))) {
        // A log that cannot be read says nothing of its music; the rest is shown.
        const log = await eventsOf(session).catch(() => []);
        found.set(session, piecesIn(log));
      }
      pieces$.next(found);
    },
  };
}
