import { STROKE, type OnsetEnvelope } from './onset-envelope.ts';

/** How fast a piece goes, with what another listener may tap. */
export interface Tempo {
  /** Beats a minute. */
  readonly bpm: number;
  /** Twice or half as fast: the likelier of the two octaves that this may also be felt in. */
  readonly octaveBpm: number;
  /** 0–1: how much of what begins repeats with the beat. */
  readonly steadiness: number;
  /** When a beat falls, s from the start, less than a beat. */
  readonly beatS: number;
}

/** What is slower is felt in halves, what is faster in twos. */
const [SLOWEST_BPM, FASTEST_BPM] = [47, 210];
/** From one candidate to the next: a fifth of what the tempo has to be right to. */
const STEP = 1.004;
/** Beats over which it must repeat. */
const BEATS = 4;
/**
 * What falls on halves or thirds of the beat speaks against it: else half or a
 * third of the tempo would always do as well.
 */
const OFFBEAT = 0.45;
/**
 * Where people tap most, and how far from it they still do: octaves. Source:
 * Parncutt 1994; van Noorden & Moelants 1999.
 */
const [LIKED_BPM, LIKED_OCTAVES] = [105, 1.1];
/** Below this share of the envelope's own power there is no beat to speak of. */
const STEADY = 0.12;
/** A piece must have a few bars, and strokes in them. */
const LEAST_S = 8;
const LEAST_STROKES = 8;

/**
 * The tempo of a piece, from how alike its onsets are to themselves some beats later.
 *
 * @returns `undefined` where there is no steady beat, or less than 8 s
 * Cost: O(seconds · lags). Octaves are a matter of taste: `octaveBpm` says the other one.
 * Source: autocorrelation with a comb over four beats, after Scheirer 1998, doi:10.1121/1.421129; the weights are
 * judgement, held by `npm run measure:music -- --only own-music`.
 */
export function tempoOf(envelope: OnsetEnvelope): Tempo | undefined {
  const { values, perSecond } = envelope;
  if (values.length < LEAST_S * perSecond) return undefined;
  if (values.filter((value) => value >= STROKE).length < LEAST_STROKES) return undefined;
  const steps = flattened(values, perSecond);
  const most = Math.ceil((perSecond * 60 * BEATS) / SLOWEST_BPM) + 2;
  const alike = autocorrelation(steps, Math.min(most, steps.length - 1));
  const supportAt = (bpm: number): number => support(alike, (60 * perSecond) / bpm);
  const candidates = Array.from(
    { length: Math.ceil(Math.log(FASTEST_BPM / SLOWEST_BPM) / Math.log(STEP)) },
    (_, i) => SLOWEST_BPM * STEP ** i,
  );
  const likely = (bpm: number): number => supportAt(bpm) * liking(bpm);
  const rough = candidates.reduce((best, bpm) => (likely(bpm) > likely(best) ? bpm : best));
  const steadiness = Math.min(1, onBeat(alike, (60 * perSecond) / rough));
  if (!(steadiness >= STEADY)) return undefined;
  const bpm = refined(alike, rough, perSecond);
  const octaves = [bpm / 2, 2 * bpm].filter((one) => one >= SLOWEST_BPM && one <= FASTEST_BPM);
  const octaveBpm = octaves.reduce((best, one) => (likely(one) > likely(best) ? one : best), octaves[0]!);
  return { bpm, octaveBpm, steadiness, beatS: beatOf(envelope, bpm) };
}

/** The envelope less what it is on average around each moment: swells do not count as beats. */
function flattened(values: Float32Array, perSecond: number): Float32Array {
  const reach = Math.round(perSecond);
  const sums = new Float64Array(values.length + 1);
  for (let n = 0; n < values.length; n++) sums[n + 1] = sums[n]! + values[n]!;
  return values.map((value, n) => {
    const [from, to] = [Math.max(0, n - reach), Math.min(values.length, n + reach + 1)];
    return value - (sums[to]! - sums[from]!) / (to - from);
  });
}

/** Likeness to itself at each lag, as a share of that at none. */
function autocorrelation(values: Float32Array, most: number): Float64Array {
  const alike = new Float64Array(most + 1);
  for (let lag = 0; lag <= most; lag++) {
    let sum = 0;
    for (let n = lag; n < values.length; n++) sum += values[n]! * values[n - lag]!;
    alike[lag] = sum / (values.length - lag);
  }
  const whole = alike[0]! || 1;
  return alike.map((value) => value / whole);
}

/** Between two lags as a straight line; nothing beyond the last. */
function at(alike: Float64Array, lag: number): number {
  const below = Math.floor(lag);
  const [a, b] = [alike[below] ?? 0, alike[below + 1] ?? 0];
  return a + (b - a) * (lag - below);
}

const BEAT_NUMBERS = Array.from({ length: BEATS }, (_, i) => i + 1);
const onBeat = (alike: Float64Array, lag: number): number =>
  BEAT_NUMBERS.reduce((sum, beat) => sum + at(alike, beat * lag), 0) / BEATS;
const offBeat = (alike: Float64Array, lag: number, share: number): number =>
  BEAT_NUMBERS.reduce((sum, beat) => sum + at(alike, (beat - share) * lag), 0) / BEATS;

const support = (alike: Float64Array, lag: number): number =>
  onBeat(alike, lag) -
  OFFBEAT * Math.max(0, offBeat(alike, lag, 1 / 2), offBeat(alike, lag, 1 / 3), offBeat(alike, lag, 2 / 3));
const liking = (bpm: number): number => Math.exp(-0.5 * (Math.log2(bpm / LIKED_BPM) / LIKED_OCTAVES) ** 2);

/** The peak nearest to a rough tempo after four beats, where it is four times as sharp. */
function refined(alike: Float64Array, rough: number, perSecond: number): number {
  const middle = (BEATS * 60 * perSecond) / rough;
  const reach = Math.max(2, 0.02 * middle);
  let peak = Math.round(middle);
  for (let lag = Math.ceil(middle - reach); lag <= middle + reach; lag++)
    if (at(alike, lag) > at(alike, peak)) peak = lag;
  const [a, b, c] = [at(alike, peak - 1), at(alike, peak), at(alike, peak + 1)];
  const bend = a - 2 * b + c;
  const top = bend < 0 ? peak + (0.5 * (a - c)) / bend : peak;
  return (BEATS * 60 * perSecond) / top;
}

/** When the beats fall on the most onsets, s. */
function beatOf({ values, perSecond, firstS }: OnsetEnvelope, bpm: number): number {
  const period = (60 * perSecond) / bpm;
  let [best, most] = [0, -Infinity];
  for (let phase = 0; phase < period; phase++) {
    let sum = 0;
    for (let beat = phase; beat < values.length; beat += period) sum += values[Math.round(beat)] ?? 0;
    if (sum > most) [best, most] = [phase, sum];
  }
  return (firstS + best / perSecond) % (60 / bpm);
}
