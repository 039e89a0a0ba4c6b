/** Biquad as b0 b1 b2 a1 a2. */
type Biquad = readonly [number, number, number, number, number];

/**
 * Mean square of each stretch of `hop` samples after K-weighting, the standard's model of how loud a sound is to the
 * ear. What is left over at the end is left out.
 *
 * Source: ITU-R BS.1770-5, annex 1. The filters are the standard's analogue prototypes for any sample rate, as in
 * libebur128.
 */
export function weightedPowers(samples: Float32Array, sampleRate: number, hop: number): Float64Array {
  const shelf = filter(headShelf(sampleRate));
  const cut = filter(lowCut(sampleRate));
  const powers = new Float64Array(Math.floor(samples.length / hop));
  for (let n = 0; n < powers.length; n++) {
    let sum = 0;
    for (let i = n * hop; i < (n + 1) * hop; i++) {
      const y = cut(shelf(samples[i]!));
      sum += y * y;
    }
    powers[n] = sum / hop;
  }
  return powers;
}

function filter([b0, b1, b2, a1, a2]: Biquad): (x: number) => number {
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return (x) => {
    const y = b0 * x + b1 * x1 + b2 * x2 - a1 * y1 - a2 * y2;
    x2 = x1;
    x1 = x;
    y2 = y1;
    y1 = y;
    return y;
  };
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
