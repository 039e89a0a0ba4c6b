/** What a meter reads off a piece of sound. */
export interface Loudness {
  /** Integrated, LUFS; −Infinity where nothing passes the gate. */
  readonly integratedLufs: number;
  /** Highest peak between and on the samples, dBTP. */
  readonly truePeakDb: number;
}

const BLOCK_S = 0.4;
const HOP_S = 0.1;
const ABSOLUTE_GATE_LUFS = -70;
const RELATIVE_GATE_LU = -10;

/**
 * Loudness of a recording.
 *
 * @param channels left and right (or one), of equal length, at least 0.4 s
 * Source: ITU-R BS.1770-5, annexes 1 (K-weighting, gating) and 2 (4 × oversampled peak). The filters are the
 * standard's analogue prototypes for any sample rate, as in libebur128.
 */
export function loudnessOf(channels: readonly Float32Array[], sampleRate: number): Loudness {
  const weighted = channels.map((samples) => kWeighted(samples, sampleRate));
  const block = Math.round(BLOCK_S * sampleRate);
  const hop = Math.round(HOP_S * sampleRate);
  const powers: number[] = [];
  for (let from = 0; from + block <= weighted[0]!.length; from += hop)
    powers.push(weighted.reduce((sum, samples) => sum + meanSquare(samples.subarray(from, from + block)), 0));
  const loud = powers.filter((power) => lufs(power) > ABSOLUTE_GATE_LUFS);
  const gate = lufs(mean(loud)) + RELATIVE_GATE_LU;
  return {
    integratedLufs: lufs(mean(loud.filter((power) => lufs(power) > gate))),
    truePeakDb: 20 * Math.log10(Math.max(...channels.map(truePeak))),
  };
}

const lufs = (power: number): number => -0.691 + 10 * Math.log10(power);
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, x) => sum + x, 0) / values.length;
export const meanSquare = (samples: Float32Array): number =>
  samples.reduce((sum, x) => sum + x * x, 0) / samples.length;
/** RMS of samples, dBFS. */
export const rmsDb = (samples: Float32Array): number => 10 * Math.log10(meanSquare(samples));

/** Biquad as b0 b1 b2 a1 a2. */
type Biquad = readonly [number, number, number, number, number];

function kWeighted(samples: Float32Array, sampleRate: number): Float32Array {
  return filtered(filtered(samples, headShelf(sampleRate)), lowCut(sampleRate));
}

function headShelf(sampleRate: number): Biquad {
  const [hz, gainDb, q] = [1681.974450955533, 3.999843853973347, 0.7071752369554196];
  const k = Math.tan((Math.PI * hz) / sampleRate);
  const vh = 10 ** (gainDb / 20);
  const vb = vh ** 0.4996667741545416;
  const a0 = 1 + k / q + k * k;
  return [
    (vh + (vb * k) / q + k * k) / a0,
    (2 * (k * k - vh)) / a0,
    (vh - (vb * k) / q + k * k) / a0,
    (2 * (k * k - 1)) / a0,
    (1 - k / q + k * k) / a0,
  ];
}

function lowCut(sampleRate: number): Biquad {
  const [hz, q] = [38.13547087602444, 0.5003270373238773];
  const k = Math.tan((Math.PI * hz) / sampleRate);
  const a0 = 1 + k / q + k * k;
  return [1, -2, 1, (2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0];
}

function filtered(samples: Float32Array, [b0, b1, b2, a1, a2]: Biquad): Float32Array {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
}

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

function truePeak(samples: Float32Array): number {
  let peak = 0;
  for (let at = HALF_TAPS; at < samples.length - HALF_TAPS; at++) {
    peak = Math.max(peak, Math.abs(samples[at]!));
    // Between samples a peak is at most some dB above its neighbours: quiet stretches need no look.
    if (Math.abs(samples[at]!) < 0.5 * peak) continue;
    for (let phase = 1; phase < PHASES; phase++)
      peak = Math.max(
        peak,
        Math.abs(TAPS[phase]!.reduce((sum, tap, i) => sum + tap * samples[at - HALF_TAPS + 1 + i]!, 0)),
      );
  }
  return peak;
}
