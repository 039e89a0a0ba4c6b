import type { ColumnType } from 'kysely';

type SetOnce<T> = ColumnType<T, T, never>;

/** Phones that are the sensor of a session elsewhere, alike on every dialect. Times in epoch ms. */
export interface RelayTables {
  relay: {
    id: SetOnce<string>;
    /** Null: of a personal service. */
    account_id: SetOnce<string | null>;
    made_at_ms: SetOnce<number>;
    /** Null: taken, or too old. */
    pairing_code: string | null;
    /** Digest of what the phone proves itself by; null: nobody has taken the code. */
    token_hash: string | null;
    next_seq: number;
    /** JSON: strap, clock, state and battery as they were said last. */
    latest: string;
  };
  relay_item: {
    relay_id: SetOnce<string>;
    seq: SetOnce<number>;
    at_ms: SetOnce<number>;
    /** JSON. */
    said: SetOnce<string>;
  };
}
