const PHASES = 4;
const HALF_TAPS = 6;
/** Hann-windowed sinc, one row a phase. */
const TAPS = Array.from({ length: PHASES }, (_, phase) =>
  Array.from({ length: 2 * HALF_TAPS }, (__, i) => {
    const x = i - HALF_TAPS + 1 - phase / PHASES;
    const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / HALF_TAPS);
    return x === 0 ? 1 : (window * Math.sin(Math.PI * x)) / (Math.PI * x);
  }),
);

/**
 * The highest peak on and between the samples, as a share of full scale, four times oversampled.
 * Source: ITU-R BS.1770-5, annex 2.
 */
export function truePeak(samples: Float32Array): number {
  let peak = 0;
  for (let at = HALF_TAPS; at < samples.length - HALF_TAPS; at++) {
    const sample = Math.abs(samples[at]!);
    if (sample > peak) peak = sample;
    // Between samples a peak is at most some dB above its neighbours: quiet stretches need no look.
    if (sample < 0.5 * peak) continue;
    for (let phase = 1; phase < PHASES; phase++) {
      const taps = TAPS[phase]!;
      let between = 0;
      for (let i = 0; i < taps.length; i++) between += taps[i]! * samples[at - HALF_TAPS + 1 + i]!;
      if (Math.abs(between) > peak) peak = Math.abs(between);
    }
  }
  return peak;
}
