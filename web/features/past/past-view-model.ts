import { map } from 'rxjs';
import type { StoredSession } from '../../storage/outbox-database.ts';
import { asNdjson, type Outbox } from '../../storage/outbox.ts';
import { pictureOf, type ReadPacket, type SessionPicture } from '../../session/session-picture.ts';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';

export interface PastViewModel {
  /** Newest first, those under way left out; `undefined` until the browser's store has answered. */
  readonly sessions$: Behavior<readonly StoredSession[] | undefined>;
  /** `undefined`: this browser has no such session. */
  picture(id: string): Promise<SessionPicture | undefined>;
  /** The whole log as NDJSON. */
  log(id: string): Promise<string>;
  remove(id: string): Promise<void>;
}

export function pastViewModel(outbox: Outbox, readPacket: ReadPacket): PastViewModel {
  return {
    sessions$: keepLatest<readonly StoredSession[] | undefined>(
      outbox.sessions$.pipe(map((sessions) => sessions.filter(({ ended }) => ended !== undefined))),
      undefined,
    ),
    picture: async (id) => {
      const events = await outbox.eventsOf(id);
      return events.length > 0 ? pictureOf(events, readPacket) : undefined;
    },
    log: async (id) => asNdjson(await outbox.eventsOf(id)),
    remove: (id) => outbox.remove(id),
  };
}
