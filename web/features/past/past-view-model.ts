import { map } from 'rxjs';
import type { StoredSession } from '../../storage/outbox-database.ts';
import { asNdjson, type Outbox } from '../../storage/outbox.ts';
import { pastPicture } from './past-picture.ts';
import type { SessionPicture } from '../../session/session-picture.ts';
import { keepLatest, type Behavior } from '../../kit/behavior.ts';
import { WAITING, type Live } from '../../storage/live-table.ts';

export interface PastViewModel {
  /** Newest first, those under way left out; those that wait to be deleted at the service are among them. */
  readonly sessions$: Behavior<Live<readonly StoredSession[]>>;
  /** `undefined`: this browser has no such session. */
  picture(id: string): Promise<SessionPicture | undefined>;
  /** The whole log as NDJSON. */
  log(id: string): Promise<string>;
  remove(id: string): Promise<void>;
}

export function pastViewModel(outbox: Outbox): PastViewModel {
  return {
    sessions$: keepLatest<Live<readonly StoredSession[]>>(
      outbox.sessions$.pipe(
        map((live) =>
          live.state === 'read'
            ? { ...live, value: live.value.filter(({ ended }) => ended !== undefined) }
            : live,
        ),
      ),
      WAITING,
    ),
    picture: async (id) => {
      const events = await outbox.eventsOf(id);
      return events.length > 0 ? pastPicture(events) : undefined;
    },
    log: async (id) => asNdjson(await outbox.eventsOf(id)),
    remove: (id) => outbox.remove(id),
  };
}
