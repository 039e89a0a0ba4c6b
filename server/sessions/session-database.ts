import type { ColumnType } from 'kysely';
import type { Schema } from '../database/open-database.ts';
import { sessionLog } from './migrations/0001-session-log.ts';

type SetOnce<T> = ColumnType<T, T, never>;

/** The tables, alike on every dialect. Times are double precision, so that every driver gives numbers. */
export interface SessionDatabase {
  session: {
    id: SetOnce<string>;
    started_at_ms: SetOnce<number>;
    protocol: SetOnce<string>;
    /** How many events there are, and the next one's number. */
    next_seq: number;
    first_at_ms: number | null;
    last_at_ms: number | null;
    ended_at_ms: number | null;
  };
  session_event: {
    session_id: SetOnce<string>;
    seq: SetOnce<number>;
    /** JSON, kept as text on every dialect: it must come back byte for byte. */
    text: SetOnce<string>;
  };
}

export const SESSION_SCHEMA: Schema = {
  called: 'session log',
  // The largest batch, with its index, and the write-ahead log.
  reserveBytes: 8 * 1024 * 1024,
  migrations: { '0001-session-log': sessionLog },
};
