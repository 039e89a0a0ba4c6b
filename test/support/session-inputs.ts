import type { InputEvent, IntervalsRead, SessionEvent, SessionStarted } from '../../engine/index.ts';

/** A `session-started` at 0, with what a test cares about on top. */
export const started = (about: Partial<SessionStarted> = {}): SessionStarted => ({
  type: 'session-started',
  atMs: 0,
  author: 'person',
  version: 1,
  protocol: 'craving-session',
  protocolVersion: 1,
  seed: 1,
  configHash: 'test',
  profile: { triggers: [], earlyRecovery: false },
  source: { kind: 'synthetic', name: 'test' },
  ...about,
});

/** Rest at 60 a minute, as given to a session. */
export const REST = {
  heartRateBpm: 60,
  heartRateSpreadBpm: 4,
  lnRmssd: Math.log(40),
  lnRmssdSpread: 0.25,
  seconds: 120,
} as const;

/** Beats at `bpm` from one time to another, their length swinging by ±20 ms so that there is some variability. */
export function beatsAt(bpm: number, [fromS, toS]: readonly [number, number]): IntervalsRead[] {
  const beats: IntervalsRead[] = [];
  let atMs = fromS * 1000;
  for (let i = 0; ; i++) {
    const rrMs = 60_000 / bpm + (i % 2 === 0 ? 20 : -20);
    atMs += rrMs;
    if (atMs > toS * 1000) return beats;
    beats.push({ type: 'intervals', atMs, author: 'device', sensor: 'test', rrMs: [rrMs] });
  }
}

export const press = (
  button: 'calmer' | 'livelier' | 'too-much' | 'skip' | 'stop' | 'resume',
  atS: number,
): InputEvent => ({
  type: 'press',
  atMs: atS * 1000,
  author: 'person',
  button,
});

export const rating = (value: number, atS: number): InputEvent => ({
  type: 'rating',
  atMs: atS * 1000,
  author: 'person',
  scale: 'craving',
  value,
  moment: 'during',
});

/** The events of one type. */
export const only = <Type extends SessionEvent['type']>(
  log: readonly SessionEvent[],
  type: Type,
): Extract<SessionEvent, { type: Type }>[] =>
  log.filter((event): event is Extract<SessionEvent, { type: Type }> => event.type === type);
