import type { EngineConfig } from '../config/engine-config.ts';
import type { SessionEvent, Signal } from '../session/signal.ts';
import { protocolOfSession } from './protocols/index.ts';

/**
 * Watches for music that is followed by a clear rise of craving: two ratings in a row, the later one at least
 * `quarantineRise` above the earlier. Every module that sounded for `quarantineS` in between is suspected, since
 * nobody can tell which of them it was. Where the session's protocol says so (riding a wave of craving), no music is
 * suspected: the rise is what the session is about. Stateful over one session, otherwise pure.
 * Source: judgement; design figure of ΔVAS ≥ 15.
 */
export function quarantineWatch(config: Pick<EngineConfig, 'quarantineRise' | 'quarantineS'>): {
  take(signal: Signal | SessionEvent): void;
  /** Grows only. */
  readonly quarantined: ReadonlySet<string>;
} {
  const quarantined = new Set<string>();
  const heardMs = new Map<string, number>();
  let sounding: { readonly module: string; readonly sinceMs: number } | undefined;
  let lastRating: number | undefined;
  let isOff = false;

  const hearUntil = (atMs: number): void => {
    if (!sounding) return;
    const { module, sinceMs } = sounding;
    heardMs.set(module, (heardMs.get(module) ?? 0) + atMs - sinceMs);
    sounding = { module, sinceMs: atMs };
  };

  const rate = (rating: number, atMs: number): void => {
    hearUntil(atMs);
    if (!isOff && rating - (lastRating ?? rating) >= config.quarantineRise) {
      for (const [id, ms] of heardMs) if (ms >= config.quarantineS * 1000) quarantined.add(id);
    }
    heardMs.clear();
    lastRating = rating;
  };

  return {
    quarantined,
    take(signal) {
      const { type } = signal;
      if (type === 'session-started') {
        isOff = protocolOfSession(signal).rules.quarantine === 'off';
        signal.profile.quarantined?.forEach((id) => quarantined.add(id));
      }
      if (type === 'rating') rate(signal.value, signal.atMs);
      if (type !== 'decision' && type !== 'halt') return;
      hearUntil(signal.atMs);
      const music = type === 'decision' && signal.family !== 'silence';
      sounding = music ? { module: signal.module, sinceMs: signal.atMs } : undefined;
    },
  };
}

/**
 * The modules that are set aside after this session, those of earlier ones
 * included: the next profile's `quarantined`.
 */
export function quarantinedAfter(
  log: readonly SessionEvent[],
  config: Pick<EngineConfig, 'quarantineRise' | 'quarantineS'>,
): readonly string[] {
  const watch = quarantineWatch(config);
  for (const event of log) watch.take(event);
  return [...watch.quarantined].sort();
}
