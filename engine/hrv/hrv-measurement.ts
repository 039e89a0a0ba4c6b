import { trustOf, type ClassCounts } from '../artefacts/index.ts';
import type { EngineConfig } from '../config.ts';
import type { Psd } from '../dsp/psd.ts';
import { bandPower, spectrumOf } from '../dsp/spectrum.ts';
import { round } from '../round.ts';
import type { HrvMeasured } from '../session/derived-events.ts';
import type { Signal, SignalStep } from '../session/signal.ts';
import { classWindow } from './class-window.ts';
import { rollingTimeDomain, type TimeDomain } from './rolling-time-domain.ts';
import { strapRate } from './strap-rate.ts';
import { tachogram } from './tachogram.ts';

/** Low and high frequency bands, Hz. Source: Task Force 1996, doi:10.1161/01.CIR.93.5.1043 */
export const LF_HZ = [0.04, 0.15] as const;
export const HF_HZ = [0.15, 0.4] as const;

/**
 * Measures heart rate variability at each step, over the window that ends there. Nothing is said before the first beat.
 * A figure appears once its own minimum of intervals is there (`rateMinS`, `rmssdMinS`, a full tachogram); what rests on each
 * single beat is withheld where too many of them are artefacts.
 *
 * The last few beats are not judged yet (some five seconds), so the window ends as much earlier: it is whole, not short.
 */
export function hrvMeasurement(config: EngineConfig): SignalStep {
  const windows = new Windows(config);
  let begun = false;
  return (signal, emit) => {
    windows.take(signal);
    begun ||= signal.type === 'classified-beat';
    if (signal.type === 'step' && begun) emit(windows.measured(signal.atMs));
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
  /** Written anew at each step and never handed out. */
  private readonly psd: Psd;
  private lastBeatMs = 0;
  private judgedMs = 0;

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
    if (signal.type === 'beat') this.lastBeatMs = signal.atMs;
    if (signal.type === 'strap-rate') this.shown.push(signal.atMs, signal.bpm);
    if (signal.type === 'classified-beat') {
      this.classes.push(signal.atMs, signal.class);
      if (signal.class === 'gap') this.judgedMs = signal.atMs;
    }
    if (signal.type === 'nn') {
      this.timeDomain.push(signal);
      this.series.push(signal);
      this.judgedMs = Math.max(this.judgedMs, signal.atMs);
    }
  }

  measured(atMs: number): HrvMeasured {
    const endMs = atMs - Math.max(0, this.lastBeatMs - this.judgedMs);
    const head = { type: 'hrv', author: 'engine', atMs, windowS: this.config.windowS } as const;
    const counts = this.classes.at(endMs);
    const verdict = verdictOf(counts);
    const strapHrBpm = this.shown.at(atMs);
    return {
      ...head,
      ...this.figures(this.timeDomain.at(endMs), verdict === undefined || verdict === 'flagged'),
      beats: beatsOf(counts),
      corrected: round(correctedShare(counts), 4),
      ...(verdict && { verdict }),
      ...(strapHrBpm !== undefined && { strapHrBpm: round(strapHrBpm, 2) }),
    };
  }

  private figures({ coverage, meanNnMs, rmssdMs, sdnnMs }: TimeDomain, eachBeat: boolean) {
    const { windowS, rateMinS, rmssdMinS } = this.config;
    const coveredS = coverage * windowS;
    const enough = eachBeat && coveredS >= rmssdMinS;
    return {
      coverage: round(coverage, 4),
      ...(meanNnMs !== undefined && coveredS >= rateMinS && { meanHrBpm: round(60_000 / meanNnMs, 3) }),
      ...(enough && rmssdMs !== undefined && { rmssdMs: round(rmssdMs, 3) }),
      ...(enough && sdnnMs !== undefined && { sdnnMs: round(sdnnMs, 3) }),
      ...(enough && this.spectrum()),
    };
  }

  private spectrum(): Pick<HrvMeasured, 'spectrum'> {
    const samples = this.series.window();
    if (samples === undefined) return {};
    this.psdOf(samples, this.psd);
    return {
      spectrum: {
        windowS: this.config.spectrumSamples / this.config.tachogramHz,
        lfMs2: round(bandPower(this.psd, LF_HZ), 3),
        hfMs2: round(bandPower(this.psd, HF_HZ), 3),
      },
    };
  }
}

/** Gaps are absence, not beats. */
const beatsOf = ({ gap: _, ...counts }: ClassCounts): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

const correctedShare = (counts: ClassCounts): number => {
  const beats = beatsOf(counts);
  return beats === 0 ? 0 : (beats - counts.normal) / beats;
};

function verdictOf(counts: ClassCounts): HrvMeasured['verdict'] {
  const trusted = trustOf(counts);
  if (trusted === 'ok') return undefined;
  if (trusted === 'flagged') return 'flagged';
  return trusted.withheld === 'too-few-beats' ? undefined : trusted.withheld;
}
