import type { EngineConfig } from '../config/engine-config.ts';

/** Beats and their time as remembered: older ones count less. */
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

/** Where the heart rate stands, smoothed. */
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

/** Deviations of heart rate forget themselves within a breath or two; this many seconds of beats tell one thing. */
const INDEPENDENT_S = 6;
/** However steady the beats, the last seconds are not surer than this, 1/min. */
const MIN_SE_BPM = 1;
/** Unseen, a heart may wander by this variance a second, 1/min²: by 2/min in 16 s (J). */
const WANDER_BPM2 = 0.25;

export const withBeat = (fresh: FreshBeats, rrMs: number): FreshBeats => withBeats(fresh, 1, rrMs);

/** As many beats of that length, or parts of one. */
export const withBeats = ({ beats, ms, ms2 }: FreshBeats, count: number, rrMs: number): FreshBeats => ({
  beats: beats + count,
  ms: ms + count * rrMs,
  ms2: ms2 + count * rrMs * rrMs,
});

/** Forgets for `seconds`, then takes in the beats of that time. */
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
 * The level of heart rate: a local level with two memories. What the last seconds say replaces the slow memory as
 * far as it stands out from its own noise, `d⁴/(d⁴ + (followSe·noise)⁴)`: what may be noise is averaged away over a
 * minute, what cannot be is followed at once, so that a clean strap is quick and a noisy wrist is slow. Each memory
 * is beats over time, so that breathing, however slow, averages out, and gaps weigh nothing.
 *
 * The error grows with the scatter of the beats, with what is missing of them, with the time since the last ones,
 * and with the distance that the slow memory has yet to go.
 * @returns `undefined` below `levelMinS` seconds of beats
 * Source: exponential smoothing as the steady state of a local level filter (Muth 1960,
 * doi:10.1080/01621459.1960.10482064); the weight of outlying news after Student-t filters (Meinhold & Singpurwalla
 * 1989, doi:10.1080/01621459.1989.10478787).
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

/** Seconds without beats, as the emptiness of the fast memory shows them; 0 while they come. */
const unseenS = (fastS: number, config: EngineConfig): number =>
  Math.min(config.staleS, config.fastS * Math.max(0, Math.log(config.fastS / Math.max(fastS, 1e-6))));

const rateOf = ({ beats, ms }: Remembered): number => (60_000 * beats) / ms;

/** Variance of the beats' own rates, 1/min². */
function scatterOf({ beats, ms, ms2 }: Remembered): number {
  const meanMs = ms / beats;
  const varianceMs2 = Math.max(0, ms2 / beats - meanMs ** 2);
  return varianceMs2 * (60_000 / meanMs ** 2) ** 2;
}
