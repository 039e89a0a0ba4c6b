import { hashOf } from '../../config/engine-config.ts';
import { fault, ok, type Result } from '../../types/result.ts';
import { round } from '../../maths/round.ts';
import type { Features } from './decision-features.ts';

declare module '../../session/signal.ts' {
  interface SessionStarted {
    /**
     * What the learning policy knows, with the person's consent only; absent: the rules
     * pick. A log replays without other files.
     */
    readonly learned?: LearnedState;
  }
}

/**
 * What has been learned of one person, as sums: small, readable, and without any time or
 * any rating. Deleting it forgets everything.
 */
export interface LearnedState {
  readonly kind: 'attune-learned-policy';
  readonly version: 1;
  /** Sessions evaluated, whether or not they gave observations. */
  readonly sessions: number;
  /** Stretches between two ratings that were learned from. */
  readonly observations: number;
  readonly features: readonly string[];
  /** Σ x·xᵀ, a row a feature. */
  readonly gram: readonly (readonly number[])[];
  /** Σ x·reward. */
  readonly moment: readonly number[];
  /** Over everything above. */
  readonly hash: string;
}

export const STATE_VERSION = 1;

/** Nothing learned yet. */
export const freshState = (): LearnedState =>
  sealed({
    kind: 'attune-learned-policy',
    version: STATE_VERSION,
    sessions: 0,
    observations: 0,
    features: [],
    gram: [],
    moment: [],
  });

type Unsealed = Omit<LearnedState, 'hash'>;

/** With its hash. */
export const sealed = (state: Unsealed): LearnedState => ({ ...state, hash: hashOf(state) });

/** In the log of every decision: which policy, which version, which state. */
export const stateName = ({ version, hash }: LearnedState): string => `thompson@${version}:${hash}`;

/** The state with one more observation. New features begin at zero. Its hash is stale; see {@link sealed}. */
export function withObservation(state: Unsealed, row: Features, reward: number): Unsealed {
  const features = [...state.features, ...[...row.keys()].filter((name) => !state.features.includes(name))];
  const x = features.map((name) => row.get(name) ?? 0);
  const gram = features.map((_, i) =>
    features.map((__, j) => round((state.gram[i]?.[j] ?? 0) + x[i]! * x[j]!, 9)),
  );
  const moment = features.map((_, i) => round((state.moment[i] ?? 0) + x[i]! * reward, 9));
  return { ...state, observations: state.observations + 1, features, gram, moment };
}

export type StateFault = { readonly code: 'not-json' | 'not-a-state' | 'other-version' | 'changed-by-hand' };

/** Reads a state file. `changed-by-hand`: the numbers do not match the hash. */
export function readState(text: string): Result<LearnedState, StateFault> {
  let state: Partial<LearnedState>;
  try {
    state = Object(JSON.parse(text)) as Partial<LearnedState>;
  } catch {
    return fault({ code: 'not-json' });
  }
  if (state.kind !== 'attune-learned-policy') return fault({ code: 'not-a-state' });
  if ((state.version as number) !== STATE_VERSION) return fault({ code: 'other-version' });
  return isSound(state as LearnedState) ? ok(state as LearnedState) : fault({ code: 'changed-by-hand' });
}

/** Whether shapes, numbers and hash agree. */
export function isSound({ hash, ...state }: LearnedState): boolean {
  const { features, gram, moment } = state;
  const size = Array.isArray(features) ? features.length : -1;
  const isRow = (row: unknown) => Array.isArray(row) && row.length === size && row.every(Number.isFinite);
  return (
    (state.version as number) === STATE_VERSION &&
    isRow(moment) &&
    Array.isArray(gram) &&
    gram.length === size &&
    gram.every(isRow) &&
    hashOf(state) === hash
  );
}
