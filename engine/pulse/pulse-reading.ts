import { isFinger, type PulseFrame } from './pulse-frame.ts';
import { repeatingRate, spectralRate } from './pulse-rates.ts';
import { deviation, pulseWave, WAVE_HZ } from './pulse-wave.ts';

/** What the last 20 s of pictures say. */
export type PulseReading = {
  /** Seconds of good pictures in a row up to now, of {@link PULSE_SECONDS}. */
  readonly goodS: number;
  /** Blood in the finger over the last seconds at {@link WAVE_HZ}, in its own spread; empty without a finger. */
  readonly wave: Float64Array;
} & (
  | {
      readonly kind: 'pulse';
      /** Beats a minute, and its standard deviation. */
      readonly bpm: number;
      readonly sdBpm: number;
      /** 0–1: how far the wave repeats itself. */
      readonly quality: number;
    }
  | { readonly kind: 'withheld'; readonly reason: PulseWithheld }
);

/**
 * `no-finger`: none on the lens. `collecting`: not yet 20 good seconds. `too-few-frames`: the camera is too slow.
 * `moving`: the finger or the light moves. `flicker`: a lamp may look like a pulse. `unclear`: nothing repeats itself,
 * or two ways of counting disagree.
 */
export type PulseWithheld = 'no-finger' | 'collecting' | 'too-few-frames' | 'moving' | 'flicker' | 'unclear';

/**
 * Why a camera gives no variability: a picture each 17–40 ms places a beat no better than that, and RMSSD at rest is
 * of that size.
 */
export const PULSE_RMSSD = { kind: 'withheld', reason: 'frames-too-coarse' } as const;

export const PULSE_SECONDS = 20;
const SHOWN_S = 6;
/** Between two good pictures. */
const LONGEST_HOLE_MS = 350;
const LEAST_FRAMES_A_SECOND = 14;
/** Crest of the wave over its spread: more is a jerk. */
const MOST_CREST = 4.2;
/** Slow change of light, as a share, and fast change against the pulse. */
const [MOST_DRIFT, MOST_LIGHT] = [0.08, 3.5];
const [LEAST_LIKENESS, LEAST_SHARE, MOST_APART] = [0.5, 0.5, 3];
/** A lamp at 50 or 60 Hz flickers twice as fast. */
const FLICKERS_HZ = [100, 120];
const FLICKER_NEAR_HZ = 0.15;

/**
 * Heart rate from a finger on a camera: two ways of counting over 20 s that must agree, and a gate before them. A rate
 * is given only where all holds; there is no guess.
 *
 * @param frames  in order of time, the newest last; more than 20 s may be given
 * Cost: O(frames) and some ten milliseconds once there are 20 good seconds.
 * Source: 20 s of a fingertip on a phone's camera against an ECG, Yan 2017, doi:10.2196/mhealth.7275; the gate's limits
 * are judgements, and `npm run bench -- camera` says how they do.
 */
export function pulseReading(frames: readonly PulseFrame[]): PulseReading {
  const last = frames.at(-1);
  const good = goodEnd(frames);
  const goodS = good.length < 2 ? 0 : (good.at(-1)!.atMs - good[0]!.atMs) / 1000;
  const withheld = (reason: PulseWithheld, wave = new Float64Array(0)): PulseReading => ({
    ...{ kind: 'withheld', reason, wave },
    goodS: Math.min(PULSE_SECONDS, goodS),
  });
  if (!last || !isFinger(last)) return withheld('no-finger');
  if (goodS < 2) return withheld('collecting');
  const fromMs = last.atMs - 1000 * PULSE_SECONDS;
  const inside = good.filter(({ atMs }) => atMs >= fromMs - LONGEST_HOLE_MS);
  const framesASecond = (inside.length - 1) / ((last.atMs - inside[0]!.atMs) / 1000);
  if (framesASecond < LEAST_FRAMES_A_SECOND) return withheld('too-few-frames');
  const { blood, light, drift } = pulseWave(inside);
  const spread = deviation(blood);
  const wave = blood.slice(-SHOWN_S * WAVE_HZ).map((value) => (spread > 0 ? value / spread : 0));
  const crest = blood.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (crest > MOST_CREST * spread || drift > MOST_DRIFT || deviation(light) > MOST_LIGHT * spread)
    return withheld('moving', wave);
  if (goodS < PULSE_SECONDS) return withheld('collecting', wave);
  const spectral = spectralRate(blood);
  const repeating = repeatingRate(blood);
  if (!repeating || repeating.likeness < LEAST_LIKENESS || spectral.share < LEAST_SHARE)
    return withheld('unclear', wave);
  const apart = Math.abs(spectral.bpm - repeating.bpm);
  if (apart > MOST_APART) return withheld('unclear', wave);
  const bpm = (spectral.bpm + repeating.bpm) / 2;
  if (mayFlicker(inside, bpm, framesASecond)) return withheld('flicker', wave);
  const sdBpm = Math.max(0.7, apart, bpm * 0.02 * (1 - repeating.likeness) * 2);
  return { kind: 'pulse', bpm, sdBpm, quality: repeating.likeness, goodS: PULSE_SECONDS, wave };
}

/** The pictures with a finger, without a hole, up to the last one. */
function goodEnd(frames: readonly PulseFrame[]): readonly PulseFrame[] {
  let from = frames.length;
  while (from > 0 && isFinger(frames[from - 1]!)) {
    const next = frames[from];
    if (next && next.atMs - frames[from - 1]!.atMs > LONGEST_HOLE_MS) break;
    from -= 1;
  }
  return frames.slice(from);
}

/** Where red is at its limit, a lamp is in green alone; seen at this many pictures a second it may look slow. */
function mayFlicker(frames: readonly PulseFrame[], bpm: number, framesASecond: number): boolean {
  const clipped = frames.reduce((sum, frame) => sum + frame.clipped, 0) / frames.length;
  if (clipped < 0.3) return false;
  return FLICKERS_HZ.some((hz) => {
    const slow = Math.abs(hz - framesASecond * Math.round(hz / framesASecond));
    return Math.abs(slow - bpm / 60) < FLICKER_NEAR_HZ;
  });
}
