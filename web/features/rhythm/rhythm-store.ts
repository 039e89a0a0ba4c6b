import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import { liveTable, WAITING, type Live } from '../../storage/live-table.ts';
import { reopening } from '../../storage/reopening.ts';
import type { KeptPractice, KeptTake, RhythmDatabase } from './rhythm-database.ts';

/** What is kept of rhythm in this browser. */
export interface RhythmStore {
  /** Oldest first. */
  readonly practices$: Behavior<Live<readonly KeptPractice[]>>;
  /** Newest first. */
  readonly takes$: Behavior<Live<readonly KeptTake[]>>;
  /** Adds a practice, or what has come to it since. What the browser will not keep is lost: nothing hangs on it. */
  keepPractice(practice: KeptPractice): Promise<void>;
  /** @throws the browser will not keep it */
  keepTake(take: KeptTake): Promise<void>;
  deleteTake(id: string): Promise<void>;
}

export function rhythmStore(database: RhythmDatabase): RhythmStore {
  return {
    practices$: keepLatest<Live<readonly KeptPractice[]>>(
      liveTable(() => reopening(database, ({ practices }) => practices.orderBy('atMs').toArray())),
      WAITING,
    ),
    takes$: keepLatest<Live<readonly KeptTake[]>>(
      liveTable(() => reopening(database, ({ takes }) => takes.orderBy('atMs').reverse().toArray())),
      WAITING,
    ),
    keepPractice: async (practice) => {
      await database.practices.put(practice).catch(() => undefined);
    },
    keepTake: async (take) => {
      await database.takes.put(take);
    },
    deleteTake: (id) => database.takes.delete(id),
  };
}
