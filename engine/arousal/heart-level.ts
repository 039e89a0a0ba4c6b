import type { EngineConfig } from '../config/engine-config.ts';

/** Exponentially weighted sums over beats: older ones count less. */
interface Remembered {
  readonly beats: number;
  readonly ms: number;
  readonly ms2: number;
}

/** Beats that came since the last step. */
export type FreshBeats = Remembered;

export interface LevelState {
  readonly slow: Remembered;
  readonly fast: Remembered;
}

/** The smoothed heart rate with its uncertainty. */
export interface HeartLevel {
  readonly bpm: number;
  /** Standard error of `bpm`. */
  readonly se: number;
  /** The last seconds alone: quick enough to see exercise begin. */
  readonly fastBpm: number;
  /** Seconds of beats still remembered, at most `smoothS`: full after minutes of whole signal, falling in gaps. */
  readonly supportS: number;
  /** Standard deviation of the remembered intervals as a share of their mean. */
  readonly variation: number;
}

const NOTHING: Remembered = { beats: 0, ms: 0, ms2: 0 };
export const NO_BEATS: FreshBeats = NOTHING;
export const NO_LEVEL: LevelState = { slow: NOTHING, fast: NOTHING };

/**
 * Heart rate deviations decorrelate within a breath or two; this many seconds
 * of beats count as one independent value.
 */
const INDEPENDENT_S = 6;
/** Lower bound of the standard error over the last seconds, 1/min. */
const MIN_SE_BPM = 1;
/** Variance added per second without beats, 1/min²: 2/min in 16 s (J). */
const WANDER_BPM2 = 0.25;

export const withBeat = (fresh: FreshBeats, rrMs: number): FreshBeats => withBeats(fresh, 1, rrMs);

/** Adds `count` beats of that length; `count` may be a fraction. */
export const withBeats = ({ beats, ms, ms2 }: FreshBeats, count: number, rrMs: number): FreshBeats => ({
  beats: beats + count,
  ms: ms + count * rrMs,
  ms2: ms2 + count * rrMs * rrMs,
});

/** Decays both memories by `seconds`, then adds the beats of that time. */
export const nextLevel = (
  { slow, fast }: LevelState,
  fresh: FreshBeats,
  { seconds, config }: { readonly seconds: number; readonly config: EngineConfig },
): LevelState => ({
  slow: remembered(slow, fresh, Math.exp(-seconds / config.smoothS)),
  fast: remembered(fast, fresh, Math.exp(-seconds / config.fastS)),
});

const remembered = (old: Remembered, fresh: FreshBeats, kept: number): Remembered => ({
  beats: old.beats * kept + fresh.beats,
  ms: old.ms * kept + fresh.ms,
  ms2: old.ms2 * kept + fresh.ms2,
});

/**
 * The level of heart rate: a local level with two memories. The fast one replaces the slow one in
 * proportion to how far it stands out from its noise, `d⁴/(d⁴ + (followSe·noise)⁴)`: what may be noise is
 * averaged out over a minute, what cannot be is followed at once, so the level responds quickly on a clean
 * strap and slowly on a noisy wrist sensor. Each memory is beats divided by time, so that breathing,
 * however slow, averages out, and gaps have no weight.
 *
 * The error grows with the scatter of the beats, the share of them that is missing, the time since the last ones,
 * and the distance that the slow memory still has to cover.
 * @returns `undefined` below `levelMinS` seconds of beats
 * Source: exponential smoothing as the steady state of a local level filter (Muth 1960,
 * doi:10.1080/01621459.1960.10482064); the weight of outlying values after Student-t filters (Meinhold &
 * Singpurwalla 1989, doi:10.1080/01621459.1989.10478787).
 */
export function levelOf({ slow, fast }: LevelState, config: EngineConfig): HeartLevel | undefined {
  const supportS = slow.ms / 1000;
  if (supportS < config.levelMinS) return undefined;
  const slowBpm = rateOf(slow);
  const fastS = fast.ms / 1000;
  const fastBpm = fastS > 1 ? rateOf(fast) : slowBpm;
  const apart = fastBpm - slowBpm;
  const fastNoise = fastS > 1 ? (scatterOf(fast) * INDEPENDENT_S) / fastS + MIN_SE_BPM ** 2 : Infinity;
  const follow = apart ** 4 / (apart ** 4 + (config.followSe ** 2 * fastNoise) ** 2);
  const slowNoise = (scatterOf(slow) * INDEPENDENT_S) / supportS;
  const noise = (1 - follow) * slowNoise + (fastS > 1 ? follow * fastNoise : 0);
  const lag = config.lagShare * (1 - follow) * apart;
  return {
    bpm: slowBpm + follow * apart,
    se: Math.hypot(Math.sqrt(noise + WANDER_BPM2 * unseenS(fastS, config)), lag),
    fastBpm,
    supportS,
    variation: Math.sqrt(scatterOf(slow)) / slowBpm,
  };
}

/** Seconds without beats, inferred from how far the fast memory has decayed; 0 while beats arrive. */
const unseenS = (fastS: number, config: EngineConfig): number =>
  Math.min(config.staleS, config.fastS * Math.max(0, Math.log(config.fastS / Math.max(fastS, 1e-6))));

const rateOf = ({ beats, ms }: Remembered): number => (60_000 * beats) / ms;

/** Variance of the beats' own rates, 1/min². */
function scatterOf({ beats, ms, ms2 }: Remembered): number {
  const meanMs = ms / beats;
  const varianceMs2 = Math.max(0, ms2 / beats - meanMs ** 2);
  return varianceMs2 * (60_000 / meanMs ** 2) ** 2;
}
