import type { ColumnType } from 'kysely';
import type { KeyTables } from '../keys/key-tables.ts';

type SetOnce<T> = ColumnType<T, T, never>;

/** What was asked of sessions that run, alike on every dialect. Times in epoch ms. */
export interface RoomTables extends KeyTables {
  room_command: {
    session_id: SetOnce<string>;
    /** 0, 1, 2 … within the session. */
    number: SetOnce<number>;
    /** As the watcher calls it. */
    id: SetOnce<string>;
    by_account: SetOnce<string>;
    at_ms: SetOnce<number>;
    /** JSON; see `commandForm`. */
    command: SetOnce<string>;
  };
}
