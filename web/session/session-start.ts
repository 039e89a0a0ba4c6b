import type { HeartRateSensor } from '../../devices/index.ts';
import {
  protocolNaming,
  type BaselineFigures,
  type Profile,
  type SessionStarted,
} from '../../engine/index.ts';
import type { SessionOpening, StartPart } from './contributor.ts';

/** Nothing was said of music. */
const NO_MUSIC = { triggers: [], earlyRecovery: false };

/** The fields of a profile in the order of the log: replay compares bytes, whoever gave them and in which order. */
const PROFILE_ORDER: Readonly<Record<keyof Profile, true>> = {
  triggers: true,
  earlyRecovery: true,
  triggerTags: true,
  ownTracks: true,
  quarantined: true,
  heard: true,
  locks: true,
  unlocked: true,
  meeting: true,
  heartRateCeilingBpm: true,
  sound: true,
};

interface Beginning {
  readonly configHash: string;
  /** Absent: no heart. */
  readonly source:
    { readonly sensor: Pick<HeartRateSensor, 'name'>; readonly baseline?: BaselineFigures } | undefined;
}

/** The first event of a session's log: what it opens with, and what was given to it. */
export function sessionStart(
  { atMs, seed, protocol, source: kind }: SessionOpening,
  { configHash, source }: Beginning,
  parts: readonly StartPart[],
): SessionStarted {
  const { learned, usualRest, craving, study, yoked, confounded } = merged(parts);
  const profile: Profile = { ...NO_MUSIC, ...merged(parts.map((part) => part.profile ?? {})) };
  return {
    type: 'session-started',
    atMs,
    author: 'person',
    version: 1,
    ...protocolNaming(protocol),
    seed,
    configHash,
    profile: inOrder(profile, PROFILE_ORDER),
    ...(learned && { learned }),
    ...(source?.baseline && { baseline: source.baseline }),
    ...(usualRest && { usualRest }),
    ...(craving && { craving }),
    ...(study && { study }),
    ...(yoked && { yoked }),
    ...(confounded && { confounded }),
    source: { kind, name: source?.sensor.name ?? 'none' },
  };
}

/** Of what several give, the last of each; `undefined` gives nothing. */
const merged = <T extends object>(parts: readonly T[]): Partial<T> =>
  Object.fromEntries(
    parts.flatMap((part) => Object.entries(part).filter(([, value]) => value !== undefined)),
  ) as Partial<T>;

/** The same fields in the order of `order`. */
const inOrder = <T extends object>(fields: T, order: Readonly<Record<keyof T, true>>): T =>
  Object.fromEntries(
    (Object.keys(order) as (keyof T)[]).flatMap((name) => (name in fields ? [[name, fields[name]]] : [])),
  ) as T;
