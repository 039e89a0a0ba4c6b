import type { Observable } from 'rxjs';
import {
  baselineHistory,
  timeOfDayOf,
  type BaselineStratum,
  type PastBaseline,
  type SessionEvent,
  type UsualRest,
} from '../../../engine/index.ts';
import type { SessionContributor } from '../../session/contributor.ts';
import type { KeptRest, RestDatabase } from './rest-database.ts';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import { lastRead, liveTable, WAITING, type Live } from '../../storage/live-table.ts';
import { reopening } from '../../storage/reopening.ts';

/** How the person usually rests, from the quiet starts of sessions with a strap. */
export interface RestViewModel {
  /** Oldest first. */
  readonly rests$: Behavior<Live<readonly KeptRest[]>>;
  /** What a session that begins now may stand on; `undefined` below five sessions like it. */
  usualAt(atMs: number, tags: readonly string[]): UsualRest | undefined;
  /** Keeps the rest that a session finds by itself. */
  follow(session: { readonly id: string; readonly events$: Observable<SessionEvent> }): void;
  removeAll(): Promise<void>;
}

export interface RestViewPorts {
  readonly database: RestDatabase;
  /** The hour of the person's own clock at a time, 0–23. */
  readonly hourAt: (atMs: number) => number;
}

const POSTURES = ['lying', 'sitting', 'standing'] as const;

/** As the person says; people are asked to sit, so that is what silence means. */
const postureIn = (tags: readonly string[]): BaselineStratum['posture'] =>
  POSTURES.find((posture) => tags.includes(posture)) ?? 'sitting';

export function restViewModel({ database, hourAt }: RestViewPorts): RestViewModel {
  const rests$ = keepLatest<Live<readonly KeptRest[]>>(
    liveTable(() => reopening(database, ({ rests }) => rests.orderBy('atMs').toArray())),
    WAITING,
  );
  const known$ = keepLatest(lastRead(rests$), []);
  const timeOfDay = (atMs: number) => timeOfDayOf(hourAt(atMs));
  return {
    rests$,
    usualAt: (atMs, tags) =>
      baselineHistory(
        known$.value,
        { posture: postureIn(tags), paced: false, timeOfDay: timeOfDay(atMs) },
        atMs,
      ),
    follow: ({ id, events$ }) => {
      let posture: PastBaseline['posture'] = 'sitting';
      events$.subscribe((event) => {
        if (event.type === 'tag') posture = postureIn(event.tags);
        if (event.type !== 'baseline' || event.how !== 'quiet-start') return;
        const { atMs, figures } = event;
        // What the browser will not keep is still in the session's log.
        database.rests
          .put({ session: id, atMs, figures, posture, paced: false, timeOfDay: timeOfDay(atMs) })
          .catch(() => undefined);
      });
    },
    removeAll: () => database.rests.clear(),
  };
}

/** Only a strap's heart is this person's now. */
export const restContributor =
  ({ usualAt, follow }: Pick<RestViewModel, 'usualAt' | 'follow'>): SessionContributor =>
  ({ source, atMs, tags }) =>
    source === 'strap' ? { start: { usualRest: usualAt(atMs, tags) }, follow } : undefined;
