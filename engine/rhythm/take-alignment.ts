import { mean, median } from '../maths/statistics.ts';
import { markerSearch, type MarkerSearch } from './marker-search.ts';

/** A recording, and what was played while it was made. */
export interface TakeToAlign {
  /** One channel, full scale 1, as it came from the microphone: no echo cancellation, nothing cut off in front. */
  readonly recording: Float32Array;
  readonly sampleRate: number;
  /**
   * When each marker was put out, seconds on the clock on which the recording's first sample is 0 (the audio context's,
   * less the context's time at which recording began). Ascending. Four in the count-in are enough for the loop; some
   * more along the take hold it in place where two devices' clocks drift apart.
   */
  readonly markersAtS: readonly number[];
  /** What the loop was the last time that it was heard, seconds; absent: never measured on this device. */
  readonly storedLoopS?: number;
}

/**
 * How the recording lies against what was played. What is played at `p` seconds is heard, and answered, at
 * `loopS + p·(1 + drift)` of the recording.
 */
export type TakeAlignment =
  | {
      readonly how: 'marker';
      readonly loopS: number;
      /** Of the recording's clock against the player's, as a share: 0.0001 is 100 ppm. */
      readonly drift: number;
      readonly markersHeard: number;
      /** Standard deviation of the markers about the line, seconds. */
      readonly spreadS: number;
    }
  | { readonly how: 'stored-loop'; readonly loopS: number; readonly drift: 0; readonly reason: UnheardReason }
  | { readonly how: 'unknown'; readonly reason: UnheardReason };

/** `marker-not-heard`: headphones, volume at nothing, or too loud a room. `no-markers`: none was played in time. */
export type UnheardReason = 'marker-not-heard' | 'no-markers';

/**
 * Loops looked for, seconds: wired devices from below, wireless ones up to half a second. Never longer than the time
 * between two markers, beyond which one would be taken for the next.
 */
const [LEAST_LOOP_S, MOST_LOOP_S] = [0.002, 0.8];
/** Markers of so long a stretch are looked for as one: drift does not part them yet. Seconds. */
const TOGETHER_S = 8;
/**
 * How far the sum of their correlations must stand above its mean, as strengths: with headphones none does in
 * `npm run bench -- takes`. Falls with their number, as the noise of a mean does.
 */
const heardAbove = (markers: number): number => 6 + 26 / Math.sqrt(markers);
/** The least share of the power that is the marker's, on average; noise has a tenth of it. */
const LEAST_SHARE = 0.02;
/** A path that comes up to so long before the loudest, at this share of its power, is the direct one. */
const [EARLIER_S, DIRECT_SHARE] = [0.03, 0.3];
/** Further from the common loop than this, a peak is an accident; drift adds to it. Seconds, and as a share. */
const [APART_S, MOST_DRIFT] = [0.0025, 0.0003];
/** What is expected of a clock before anything is heard, as a share; and the error of one marker, seconds. */
const [USUAL_DRIFT, MARKER_ERROR_S] = [0.00006, 0.0002];

/**
 * Where a take lies against the music that it was sung or tapped to. The marker in the count-in's clicks is in the same
 * recording as the take, so the device's own delays are measured anew in each and cancel.
 *
 * @returns `marker` where it was heard; else `stored-loop` with the reason, to be said to the person; `unknown` where
 *   nothing was ever measured: place the take by ear
 * @throws RangeError  the sample rate is below 16 kHz
 * Cost: one FFT of a second of sound a marker. Assumes that the take does not begin before the first marker.
 * Measured by `npm run bench -- takes`. Source: that of `markerAt`; the line is a ridge regression on the usual drift.
 */
export function alignTake({ recording, sampleRate, markersAtS, storedLoopS }: TakeToAlign): TakeAlignment {
  const inside = markersAtS.filter((at) => at >= 0 && at * sampleRate < recording.length);
  if (inside.length === 0) return unheard('no-markers', storedLoopS);
  const search = markerSearch(sampleRate);
  const take = { recording, sampleRate, search };
  const loopS = commonLoop(take, inside);
  if (loopS === undefined) return unheard('marker-not-heard', storedLoopS);
  const firstS = inside[0]!;
  const found = inside.flatMap((playedS) => {
    const reachS = APART_S + MOST_DRIFT * (playedS - firstS);
    const recordedS = heardNear(take, playedS + loopS, reachS);
    return recordedS === undefined ? [] : [{ playedS, delayS: recordedS - playedS }];
  });
  return found.length === 0 ? unheard('marker-not-heard', storedLoopS) : lineThrough(found);
}

/**
 * When what is heard at a time of the recording was played, seconds; the place of a take in its song.
 * `undefined` where the alignment is unknown.
 */
export const playedAtS = (alignment: TakeAlignment, recordedS: number): number | undefined =>
  alignment.how === 'unknown' ? undefined : (recordedS - alignment.loopS) / (1 + alignment.drift);

const unheard = (reason: UnheardReason, storedLoopS: number | undefined): TakeAlignment =>
  storedLoopS === undefined
    ? { how: 'unknown', reason }
    : { how: 'stored-loop', loopS: storedLoopS, drift: 0, reason };

interface Searched {
  readonly recording: Float32Array;
  readonly sampleRate: number;
  readonly search: MarkerSearch;
}

/** The loop at which the first markers agree; absent: they do not. */
function commonLoop(
  { recording, sampleRate, search }: Searched,
  markersAtS: readonly number[],
): number | undefined {
  const together = markersAtS.filter((at) => at <= markersAtS[0]! + TOGETHER_S);
  const gaps = markersAtS.slice(1).map((at, i) => at - markersAtS[i]!);
  const count = Math.round(Math.min(MOST_LOOP_S, ...gaps) * sampleRate);
  const total = new Float32Array(count);
  for (const at of together) {
    const strengths = search.strengths(recording, Math.round((at + LEAST_LOOP_S) * sampleRate), count);
    // One marker counts for no more than its share: a clap in one window must not outvote the rest.
    strengths.forEach((strength, i) => (total[i]! += Math.min(strength, 200) / together.length));
  }
  const peak = strongest(total);
  const early = Math.round(EARLIER_S * sampleRate);
  const direct = firstPeak(total, [Math.max(0, peak - early), peak], DIRECT_SHARE * total[peak]!);
  const shares = together.map((at) =>
    search.shareAt(recording, Math.round((at + LEAST_LOOP_S) * sampleRate) + peak),
  );
  const isHeard = total[peak]! >= heardAbove(together.length) && mean(shares) >= LEAST_SHARE;
  return isHeard ? LEAST_LOOP_S + direct / sampleRate : undefined;
}

/** Where one marker is heard, seconds of the recording, near where it is expected. */
function heardNear(
  { recording, sampleRate, search }: Searched,
  expectedS: number,
  reachS: number,
): number | undefined {
  const reach = Math.ceil(reachS * sampleRate);
  const wide = Math.ceil(0.05 * sampleRate);
  const from = Math.round(expectedS * sampleRate) - wide;
  const strengths = search.strengths(recording, from, 2 * wide);
  const near = strengths.subarray(wide - reach, wide + reach);
  const peak = strongest(near);
  if (near[peak]! < 6) return undefined;
  return (from + wide - reach + peak + vertex(near, peak)) / sampleRate;
}

const strongest = (values: Float32Array): number =>
  values.reduce((best, value, i) => (value > values[best]! ? i : best), 0);

/** The first local maximum above `least` in a range, which ends with one. */
function firstPeak(values: Float32Array, [from, to]: readonly [number, number], least: number): number {
  for (let i = from; i < to; i++)
    if (values[i]! >= least && values[i]! >= (values[i - 1] ?? 0) && values[i]! > values[i + 1]!) return i;
  return to;
}

/** How far beyond a sample the top of the parabola through it and its neighbours lies, samples. */
function vertex(values: Float32Array, at: number): number {
  const [left, top, right] = [values[at - 1], values[at]!, values[at + 1]];
  if (left === undefined || right === undefined || left + right >= 2 * top) return 0;
  return (left - right) / (2 * (left - 2 * top + right));
}

interface Heard {
  readonly playedS: number;
  readonly delayS: number;
}

/** A line that keeps to the usual drift as long as the markers do not know better. */
function lineThrough(heard: readonly Heard[]): TakeAlignment {
  const first = fitted(heard);
  const residuals = heard.map((one) => Math.abs(residual(first, one)));
  const limit = Math.max(0.0008, 3 * median(residuals));
  const kept = heard.filter((_, i) => residuals[i]! <= limit);
  const line = fitted(kept);
  const spreadS = Math.sqrt(mean(kept.map((one) => residual(line, one) ** 2)));
  return { how: 'marker', ...line, markersHeard: kept.length, spreadS };
}

interface Line {
  readonly loopS: number;
  readonly drift: number;
}

const residual = ({ loopS, drift }: Line, { playedS, delayS }: Heard): number =>
  delayS - loopS - drift * playedS;

function fitted(heard: readonly Heard[]): Line {
  const [x, y] = [mean(heard.map(({ playedS }) => playedS)), mean(heard.map(({ delayS }) => delayS))];
  const ridge = (MARKER_ERROR_S / USUAL_DRIFT) ** 2;
  const [xy, xx] = heard.reduce(
    ([xy, xx], one) => [xy + (one.playedS - x) * (one.delayS - y), xx + (one.playedS - x) ** 2],
    [0, 0],
  );
  const drift = xy / (xx + ridge);
  return { loopS: y - drift * x, drift };
}
