import { from } from 'rxjs';
import { recordingEvents, simulateHeart, type Course, type HeartOptions } from '../devices/index.ts';
import type { Disturbances } from '../devices/index.ts';
import {
  chance,
  engineConfig,
  estimateArousal,
  findBaseline,
  logistic,
  measured,
  type ArousalEstimated,
  type InputEvent,
} from '../engine/index.ts';

/** What the synthetic heart's arousal of 1 adds to its rate, 1/min; see `devices/synthetic/heart-beats.ts`. */
const AROUSAL_BPM = 32;

/** A synthetic heart run through the engine: the estimate at each second beside the truth. */
export interface SyntheticRun {
  readonly estimates: readonly ArousalEstimated[];
  /** Arousal behind the heart at a second, 0–1. */
  readonly arousalAt: Course;
}

/** What else a run meets. */
export interface Circumstances extends Omit<Disturbances, 'seed'> {
  /** What the person says of themselves at the start, as tags. */
  readonly said?: readonly string[];
}

/** Runs `durationS` of a heart through the engine, its pacer known to it. The baseline is found as in a session. */
export function syntheticRun(
  heart: HeartOptions,
  durationS: number,
  { said, ...disturbances }: Circumstances = {},
): SyntheticRun {
  const { observed } = simulateHeart(heart, durationS, disturbances);
  const items = observed.map(({ atS, rrMs }) => ({
    type: 'intervals' as const,
    atMs: atS * 1000,
    rrMs: [rrMs],
  }));
  const beats: InputEvent[] = [...recordingEvents({ format: 'rr-csv', name: 'synthetic', items })];
  const config = engineConfig();
  const estimates: ArousalEstimated[] = [];
  const tag: InputEvent[] = said ? [{ type: 'tag', atMs: 0, author: 'person', tags: said }] : [];
  from([...tag, ...withPacer(beats, heart)])
    .pipe(measured(config), findBaseline(config), estimateArousal(config))
    .subscribe((signal) => {
      if (signal.type === 'arousal') estimates.push(signal);
    });
  return { estimates, arousalAt: heart.arousal ?? (() => 0) };
}

function withPacer(beats: readonly InputEvent[], { pacer }: HeartOptions): readonly InputEvent[] {
  let rate: number | undefined;
  return beats.flatMap((beat): InputEvent[] => {
    const now = pacer?.(beat.atMs / 1000);
    if (now === rate) return [beat];
    rate = now;
    return [
      {
        type: 'pacer',
        atMs: beat.atMs,
        author: 'person',
        ...(now !== undefined && { breathsPerMinute: now }),
      },
      beat,
    ];
  });
}

/** Five quiet minutes, then levels of arousal between 0 and 1 that hold for a minute and a half to five minutes. */
export function steppedCourse(seed: number, endS: number): Course {
  const random = chance(seed);
  const points: { readonly atS: number; readonly level: number }[] = [{ atS: 300, level: 0 }];
  for (let atS = 300; atS < endS;) {
    const level = random();
    points.push({ atS: atS + 10, level });
    atS += 90 + 210 * random();
    points.push({ atS, level });
  }
  return (tS) => {
    const next = points.findIndex(({ atS }) => atS > tS);
    const [a, b] = [points[next - 1], points[next]];
    if (!b) return points.at(-1)!.level;
    return a ? a.level + ((b.level - a.level) * (tS - a.atS)) / (b.atS - a.atS) : 0;
  };
}

/** The state that the estimator's 80 % interval should hold: its own curve at the heart rate that arousal adds. */
export function trueState(arousal: number): number {
  const config = engineConfig();
  const logit = config.restLogit + config.heartRateWeight * AROUSAL_BPM * arousal;
  return logistic(Math.min(config.evidenceLogitMax, logit));
}

/** Pearson's correlation. */
export function correlation(pairs: readonly (readonly [number, number])[]): number {
  const mean = (at: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[at], 0) / pairs.length;
  const [mx, my] = [mean(0), mean(1)];
  let [xy, xx, yy] = [0, 0, 0];
  for (const [x, y] of pairs) {
    xy += (x - mx) * (y - my);
    xx += (x - mx) ** 2;
    yy += (y - my) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

export interface SyntheticFigures {
  /** Each heart's correlation of the estimate with latent arousal; the mean and the least. */
  readonly correlation: { readonly mean: number; readonly least: number };
  readonly intervalHolds: number;
  readonly given: number;
}

/** Correlation, coverage of the 80 % interval and share given, over hearts at rest of different people. */
export function figuresAtRest(hearts: number, circumstances: Circumstances = {}): SyntheticFigures {
  const endS = 1800;
  const correlations: number[] = [];
  let [held, given, all] = [0, 0, 0];
  for (let seed = 1; seed <= hearts; seed++) {
    const arousal = steppedCourse(seed, endS);
    const run = syntheticRun({ seed, restingBpm: 50 + ((seed * 7) % 32), arousal }, endS, circumstances);
    const pairs: [number, number][] = [];
    for (const estimate of run.estimates) {
      const tS = estimate.atMs / 1000;
      if (tS <= 300) continue;
      all += 1;
      if ('withheld' in estimate) continue;
      const truth = arousal(tS);
      pairs.push([truth, estimate.value]);
      given += 1;
      const state = trueState(truth);
      if (state >= estimate.low && state <= estimate.high) held += 1;
    }
    correlations.push(correlation(pairs));
  }
  return {
    correlation: {
      mean: correlations.reduce((sum, one) => sum + one, 0) / correlations.length,
      least: Math.min(...correlations),
    },
    intervalHolds: held / given,
    given: given / all,
  };
}

/**
 * How far the mean estimate moves when the person breathes 6 a minute at
 * constant arousal: the greatest of `hearts`.
 */
export function shiftInSlowBreathing(hearts: number, paced: boolean): number {
  const shifts = Array.from({ length: hearts }, (_, i) => {
    const slow = (tS: number) => (tS >= 600 && tS < 1200 ? 6 : undefined);
    const heart = { seed: i + 1, restingBpm: 52 + ((i * 7) % 30), arousal: () => 0.2 * (i % 3) };
    const { estimates } = paced
      ? syntheticRun({ ...heart, pacer: slow }, 1200)
      : unannounced({ ...heart, pacer: slow }, 1200);
    const mean = (fromS: number, toS: number) => {
      const values = estimates.flatMap((one) =>
        'value' in one && one.atMs > fromS * 1000 && one.atMs <= toS * 1000 ? [one.value] : [],
      );
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    return Math.abs(mean(660, 1200) - mean(300, 600));
  });
  return Math.max(...shifts);
}

/** The person breathes slowly of their own accord: the engine is not told. */
function unannounced(heart: HeartOptions, durationS: number): SyntheticRun {
  const { observed } = simulateHeart(heart, durationS);
  const config = engineConfig();
  const estimates: ArousalEstimated[] = [];
  const beats = observed.map(({ atS, rrMs }): InputEvent => ({
    type: 'intervals',
    atMs: atS * 1000,
    author: 'device',
    sensor: 'synthetic',
    rrMs: [rrMs],
  }));
  from(beats)
    .pipe(measured(config), findBaseline(config), estimateArousal(config))
    .subscribe((signal) => {
      if (signal.type === 'arousal') estimates.push(signal);
    });
  return { estimates, arousalAt: () => 0 };
}

/** Share of seconds withheld in ten minutes of exercise of an intensity and the five after it. */
export function withheldInExercise(hearts: number, intensity: number): number {
  let [withheld, all] = [0, 0];
  for (let seed = 1; seed <= hearts; seed++) {
    const exercise = (tS: number) => (tS >= 600 && tS < 1200 ? intensity : 0);
    const { estimates } = syntheticRun({ seed, restingBpm: 50 + ((seed * 7) % 32), exercise }, 1500);
    for (const estimate of estimates) {
      if (estimate.atMs < 600_000) continue;
      all += 1;
      if ('withheld' in estimate) withheld += 1;
    }
  }
  return withheld / all;
}
