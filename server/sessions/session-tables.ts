import type { ColumnType } from 'kysely';
import type { KeyTables } from '../keys/key-tables.ts';

type SetOnce<T> = ColumnType<T, T, never>;
/** Set by whoever first works on the row. */
type SetLater<T> = ColumnType<T | null, T | null | undefined, T | null>;

/** The tables, alike on every dialect. Times are double precision, so that every driver gives numbers. */
export interface SessionTables extends KeyTables {
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
    /** Short link of what the session says of itself; null: it is not chained yet. */
    origin: SetLater<string>;
    /** The last hash of its chain; null: it is not chained yet. */
    head: SetLater<string>;
    /** How many of its events the newest seal that names it covers; null: none does. */
    sealed_seq: SetLater<number>;
    /** What its events are encrypted with; null: they are plain. */
    key_id: SetLater<string>;
  };
  /** The events that are not packed yet. */
  session_event: {
    session_id: SetOnce<string>;
    seq: SetOnce<number>;
    /** JSON, kept as text on every dialect: it must come back byte for byte. Encrypted: see `rowForm`. */
    text: ColumnType<string, string, string>;
    /** Short link of the chain up to this event; null: it is not chained yet, or encrypted with the text. */
    link: SetLater<string>;
  };
  /** Events in a row, packed: those of a session from 0 on without gaps, then its rows. */
  session_chunk: {
    session_id: SetOnce<string>;
    from_seq: SetOnce<number>;
    events: SetOnce<number>;
    /** See `chunkData`. */
    data: SetOnce<Uint8Array>;
  };
  /** What is left of a deleted session: that there was one. */
  tombstone: {
    /** SHA-256 of its id, so that only who knows the id finds it. */
    session_hash: SetOnce<string>;
    /** SHA-256 of its id and its client's; null: it was of the person of a personal service. */
    owner_hash: SetOnce<string | null>;
    deleted_at_ms: SetOnce<number>;
    events: SetOnce<number>;
    head: SetOnce<string>;
    /** Short link of this row. */
    link: SetOnce<string>;
    /** Number of the seal that covers it; null: none does yet. */
    seal: SetLater<number>;
  };
  /** One an hour in which anything happened, and one as the service ends. */
  seal: {
    /** From 1. Of several services that share the database only one can write the next. */
    number: SetOnce<number>;
    at_ms: SetOnce<number>;
    /** SHA-256 over the seal before, its own fields, and all that it covers. */
    hash: SetOnce<string>;
    /** Ed25519 over `hash`, base64url. */
    signature: SetOnce<string>;
    /** The key that it is checked with, base64url of its 32 bytes. */
    public_key: SetOnce<string>;
  };
  /** How a session stood when it was sealed, if it had changed since the seal before. */
  sealed_session: {
    seal: SetOnce<number>;
    session_hash: SetOnce<string>;
    events: SetOnce<number>;
    head: SetOnce<string>;
  };
}
