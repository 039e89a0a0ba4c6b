import type { ColumnType } from 'kysely';

type SetOnce<T> = ColumnType<T, T, never>;

/** The keys of clients, alike on every dialect. Times in epoch ms. */
export interface KeyTables {
  /** What the events of a client's sessions are encrypted with. With the row everything of them is gone. */
  client_key: {
    /** SHA-256 of `wrapped`, base64url. */
    id: SetOnce<string>;
    client_id: SetOnce<string>;
    /** The key, encrypted with the service's master key; base64url. */
    wrapped: SetOnce<string>;
    made_at_ms: SetOnce<number>;
  };
  /** Which master key the keys are encrypted with, noted with the first of them: a row at the most. */
  master_key: {
    /** 1. */
    number: SetOnce<number>;
    fingerprint: SetOnce<string>;
    made_at_ms: SetOnce<number>;
  };
}
