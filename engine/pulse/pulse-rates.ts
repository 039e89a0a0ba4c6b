import { lombScargle } from '../dsp/lomb-scargle.ts';
import { WAVE_HZ } from './pulse-wave.ts';

/** Rates that are looked for, 1/min. */
const [SLOWEST, FASTEST] = [38, 200];
const HZ_STEP = 0.01;
/** The wave of a pulse has overtones that belong to it. */
const OVERTONES = [1, 2, 3];
/** Half the width of a line, Hz: a heart does not beat evenly for 20 s. */
const LINE_HZ = 0.16;

export interface SpectralRate {
  readonly bpm: number;
  /** Share of the power up to the third overtone that belongs to this rate. */
  readonly share: number;
}

/** The rate with the most power in its tone and overtones. Cost: O(steps · 600). */
export function spectralRate(wave: Float64Array): SpectralRate {
  const x = Float64Array.from(wave, (_, i) => i / WAVE_HZ);
  const y = wave.map((value, i) => value * Math.sin((Math.PI * i) / (wave.length - 1)) ** 2);
  const firstHz = 0.5;
  const { density } = lombScargle({ x, y }, { firstHz, binWidthHz: HZ_STEP, bins: 700 });
  const at = (hz: number): number => density[Math.round((hz - firstHz) / HZ_STEP)] ?? 0;
  let [best, most] = [0, -1];
  for (let hz = SLOWEST / 60; hz <= FASTEST / 60; hz += HZ_STEP) {
    // The tone itself must be there: half a rate has the whole rate for its overtone.
    const score = at(hz) + 0.5 * Math.min(at(hz), at(2 * hz));
    if (score > most) [best, most] = [hz, score];
  }
  let [inside, whole] = [0, 0];
  density.forEach((power, i) => {
    const hz = firstHz + i * HZ_STEP;
    whole += power;
    if (OVERTONES.some((times) => Math.abs(hz - times * best) <= LINE_HZ)) inside += power;
  });
  return { bpm: 60 * refined(at, best), share: whole > 0 ? inside / whole : 0 };
}

/** The top of the parabola through a peak and its neighbours. */
function refined(at: (hz: number) => number, hz: number): number {
  const [before, here, next] = [at(hz - HZ_STEP), at(hz), at(hz + HZ_STEP)];
  const bend = before - 2 * here + next;
  return bend < 0 ? hz + (HZ_STEP * 0.5 * (before - next)) / bend : hz;
}

export interface RepeatingRate {
  readonly bpm: number;
  /** Correlation of the wave with itself one beat later. */
  readonly likeness: number;
}

/** The rate at which the wave repeats itself, by autocorrelation; absent: it does not. Cost: O(steps · lags). */
export function repeatingRate(wave: Float64Array): RepeatingRate | undefined {
  const [shortest, longest] = [(60 * WAVE_HZ) / FASTEST, (60 * WAVE_HZ) / SLOWEST];
  const like = Array.from({ length: Math.ceil(5 * longest) + 2 }, (_, lag) => likeness(wave, lag));
  const isPeak = (lag: number): boolean =>
    like[lag]! > 0 && like[lag]! >= like[lag - 1]! && like[lag]! > like[lag + 1]!;
  const peaks = Array.from({ length: Math.ceil(longest) + 1 }, (_, lag) => lag).filter(
    (lag) => lag >= Math.floor(shortest) && isPeak(lag),
  );
  if (peaks.length === 0) return undefined;
  const highest = Math.max(...peaks.map((lag) => like[lag]!));
  const first = peaks.find((lag) => like[lag]! >= 0.85 * highest)!;
  // Later repetitions say the same beat more finely.
  let beat = top(like, first);
  for (const times of [2, 3, 4]) {
    const near = Math.round(times * beat);
    const there = [near - 2, near - 1, near, near + 1, near + 2].find((lag) => lag > 1 && isPeak(lag));
    if (there === undefined) break;
    beat = top(like, there) / times;
  }
  return { bpm: (60 * WAVE_HZ) / beat, likeness: like[first]! };
}

function likeness(wave: Float64Array, lag: number): number {
  let [both, early, late] = [0, 0, 0];
  for (let i = lag; i < wave.length; i++) {
    both += wave[i]! * wave[i - lag]!;
    early += wave[i - lag]! ** 2;
    late += wave[i]! ** 2;
  }
  return early * late > 0 ? both / Math.sqrt(early * late) : 0;
}

function top(like: readonly number[], lag: number): number {
  const [before, here, next] = [like[lag - 1]!, like[lag]!, like[lag + 1]!];
  const bend = before - 2 * here + next;
  return bend < 0 ? lag + (0.5 * (before - next)) / bend : lag;
}
