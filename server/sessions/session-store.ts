import type { Result } from '../../engine/index.ts';
import type { Whose } from '../access/reach.ts';
import type { LoggedEvent, NewSession, SessionSummary } from '../contract/index.ts';

/** One line of the log: what the store must know of an event, and its text, which is returned unchanged. */
export interface LogEntry {
  readonly seq: number;
  readonly atMs: number;
  readonly type: string;
  readonly text: string;
}

/** @throws RangeError  an event nested more deeply than JSON can be written */
export const logEntry = (event: LoggedEvent): LogEntry => ({
  seq: event.seq,
  atMs: event.atMs,
  type: event.type,
  text: JSON.stringify(event),
});

export type AppendFault =
  | { readonly code: 'unknown-session' }
  /** There was such a session, and it was deleted for good. */
  | { readonly code: 'deleted' }
  /** Other content is stored at `seq`. */
  | { readonly code: 'conflict'; readonly seq: number }
  /** The log ends before the batch begins. */
  | { readonly code: 'gap'; readonly expectedSeq: number };

/** Where a page of sessions begins: after this one, newest first. */
export type SessionCursor = Pick<SessionSummary, 'startedAtMs' | 'id'>;

/** Whose sessions are looked at. What belongs to somebody else is as if it were not there. */
export interface Scope {
  readonly whose: Whose;
  /** The account that sessions created here belong to; absent: the person of a personal service. */
  readonly owner?: string | undefined;
}

/**
 * The sessions of a scope. A session's entries are numbered from 0 without gaps and never change; writing is
 * idempotent, so an uncertain write is simply repeated.
 *
 * Every method rejects with a `StoreError`, and with nothing else.
 */
export interface SessionLog {
  /** `conflict`: another session has that id, whoever's it is; `deleted`: it had one that was deleted. */
  create(
    session: NewSession,
  ): Promise<Result<'created' | 'known', { readonly code: 'conflict' | 'deleted' }>>;
  /** All of `entries` or none; resolves once they would survive a power cut. Known entries are skipped. */
  append(
    id: string,
    entries: readonly LogEntry[],
  ): Promise<Result<{ readonly nextSeq: number }, AppendFault>>;
  find(id: string): Promise<SessionSummary | undefined>;
  /** Newest first by `startedAtMs`, then by id. */
  list(page: { readonly limit: number; readonly before?: SessionCursor }): Promise<readonly SessionSummary[]>;
  /** Texts from `from` on, in order; empty past the end and for an unknown session. */
  texts(id: string, range: { readonly from: number; readonly limit: number }): Promise<readonly string[]>;
  /**
   * Removes the session with everything that belongs to it, from the files too as soon as nobody else reads them. Its
   * tombstone stays, by which its id is known again. Works on a full disk. False: there was none.
   */
  delete(id: string): Promise<boolean>;
}

/** The session log, of everybody. */
export interface SessionStore extends SessionLog {
  within(scope: Scope): SessionLog;
  /** Whether nothing that was deleted is left in the files. */
  isErased(): boolean;
  /** Another one whenever the store was opened anew; it may then have less than before. */
  opening(): string;
  /** Resolves if the store can be read. */
  check(): Promise<void>;
  close(): Promise<void>;
}
