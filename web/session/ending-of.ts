import { replayLog, type SessionEnded, type SessionEvent } from '../../engine/index.ts';

/**
 * What a log lacks when its tab was killed: conclusions that were cut off, `session-ended: interrupted`, and what
 * the engine concludes from that. So the whole log is again what a replay of its inputs gives.
 *
 * @param events the log as far as it was kept, from number 0 on
 * @returns the events to add; only the end itself where today's engine no longer agrees with the log
 */
export function endingOf(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const last = events.at(-1);
  if (!last) return [];
  const seq = last.seq + 1;
  const ended: SessionEnded = {
    type: 'session-ended',
    atMs: last.atMs,
    author: 'device',
    reason: 'interrupted',
  };
  const whole = replayed([...events, { ...ended, seq }]);
  const agrees = JSON.stringify(whole.slice(0, events.length)) === JSON.stringify(events);
  return agrees ? whole.slice(events.length) : [{ ...ended, seq }];
}

/** Empty where the log names a protocol that is no more. */
function replayed(log: readonly SessionEvent[]): readonly SessionEvent[] {
  try {
    return replayLog(log);
  } catch {
    return [];
  }
}
