import { observedBeats } from '../devices/synthetic/observed-beats.ts';
import { driftingNoise, ringingNoise, wanderingNoise } from '../devices/synthetic/noise.ts';
import { correct } from '../engine/artefacts/correct.ts';
import type { NnInterval } from '../engine/artefacts/nn-interval.ts';
import { chance, normal, type Chance } from '../engine/maths/random.ts';
import { paceOrder } from '../engine/resonance/paces.ts';
import type { PacedStretch } from '../engine/resonance/pace-swing.ts';

/** A virtual person in a resonance assessment, and what was recorded of them. */
export interface AssessedPerson {
  readonly kind: 'peaked' | 'flat' | 'wanders';
  /** The pace of the largest swing between 4 and 7.5, breaths a minute; for the flat it means nothing. */
  readonly peak: number;
  /** Largest over smallest swing between 4.5 and 7. */
  readonly contrast: number;
  readonly stretches: readonly PacedStretch[];
  readonly nn: readonly NnInterval[];
}

const STEP_S = 0.02;
const [FIRST_S, PACE_S, REST_S] = [45, 120, 35];
/** Spontaneous breaths a minute between the paces, and of somebody who does not follow them. */
const OWN_PACE = 13;

/**
 * One of the virtual people: a heart of integral pulse frequency modulation (as in devices/synthetic) whose answer to
 * breath is a resonance of its own rate, height and width on top of an arrhythmia that falls off with the pace. Beside
 * it: the 0.1 Hz rhythm and slow wander of the heart, breaths that are late and of uneven depth, paces that suit less
 * than others, a heart that calms down or tires on the way, premature and missed beats. One in eight has no peak, one
 * in sixteen breathes as they like. Depths are judgements; the estimator knows none of them.
 */
export function assessedPerson(seed: number): AssessedPerson {
  const next = chance(seed);
  const within = (low: number, high: number): number => low + (high - low) * next();
  const draw = next();
  const kind = draw < 1 / 8 ? 'flat' : draw < 3 / 16 ? 'wanders' : 'peaked';
  const answer = kind === 'flat' ? flatAnswer(within) : peakedAnswer(within);
  const order = paceOrder(next);
  const stretches = order.map((perMinute, i) => {
    const fromMs = 1000 * (FIRST_S + i * (PACE_S + REST_S));
    return { perMinute, fromMs, toMs: fromMs + 1000 * PACE_S };
  });
  const beats = beatsOf({ next, within, stretches, answer, follows: kind !== 'wanders' });
  const observed = observedBeats(beats, {
    seed: seed + 1,
    ectopicShare: next() < 0.3 ? within(0, 0.03) : 0,
    missedShare: next() < 0.3 ? within(0, 0.01) : 0,
  });
  const rr = [...observed].map(({ atS, rrMs }) => ({ atMs: 1000 * atS, rrMs, segment: 0 }));
  const gains = Array.from({ length: 251 }, (_, i) => answer(4.5 + i / 100));
  return {
    kind,
    peak: argmax(answer),
    contrast: Math.max(...gains) / Math.min(...gains),
    stretches,
    nn: correct(rr).nn,
  };
}

type Within = (low: number, high: number) => number;
/** Half the swing at a pace, as a share of heart rate. */
type Answer = (perMinute: number) => number;

/** Respiratory arrhythmia without resonance falls with the pace as a first-order low-pass does. */
const arrhythmia = (perMinute: number): number => 1 / Math.hypot(1, perMinute / 7.2);

function peakedAnswer(within: Within): Answer {
  for (;;) {
    const [natural, damping] = [within(4, 7.8), within(0.08, 0.3)];
    const [height, rest] = [within(0.015, 0.07), within(0.1, 0.6)];
    const loop = (perMinute: number): number => {
      const u = perMinute / natural;
      return (2 * damping) / Math.hypot(1 - u * u, 2 * damping * u);
    };
    const answer: Answer = (perMinute) => height * (loop(perMinute) + rest * arrhythmia(perMinute));
    const peak = argmax(answer);
    // As many of one rate as of another: the natural rate alone would leave the slow ones rare.
    if (peak >= 4.5 && peak <= 7) return answer;
  }
}

function flatAnswer(within: Within): Answer {
  const [height, tilt] = [within(0.015, 0.06), within(-0.12, 0.12)];
  return (perMinute) => height * (perMinute / 5.6) ** tilt;
}

function argmax(answer: Answer): number {
  const rates = Array.from({ length: 701 }, (_, i) => 4 + i / 200);
  return rates.reduce((best, rate) => (answer(rate) > answer(best) ? rate : best));
}

interface Course {
  readonly next: Chance;
  readonly within: Within;
  readonly stretches: readonly PacedStretch[];
  readonly answer: Answer;
  readonly follows: boolean;
}

function* beatsOf({ next, within, stretches, answer, follows }: Course) {
  const endS = stretches.at(-1)!.toMs / 1000;
  const restingBpm = within(52, 88);
  const [mayer, wander] = [ringingNoise(0.1, 0.08, next), wanderingNoise([6, 25, 100], next)];
  const [mayerDepth, wanderDepth] = [within(0.003, 0.018), within(0.006, 0.02)];
  const [late, depth] = [driftingNoise(6, next), driftingNoise(12, next)];
  const [lateness, unevenness] = [within(0.1, 0.45), within(0.05, 0.25)];
  const drift = 0.18 * normal(next);
  const fast = within(0.005, 0.03);
  const suits = stretches.map(() => Math.exp(within(0.02, 0.08) * normal(next)));
  let [breath, phase, beforeS, gain] = [0, 0, 0, 0];
  for (let step = 1; step * STEP_S < endS; step++) {
    const tS = step * STEP_S;
    const now = stretches.findIndex(({ fromMs, toMs }) => 1000 * tS >= fromMs && 1000 * tS < toMs);
    const paced = now >= 0 && follows;
    const perMinute = paced ? stretches[now]!.perMinute : OWN_PACE * (1 + 0.08 * late(0));
    const aim = paced ? answer(perMinute) * suits[now]! * Math.exp((drift * tS) / endS) : fast;
    // The loop swings up within some breaths.
    gain += (aim - gain) * (1 - Math.exp(-STEP_S / 7));
    breath += (perMinute / 60) * STEP_S;
    const swing =
      gain * Math.exp(unevenness * depth(STEP_S)) * Math.sin(2 * Math.PI * breath + lateness * late(STEP_S));
    const modulation = swing + mayerDepth * mayer(STEP_S) + wanderDepth * wander(STEP_S);
    const hertz = (restingBpm / 60) * (1 + Math.max(-0.5, modulation));
    phase += hertz * STEP_S;
    if (phase < 1) continue;
    phase -= 1;
    const atS = tS - phase / hertz;
    yield { atS, rrMs: 1000 * (atS - beforeS), arousal: 0 };
    beforeS = atS;
  }
}
