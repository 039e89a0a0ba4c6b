import { chance } from '../../engine/index.ts';
import { driftingNoise, ringingNoise, wanderingNoise } from './noise.ts';

/** A quantity over the heart's own time, in seconds from its start. */
export type Course = (tS: number) => number;

export interface HeartOptions {
  /** A whole number; the same seed and courses give the same beats. */
  readonly seed: number;
  /** Heart rate at rest, 1/min. */
  readonly restingBpm?: number;
  /** 0 at rest – 1: raises heart rate and removes respiratory variability. Called up to a beat ahead of time. */
  readonly arousal?: Course;
  /** 0 – 1: raises heart rate further and collapses all variability, as movement does. */
  readonly exercise?: Course;
  /** Breaths a minute of a pacer that the person follows; where undefined, breathing is spontaneous. */
  readonly pacer?: (tS: number) => number | undefined;
  /** Spontaneous breaths a minute at rest. */
  readonly breathsPerMinute?: number;
}

/** One beat, with the hidden state behind it. */
export interface HeartBeat {
  /** When it beats, s from the heart's start. */
  readonly atS: number;
  /** Time since the beat before (for the first: since the start), ms. */
  readonly rrMs: number;
  /** The arousal behind it. */
  readonly arousal: number;
}

const STEP_S = 0.02;
const AROUSAL_BPM = 32;
const EXERCISE_BPM = 75;
/** Depths of modulation of the heart's rate at rest, as shares of it: RMSSD comes to about 40 ms at 64/min. */
const RSA_DEPTH = 0.045;
const BAROREFLEX_DEPTH = 0.02;
const WANDER_DEPTH = 0.018;
/** Spontaneous breathing wanders by this share of its rate. */
const BREATH_JITTER = 0.08;

/**
 * The beats of a synthetic heart, without end: integral pulse frequency modulation. The instantaneous rate, which
 * breathing, the 0.1 Hz rhythm of the baroreflex and a slow wander modulate, is integrated; a beat falls at each whole
 * number. For demonstrations and tests, never for claims about people: depths and gains are judgements.
 *
 * Sources: de Boer, Karemaker & Strackee 1985, Psychophysiology 22:147 (the pulse model); McSharry 2003,
 * doi:10.1109/TBME.2003.808805 (the two rhythms); Hirsch & Bishop 1981, doi:10.1152/ajpheart.1981.241.4.H620
 * (respiratory arrhythmia falls above 7.2 breaths a minute by 20 dB a decade).
 *
 * @throws RangeError  resting heart rate or breathing rate out of range
 */
function* heartBeats(options: HeartOptions): Generator<HeartBeat, never> {
  const rateAt = pacemaker(options);
  let phase = 0;
  let beforeS = 0;
  for (let step = 1; ; step++) {
    const tS = step * STEP_S;
    const { hertz, arousal } = rateAt(tS);
    phase += hertz * STEP_S;
    if (phase < 1) continue;
    phase -= 1;
    const atS = tS - phase / hertz;
    yield { atS, rrMs: (atS - beforeS) * 1000, arousal };
    beforeS = atS;
  }
}

/** The beats of the first `endS` seconds; `Infinity`: all of them. */
export function* beatsUntil(endS: number, options: HeartOptions): Generator<HeartBeat> {
  for (const beat of heartBeats(options)) {
    if (beat.atS > endS) return;
    yield beat;
  }
}

/** The heart's instantaneous rate, asked for at each step in order. */
function pacemaker(
  options: HeartOptions,
): (tS: number) => { readonly hertz: number; readonly arousal: number } {
  const { seed, restingBpm = 64, breathsPerMinute = 14, arousal = rest, exercise = rest, pacer } = options;
  check('restingBpm', restingBpm, [30, 120]);
  check('breathsPerMinute', breathsPerMinute, [3, 40]);
  const source = chance(seed);
  const baroreflex = ringingNoise(0.1, 0.08, source);
  const wander = wanderingNoise([6, 25, 100], source);
  const jitter = driftingNoise(4, source);
  const aroused = followed({ riseS: 5, fallS: 12 });
  const moved = followed({ riseS: 15, fallS: 45 });
  let breath = 0;

  return (tS) => {
    const felt = unit(arousal(tS));
    const load = aroused(felt);
    const effort = moved(unit(exercise(tS)));
    const paced = pacer?.(tS);
    const spontaneous = (breathsPerMinute + 5 * load + 15 * effort) * (1 + BREATH_JITTER * jitter(STEP_S));
    const breathHertz = (paced ?? spontaneous) / 60;
    breath += breathHertz * STEP_S;
    const calm = 1 - 0.95 * effort;
    const modulation =
      RSA_DEPTH * respiratoryGain(breathHertz) * (1 - 0.7 * load) * Math.sin(2 * Math.PI * breath) +
      BAROREFLEX_DEPTH * (1 - 0.5 * load) * baroreflex(STEP_S) +
      WANDER_DEPTH * (1 - 0.5 * load) * wander(STEP_S);
    const bpm = restingBpm + AROUSAL_BPM * load + EXERCISE_BPM * effort;
    return { hertz: (bpm / 60) * (1 + Math.max(-0.5, calm * modulation)), arousal: felt };
  };
}

const rest: Course = () => 0;

const unit = (value: number): number => Math.min(1, Math.max(0, value));

/** Respiratory arrhythmia by breathing rate, 1 at 14 a minute: a first-order low-pass with its corner at 0.12 Hz. */
const respiratoryGain = (hertz: number): number => lowPass(hertz) / lowPass(14 / 60);
const lowPass = (hertz: number): number => 1 / Math.hypot(1, hertz / 0.12);

/** Follows its target with one time constant upwards and another downwards. */
function followed({
  riseS,
  fallS,
}: {
  readonly riseS: number;
  readonly fallS: number;
}): (target: number) => number {
  let value: number | undefined;
  return (target) => {
    value ??= target;
    const spanS = target > value ? riseS : fallS;
    return (value += (target - value) * (1 - Math.exp(-STEP_S / spanS)));
  };
}

function check(name: string, value: number, [low, high]: readonly [number, number]): void {
  if (!(value >= low && value <= high))
    throw new RangeError(`${name} must be within ${low}–${high}, not ${value}`);
}
