import { median } from '../maths/statistics.ts';
import type { EnergyPeak } from './energy-peaks.ts';

/** Time observed before anything is decided, and silence after which learning restarts, s. */
export const LEARNING_S = 5;
/** Number of peaks from which the levels of beats and of noise are taken. */
const REMEMBERED = 8;
/** Where between the levels of noise and of beats the threshold lies, as a share of their distance. */
const THRESHOLD = 0.4;
/** After this many usual intervals without a beat, half the threshold suffices. */
const SEARCH_BACK = 1.5;
/** This long after a beat, s, there may be its T wave: search-back ignores it. */
const NO_T_WAVE_S = 0.36;
/** A T wave rises less steeply than this share of the beat before it. Source: Pan & Tompkins 1985. */
const T_WAVE_SLOPE = 0.5;
/**
 * Below this ratio of beats to the mean of all there is nothing to find: peaks of pure noise reach 1.97, in
 * synthetic ECG at 195 beats a minute by 2.2 and more.
 */
const MIN_CONTRAST = 2;

const remembered = (list: readonly number[], one: number): number[] => [...list.slice(1 - REMEMBERED), one];

/** Separates energy peaks that are beats from noise. Times are in samples. */
export class BeatDecision {
  private readonly rateHz: number;
  private qrs: number[] = [];
  private noise: number[] = [];
  private intervals: number[] = [];
  /** Peaks since the last beat that were too low for one. */
  private low: EnergyPeak[] = [];
  /** The peaks of the learning time; `undefined` once levels are known. */
  private waiting: EnergyPeak[] | undefined = [];
  private learnedAt: number;
  private lastAt: number | undefined;
  private lastSlope = 0;
  private overdueAt = Infinity;

  constructor(rateHz: number) {
    this.rateHz = rateHz;
    this.learnedAt = LEARNING_S * rateHz;
  }

  /** The peaks that are beats, now that the signal has come to `at`; `peak`: the one that was just completed. */
  next(at: number, peak: EnergyPeak | undefined): readonly EnergyPeak[] {
    if (this.waiting) {
      if (peak) this.waiting.push(peak);
      return at < this.learnedAt ? [] : this.settle();
    }
    const found = peak ? this.judge(peak) : [];
    if (found.length > 0) return found;
    if (at > this.overdueAt) return this.searchBack();
    // Silence, or beats much smaller than before: the levels must be learned again.
    if (at - (this.lastAt ?? this.learnedAt) > LEARNING_S * this.rateHz) this.beginAgain(at);
    return [];
  }

  end(): readonly EnergyPeak[] {
    return this.waiting ? this.settle() : [];
  }

  private beginAgain(at: number): void {
    this.waiting = [];
    this.noise = [];
    this.low = [];
    this.learnedAt = at + LEARNING_S * this.rateHz;
    this.overdueAt = Infinity;
  }

  private settle(): readonly EnergyPeak[] {
    const first = this.waiting ?? [];
    this.waiting = undefined;
    if (first.length === 0) return [];
    this.qrs = secondsMaxima(first, this.rateHz);
    return first.flatMap((peak) => this.judge(peak));
  }

  /** The level at this share of the way from noise to beats. */
  private level(share: number): number {
    const floor = this.noise.length > 0 ? median(this.noise) : 0;
    return floor + share * (median(this.qrs) - floor);
  }

  /** Counted neither as a beat nor as noise: where it is taller than the R wave, it would hide the beats. */
  private isTWave({ at, slope }: EnergyPeak): boolean {
    if (this.lastAt === undefined || at - this.lastAt > NO_T_WAVE_S * this.rateHz) return false;
    return slope < T_WAVE_SLOPE * this.lastSlope;
  }

  private judge(peak: EnergyPeak): readonly EnergyPeak[] {
    if (this.isTWave(peak)) return [];
    if (this.qrs.length > 0 && peak.energy > this.level(THRESHOLD)) return this.accept(peak);
    this.noise = remembered(this.noise, peak.energy);
    this.low.push(peak);
    this.setOverdue();
    return [];
  }

  private accept(peak: EnergyPeak): readonly EnergyPeak[] {
    this.qrs = remembered(this.qrs, peak.energy);
    const interval = peak.at - (this.lastAt ?? -Infinity);
    if (interval < LEARNING_S * this.rateHz) this.intervals = remembered(this.intervals, interval);
    this.lastAt = peak.at;
    this.lastSlope = peak.slope;
    this.low = this.low.filter(({ at }) => at > peak.at);
    this.setOverdue();
    return median(this.qrs) > MIN_CONTRAST * peak.around ? [peak] : [];
  }

  private setOverdue(): void {
    this.overdueAt =
      this.lastAt === undefined || this.intervals.length === 0 || this.low.length === 0
        ? Infinity
        : this.lastAt + SEARCH_BACK * median(this.intervals);
  }

  /** The highest of the low peaks, where a beat is overdue. */
  private searchBack(): readonly EnergyPeak[] {
    const after = (this.lastAt ?? 0) + NO_T_WAVE_S * this.rateHz;
    const least = this.level(THRESHOLD / 2);
    let found: EnergyPeak | undefined;
    for (const peak of this.low)
      if (peak.at >= after && peak.energy > Math.max(least, found?.energy ?? 0)) found = peak;
    // Until there is another peak, searching again would find the same.
    this.overdueAt = Infinity;
    return found ? this.accept(found) : [];
  }
}

/** The highest energy of each second that has a peak: with a heart of 60/min or more, of a beat. */
function secondsMaxima(peaks: readonly EnergyPeak[], rateHz: number): number[] {
  const highest = new Map<number, number>();
  for (const { at, energy } of peaks) {
    const second = Math.floor(at / rateHz);
    highest.set(second, Math.max(energy, highest.get(second) ?? 0));
  }
  return [...highest.values()];
}
