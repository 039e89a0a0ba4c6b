/** Samples on either side that count for a value between samples. */
const REACH = 12;

/** Played `rate` times as fast, by a windowed sinc. */
export function repitched(samples: Float32Array<ArrayBuffer>, rate: number): Float32Array<ArrayBuffer> {
  if (rate === 1) return samples;
  const cutoff = Math.min(1, 1 / rate);
  return Float32Array.from({ length: Math.floor(samples.length / rate) }, (_, i) => {
    const at = i * rate;
    const middle = Math.floor(at);
    let sum = 0;
    for (let k = middle - REACH + 1; k <= middle + REACH; k++) {
      const x = at - k;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / REACH);
      const weight = x === 0 ? cutoff : Math.sin(Math.PI * cutoff * x) / (Math.PI * x);
      sum += (samples[k] ?? 0) * weight * window;
    }
    return sum;
  });
}
