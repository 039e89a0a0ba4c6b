import type { EngineConfig } from '../config.ts';
import { bandPower, spectrumOf } from '../dsp/spectrum.ts';
import type { ClassifiedBeat } from '../session/signal.ts';
import { adjacency, HF_HZ, LF_HZ } from './hrv-measurement.ts';
import { rollingTimeDomain, type TimeDomain } from './rolling-time-domain.ts';
import { tachogram } from './tachogram.ts';

/** Heart rate variability of a whole segment. Each figure is absent where there are too few beats for it. */
export interface SegmentHrv extends TimeDomain {
  readonly durationS: number;
  readonly meanHrBpm?: number;
  /** Mean power over the segment's 64-s windows, half overlapping, ms². */
  readonly lfMs2?: number;
  readonly hfMs2?: number;
}

/**
 * Figures over all of `beats`, each computed once from its accepted intervals.
 * @param beats  in time order; `undefined` is returned for none
 */
export function segmentHrv(beats: readonly ClassifiedBeat[], config: EngineConfig): SegmentHrv | undefined {
  const [first, last] = [beats[0], beats.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const durationMs = last.atMs - first.atMs + first.rrMs;
  const windowBeat = adjacency();
  const timeDomain = rollingTimeDomain(durationMs);
  for (const beat of beats) timeDomain.push(windowBeat(beat));
  const figures = timeDomain.at(last.atMs);
  return {
    durationS: durationMs / 1000,
    ...figures,
    ...(figures.meanNnMs !== undefined && { meanHrBpm: 60_000 / figures.meanNnMs }),
    ...meanBands(beats, config),
  };
}

function meanBands(
  beats: readonly ClassifiedBeat[],
  config: EngineConfig,
): Pick<SegmentHrv, 'lfMs2' | 'hfMs2'> {
  const { spectrumSamples, tachogramHz } = config;
  const series = tachogram(spectrumSamples, tachogramHz);
  const psdOf = spectrumOf(spectrumSamples, tachogramHz);
  const hopMs = (spectrumSamples / tachogramHz) * 500;
  const windowBeat = adjacency();
  let [windows, lf, hf, nextMs] = [0, 0, 0, -Infinity];
  for (const beat of beats) {
    series.push({ ...windowBeat(beat), segment: beat.segment });
    const samples = beat.atMs >= nextMs ? series.window() : undefined;
    if (samples === undefined) continue;
    const psd = psdOf(samples);
    windows += 1;
    lf += bandPower(psd, LF_HZ);
    hf += bandPower(psd, HF_HZ);
    nextMs = beat.atMs + hopMs;
  }
  return windows === 0 ? {} : { lfMs2: lf / windows, hfMs2: hf / windows };
}
