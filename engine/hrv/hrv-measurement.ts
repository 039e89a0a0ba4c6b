import type { EngineConfig } from '../config.ts';
import type { Psd } from '../dsp/psd.ts';
import { bandPower, spectrumOf } from '../dsp/spectrum.ts';
import { round } from '../round.ts';
import type { HrvMeasured } from '../session/derived-events.ts';
import type { ClassifiedBeat, SignalStep } from '../session/signal.ts';
import { rollingTimeDomain, type TimeDomain, type WindowBeat } from './rolling-time-domain.ts';
import { tachogram } from './tachogram.ts';

/** Low and high frequency bands, Hz. Source: Task Force 1996, doi:10.1161/01.CIR.93.5.1043 */
export const LF_HZ = [0.04, 0.15] as const;
export const HF_HZ = [0.15, 0.4] as const;

/**
 * Measures heart rate variability at each step, over the window that ends there. Nothing is said before the first beat.
 * A figure appears once its own minimum of accepted beats is there (`rateMinS`, `rmssdMinS`, a full tachogram).
 */
export function hrvMeasurement(config: EngineConfig): SignalStep {
  const timeDomain = rollingTimeDomain(config.windowS * 1000);
  const series = tachogram(config.spectrumSamples, config.tachogramHz);
  const psdOf = spectrumOf(config.spectrumSamples, config.tachogramHz);
  // Written anew at each step and never handed out.
  const psd: Psd = {
    density: new Float64Array(config.spectrumSamples / 2 + 1),
    binWidthHz: config.tachogramHz / config.spectrumSamples,
  };
  const windowBeat = adjacency();
  let begun = false;

  const spectrum = (): Pick<HrvMeasured, 'spectrum'> => {
    const samples = series.window();
    if (samples === undefined) return {};
    psdOf(samples, psd);
    return {
      spectrum: {
        windowS: config.spectrumSamples / config.tachogramHz,
        lfMs2: round(bandPower(psd, LF_HZ), 3),
        hfMs2: round(bandPower(psd, HF_HZ), 3),
      },
    };
  };

  return (signal, emit) => {
    if (signal.type === 'classified-beat') {
      begun = true;
      const beat = windowBeat(signal);
      timeDomain.push(beat);
      series.push({ ...beat, segment: signal.segment });
    }
    if (signal.type === 'step' && begun) {
      const window = timeDomain.at(signal.atMs);
      emit({ type: 'hrv', author: 'engine', atMs: signal.atMs, ...measured(window, config), ...spectrum() });
    }
    emit(signal);
  };
}

/** Marks beats whose predecessor was accepted in the same segment: only those make a successive difference. */
export function adjacency(): (beat: ClassifiedBeat) => WindowBeat {
  let previous: ClassifiedBeat | undefined;
  return (beat) => {
    const adjacent =
      previous?.class === 'normal' && beat.class === 'normal' && previous.segment === beat.segment;
    previous = beat;
    return { atMs: beat.atMs, rrMs: beat.rrMs, accepted: beat.class === 'normal', adjacent };
  };
}

function measured(window: TimeDomain, config: EngineConfig): Omit<HrvMeasured, 'type' | 'author' | 'atMs'> {
  const coveredS = window.coverage * config.windowS;
  return {
    windowS: config.windowS,
    beats: window.beats,
    coverage: round(window.coverage, 4),
    corrected: round(window.corrected, 4),
    ...(window.meanNnMs !== undefined &&
      coveredS >= config.rateMinS && { meanHrBpm: round(60_000 / window.meanNnMs, 3) }),
    ...(window.rmssdMs !== undefined &&
      coveredS >= config.rmssdMinS && { rmssdMs: round(window.rmssdMs, 3) }),
    ...(window.sdnnMs !== undefined && coveredS >= config.rmssdMinS && { sdnnMs: round(window.sdnnMs, 3) }),
  };
}
