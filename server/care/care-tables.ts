import type { ColumnType } from 'kysely';

type SetOnce<T> = ColumnType<T, T, never>;
/** Not yet, and then once and for all. */
type SetLater<T> = ColumnType<T | null, T | null | undefined, T>;

/** Who cares for whom, who agreed to what, and who looked. Accounts by their ids; times epoch ms. */
export interface CareTables {
  care_assignment: {
    clinician_id: SetOnce<string>;
    client_id: SetOnce<string>;
    from_ms: SetOnce<number>;
    until_ms: SetLater<number>;
    assigned_by: SetOnce<string>;
    ended_by: SetLater<string>;
  };
  consent: {
    id: SetOnce<string>;
    client_id: SetOnce<string>;
    purpose: SetOnce<string>;
    /** Of the text that was agreed to. */
    version: SetOnce<string>;
    given_at_ms: SetOnce<number>;
    /** Null: in force. */
    withdrawn_at_ms: SetLater<number>;
  };
  /** Drawn by chance when research is first agreed to: nobody can work it out, and with the row the link is gone. */
  research_pseudonym: {
    client_id: SetOnce<string>;
    pseudonym: SetOnce<string>;
  };
  break_glass: {
    id: SetOnce<string>;
    clinician_id: SetOnce<string>;
    client_id: SetOnce<string>;
    reason: SetOnce<string>;
    begun_at_ms: SetOnce<number>;
    until_ms: SetOnce<number>;
    /** Before its time. */
    ended_at_ms: SetLater<number>;
    reviewed_at_ms: SetLater<number>;
    reviewed_by: SetLater<string>;
  };
  /** Append-only: triggers refuse every change. */
  access_log: {
    id: SetOnce<string>;
    at_ms: SetOnce<number>;
    account_id: SetOnce<string>;
    role: SetOnce<string>;
    client_id: SetOnce<string>;
    action: SetOnce<string>;
    relation: SetOnce<string>;
    subject: SetOnce<string | null>;
    break_glass_id: SetOnce<string | null>;
    from_network: SetOnce<string | null>;
  };
}
