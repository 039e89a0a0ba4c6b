/** A local maximum of the signal's energy, which may be a QRS complex. */
export interface EnergyPeak {
  /** The middle of the complex, in samples. */
  readonly at: number;
  readonly energy: number;
  /** The mean energy of the last seconds, beats and pauses alike. */
  readonly around: number;
  /** The steepest change from one sample to the next within the complex. */
  readonly slope: number;
}

/** About as long as a QRS complex, s. */
const COMPLEX_S = 0.08;
/** The heart cannot beat again within it, s. */
const REFRACTORY_S = 0.2;
const AROUND_S = 4;

/**
 * Maxima of the mean size of the band-passed signal over 80 ms, each the highest within 200 ms on both
 * sides; reported once those have passed. Source: Hamilton 2002, doi:10.1109/CIC.2002.1166717, who takes the
 * slope; muscle noise has the steeper slopes.
 */
export function energyPeaks(rateHz: number): { push(filtered: number): EnergyPeak | undefined } {
  const length = Math.max(2, Math.round(COMPLEX_S * rateHz));
  const sizes = new Float64Array(length);
  const changes = new Float64Array(length);
  const refractory = Math.round(REFRACTORY_S * rateHz);
  let [sum, count, around, last] = [0, 0, 0, 0];
  let best: EnergyPeak | undefined;
  return {
    push(filtered) {
      const slot = count % length;
      sum += Math.abs(filtered) - sizes[slot]!;
      sizes[slot] = Math.abs(filtered);
      changes[slot] = count === 0 ? 0 : Math.abs(filtered - last);
      last = filtered;
      // Recomputed now and then, so that rounding does not accumulate over days.
      if (slot === 0) sum = sizes.reduce((total, one) => total + one, 0);
      const at = Math.round(count - length / 2);
      count += 1;
      around += (sum - around) / Math.min(count, AROUND_S * rateHz);
      const done = best && at - best.at > refractory ? best : undefined;
      if (done) best = undefined;
      if (sum > (best?.energy ?? 0))
        best = { at, energy: sum, around, slope: changes.reduce((a, b) => Math.max(a, b), 0) };
      return done;
    },
  };
}
