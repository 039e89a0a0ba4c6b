import type { SessionEvent } from '../../../engine/index.ts';
import type { StoredSession } from '../../storage/outbox-database.ts';

/** Craving before and after one session, 0–100. */
export interface Change {
  readonly session: string;
  readonly atMs: number;
  readonly protocol: string;
  /** Negative: less than before. */
  readonly by: number;
}

/** The sessions that were rated before and after, in no order. */
export const changesOf = (sessions: readonly StoredSession[]): readonly Change[] =>
  sessions.flatMap(({ id, startedAtMs, protocol, before, after, ended, deleted }) =>
    before === undefined || after === undefined || ended === undefined || deleted
      ? []
      : [{ session: id, atMs: startedAtMs, protocol, by: after - before }],
  );

/** A piece counts as heard in a session from so long on, s. */
const LEAST_S = 60;

/** The pieces that were heard in a session: all, not only the last. Silence is none. */
export function piecesIn(log: readonly SessionEvent[]): readonly string[] {
  const heardMs = new Map<string, number>();
  let now: { readonly id: string; readonly fromMs: number } | undefined;
  const leave = (atMs: number): void => {
    if (now) heardMs.set(now.id, (heardMs.get(now.id) ?? 0) + atMs - now.fromMs);
    now = undefined;
  };
  for (const event of log) {
    if (event.type === 'halt' || event.type === 'session-ended') leave(event.atMs);
    if (event.type !== 'decision' || event.module === now?.id) continue;
    leave(event.atMs);
    if (event.family !== 'silence') now = { id: event.module, fromMs: event.atMs };
  }
  return [...heardMs].flatMap(([id, ms]) => (ms >= 1000 * LEAST_S ? [id] : []));
}
