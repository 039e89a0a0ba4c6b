import { trustOf, type ClassCounts } from '../artefacts/index.ts';
import type { EngineConfig } from '../config/engine-config.ts';
import type { Psd } from '../dsp/psd.ts';
import { bandPower, spectrumOf } from '../dsp/spectrum.ts';
import { round } from '../maths/round.ts';
import type { HrvMeasured } from './events.ts';
import type { Signal, SignalStep } from '../session/signal.ts';
import { classWindow } from './class-window.ts';
import { rollingTimeDomain } from './rolling-time-domain.ts';
import { strapRate } from './strap-rate.ts';
import { tachogram } from './tachogram.ts';

/** Low and high frequency bands, Hz. Source: Task Force 1996, doi:10.1161/01.CIR.93.5.1043 */
export const LF_HZ = [0.04, 0.15] as const;
export const HF_HZ = [0.15, 0.4] as const;

/**
 * Measures heart rate variability at each step, over the window that ends there. Emits nothing before the
 * first beat, or before it is clear that a device sends only its heart rate. A figure appears once its
 * minimum of intervals is reached (`rateMinS`, `rmssdMinS`, a full tachogram); beat-by-beat figures are
 * withheld where too many beats are artefacts.
 *
 * The last few beats are not classified yet (some five seconds), so the window ends
 * that much earlier; its length is unchanged.
 */
export function hrvMeasurement(config: EngineConfig): SignalStep {
  const windows = new Windows(config);
  let begun = false;
  return (signal, emit) => {
    const { type } = signal;
    if (type === 'step') {
      if (begun) emit(windows.measured(signal.atMs));
    } else {
      windows.take(signal);
      begun ||= type === 'classified-rr' || (type === 'strap-rate' && signal.alone);
    }
    emit(signal);
  };
}

class Windows {
  private readonly config: EngineConfig;
  private readonly timeDomain;
  private readonly classes;
  private readonly series;
  private readonly psdOf;
  private readonly shown;
  /** Overwritten at each step and never passed on. */
  private readonly psd: Psd;
  private lastBeatMs = 0;
  private judgedMs = 0;
  private rateAlone = false;

  constructor(config: EngineConfig) {
    const { windowS, spectrumSamples, tachogramHz } = config;
    this.config = config;
    this.timeDomain = rollingTimeDomain(windowS * 1000);
    this.classes = classWindow(windowS * 1000);
    this.shown = strapRate(windowS * 1000);
    this.series = tachogram(spectrumSamples, tachogramHz);
    this.psdOf = spectrumOf(spectrumSamples, tachogramHz);
    this.psd = {
      density: new Float64Array(spectrumSamples / 2 + 1),
      binWidthHz: tachogramHz / spectrumSamples,
    };
  }

  take(signal: Signal): void {
    const { type } = signal;
    if (type === 'rr') this.lastBeatMs = signal.atMs;
    else if (type === 'strap-rate') {
      this.shown.push(signal.atMs, signal.bpm);
      this.rateAlone = signal.alone;
    } else if (type === 'classified-rr') {
      this.classes.push(signal.atMs, signal.class);
      if (signal.class === 'gap') this.judgedMs = signal.atMs;
    } else if (type === 'nn') {
      this.timeDomain.push(signal);
      this.series.push(signal);
      this.judgedMs = Math.max(this.judgedMs, signal.atMs);
    }
  }

  measured(atMs: number): HrvMeasured {
    const { windowS, rateMinS, rmssdMinS } = this.config;
    const endMs = atMs - Math.max(0, this.lastBeatMs - this.judgedMs);
    const counts = this.classes.at(endMs);
    const { coverage, meanNnMs, rmssdMs, sdnnMs } = this.timeDomain.at(endMs);
    const strapHrBpm = this.shown.at(atMs);
    const beats = beatsOf(counts);
    const verdict = verdictOf(counts);
    // Mutated rather than spread: one is made for each second of a day's replay.
    const hrv: Draft<HrvMeasured> = {
      type: 'hrv',
      author: 'engine',
      atMs,
      windowS,
      beats,
      coverage: round(coverage, 4),
      corrected: beats === 0 ? 0 : round((beats - counts.normal) / beats, 4),
    };
    if (verdict !== undefined) hrv.verdict = verdict;
    if (strapHrBpm !== undefined) hrv.strapHrBpm = round(strapHrBpm, 2);
    if (meanNnMs !== undefined && coverage * windowS >= rateMinS) hrv.meanHrBpm = round(60_000 / meanNnMs, 3);
    if (this.rateAlone && strapHrBpm !== undefined) this.fillWithRates(hrv, strapHrBpm);
    const eachBeat = verdict === undefined || verdict === 'flagged';
    if (!eachBeat || coverage * windowS < rmssdMinS) return hrv;
    if (rmssdMs !== undefined) hrv.rmssdMs = round(rmssdMs, 3);
    if (sdnnMs !== undefined) hrv.sdnnMs = round(sdnnMs, 3);
    const spectrum = this.spectrum();
    if (spectrum !== undefined) hrv.spectrum = spectrum;
    return hrv;
  }

  /** One rate comes a second. */
  private fillWithRates(hrv: Draft<HrvMeasured>, strapHrBpm: number): void {
    const { windowS, rateMinS } = this.config;
    hrv.heartRateOnly = true;
    hrv.coverage = round(Math.min(1, this.shown.count() / windowS), 4);
    if (hrv.coverage * windowS >= rateMinS) hrv.meanHrBpm = round(strapHrBpm, 3);
  }

  private spectrum(): HrvMeasured['spectrum'] {
    const samples = this.series.window();
    if (samples === undefined) return undefined;
    this.psdOf(samples, this.psd);
    return {
      windowS: this.config.spectrumSamples / this.config.tachogramHz,
      lfMs2: round(bandPower(this.psd, LF_HZ), 3),
      hfMs2: round(bandPower(this.psd, HF_HZ), 3),
    };
  }
}

type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** Gaps do not count as beats. */
const beatsOf = ({ normal, ectopic, missed, extra, long, short }: ClassCounts): number =>
  normal + ectopic + missed + extra + long + short;

function verdictOf(counts: ClassCounts): HrvMeasured['verdict'] {
  const trusted = trustOf(counts);
  if (trusted === 'ok') return undefined;
  if (trusted === 'flagged') return 'flagged';
  return trusted.withheld === 'too-few-beats' ? undefined : trusted.withheld;
}
