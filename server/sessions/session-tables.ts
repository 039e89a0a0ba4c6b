import type { ColumnType } from 'kysely';

type SetOnce<T> = ColumnType<T, T, never>;

/** The tables, alike on every dialect. Times are double precision, so that every driver gives numbers. */
export interface SessionTables {
  session: {
    id: SetOnce<string>;
    /** The account whose session it is; null: the person of a personal service. */
    client_id: ColumnType<string | null, string | null | undefined, never>;
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
