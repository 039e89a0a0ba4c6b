import { bandPassWeights } from './band-pass.ts';
import { isBaselineStep } from './baseline-step.ts';
import { BeatDecision, LEARNING_S } from './beat-decision.ts';
import { energyPeaks, type EnergyPeak } from './energy-peaks.ts';
import { peakTime, type Deflections } from './peak-time.ts';

/** Below the range the shape of a QRS complex is lost; above it nothing is gained. */
const RATES_HZ = [100, 4000] as const;
/**
 * The band with most of a QRS complex and little of T waves, drift, muscle and mains. From 5 Hz on, a T wave as tall as
 * R counts as a beat; from 10 Hz on, ventricular beats are missed.
 */
const BAND = { lowHz: 7, highHz: 30, spanS: 0.3 };
/** Greatest distance of the R peak from the centre of its complex's energy, s. */
const PEAK_WITHIN_S = 0.1;
/** Number of beats from which the usual polarity is learned. */
const USUAL_BEATS = 8;

export interface RPeakDetector {
  /** Adds samples, in any unit; returns the R peaks that became certain: seconds from the first sample, ascending. */
  push(samples: ArrayLike<number>): readonly number[];
  /** The rest of them. */
  end(): readonly number[];
}

/**
 * Finds the R peaks of a streamed ECG in one pass with bounded memory, independently of how the samples are
 * chunked. A peak is reported about 0.5 s after it, in the first 5 s and after a pause later. Works for either
 * polarity, any amplitude and rates from 100 Hz; times are interpolated between samples.
 *
 * Where beats hardly exceed the noise, nothing is reported: lost electrodes have no heart rate.
 *
 * @throws RangeError a sampling rate outside 100–4000 Hz
 * Cost: O(0.3 s of samples) for each sample.
 * Source: Hamilton & Tompkins 1986, doi:10.1109/TBME.1986.325695, with the rules of Hamilton 2002,
 * doi:10.1109/CIC.2002.1166717 (levels from eight peaks, search-back, refractory time), and the T waves of Pan &
 * Tompkins 1985, IEEE Trans Biomed Eng 32:230 (a peak within 360 ms that rises less than half as steeply).
 * Deviations: a symmetric filter, so that times are true; its size in place of its slope; medians for means; a higher
 * threshold, tuned on synthetic ECG with muscle noise (`bench/r-peaks.ts`); the first seconds are kept and decided once
 * the levels are known, and learned again after a silence; a step of the baseline is no beat.
 */
export function rPeakDetector(rateHz: number): RPeakDetector {
  if (!(rateHz >= RATES_HZ[0] && rateHz <= RATES_HZ[1]))
    throw new RangeError(`rateHz must be within ${RATES_HZ.join('–')}, not ${rateHz}`);
  const weights = bandPassWeights(rateHz, BAND);
  const half = (weights.length - 1) / 2;
  /** Raw samples, as far back as a look around a peak needs: it comes 0.2 s after it, and the filter's delay. */
  const raw = new Float64Array(weights.length + Math.ceil(rateHz));
  const rawAt = (index: number): number => raw[(index + raw.length) % raw.length]!;
  /** Filtered samples, as far back as a decision may need. */
  const kept = new Float64Array(Math.ceil(LEARNING_S * 2 * rateHz));
  const peaks = energyPeaks(rateHz);
  const beats = new BeatDecision(rateHz);
  let count = 0;
  let usual = 0;

  const time = (peak: EnergyPeak): number => {
    const deflections: Deflections = {
      at: (i) => kept[((i % kept.length) + kept.length) % kept.length]!,
      from: Math.max(0, peak.at - Math.round(PEAK_WITHIN_S * rateHz)),
      to: Math.min(count - half - 1, peak.at + Math.round(PEAK_WITHIN_S * rateHz)),
      usual,
    };
    const { at, height } = peakTime(deflections);
    usual += (Math.sign(height) - usual) / USUAL_BEATS;
    return at / rateHz;
  };
  const sample = (value: number): readonly EnergyPeak[] => {
    // The signal before the first sample is taken to equal it, or the beginning would look like a beat.
    if (count === 0) raw.fill(value);
    raw[count % raw.length] = Number.isFinite(value) ? value : raw[(count + raw.length - 1) % raw.length]!;
    count += 1;
    const at = count - 1 - half;
    if (at < 0) return [];
    let sum = 0;
    let slot = (count - weights.length + raw.length) % raw.length;
    for (let k = 0; k < weights.length; k++) {
      sum += weights[k]! * raw[slot]!;
      slot = slot + 1 === raw.length ? 0 : slot + 1;
    }
    kept[at % kept.length] = sum;
    const peak = peaks.push(sum);
    return beats.next(at, peak && isBaselineStep(rawAt, peak.at, rateHz) ? undefined : peak);
  };
  return {
    push(samples) {
      const times: number[] = [];
      for (let i = 0; i < samples.length; i++) for (const peak of sample(samples[i]!)) times.push(time(peak));
      return times;
    },
    end() {
      const last = raw[(count + raw.length - 1) % raw.length]!;
      const times = count === 0 ? [] : [...this.push(new Float64Array(Math.round(rateHz)).fill(last))];
      for (const peak of beats.end()) times.push(time(peak));
      const endS = count / rateHz - 1;
      return times.filter((at) => at < endS);
    },
  };
}
