import type {
  ArousalEstimated,
  DoseDecision,
  InputEvent,
  Profile,
  SessionEvent,
} from '../../../../engine/index.ts';

export type Entry = InputEvent | DoseDecision | ArousalEstimated;

/** A log of these events, numbered. */
export const logOf = (...events: readonly Entry[]): readonly SessionEvent[] =>
  events.map((event, seq) => ({ seq, ...event }));

export const rating = (
  atS: number,
  value: number,
  moment: 'before' | 'during' | 'after' = 'before',
): InputEvent => ({
  type: 'rating',
  atMs: atS * 1000,
  author: 'person',
  scale: 'craving',
  value,
  moment,
});

export const arousal = (atS: number, value: number, quality = 0.9): ArousalEstimated => ({
  type: 'arousal',
  author: 'engine',
  atMs: atS * 1000,
  value,
  sd: 0.1,
  low: value,
  high: value,
  quality,
  reasons: [],
});

/** A pick among two calming pieces. */
export const decision = (atS: number, module: string, more: Partial<DoseDecision> = {}): DoseDecision => ({
  type: 'decision',
  author: 'engine',
  atMs: atS * 1000,
  module,
  family: 'calming',
  level: 2,
  reason: 'matching-estimate',
  phase: 'match',
  targetLevel: 2,
  targetRung: 1,
  eligible: ['still-water', 'night-harp'],
  excluded: {},
  probabilities: [0.75, 0.25],
  policy: 'pi0',
  drawn: true,
  ...more,
});

export const pressed = (atS: number, button: 'skip' | 'too-much'): InputEvent => ({
  type: 'press',
  atMs: atS * 1000,
  author: 'person',
  button,
});

export const ended = (atS: number): InputEvent => ({
  type: 'session-ended',
  atMs: atS * 1000,
  author: 'person',
  reason: 'finished',
});

/** A session's start, with parts of a profile. */
export const started = (profile: Partial<Profile> = {}): InputEvent => ({
  type: 'session-started',
  atMs: 0,
  author: 'person',
  version: 1,
  protocol: 'craving-session',
  protocolVersion: 2,
  seed: 1,
  configHash: '',
  profile: { triggers: [], earlyRecovery: false, ...profile },
  source: { kind: 'none', name: 'none' },
});
