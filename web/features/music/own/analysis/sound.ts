/** Decoded sound: one array a channel, all of one length; samples in −1…1. */
export interface Sound {
  readonly channels: readonly Float32Array[];
  readonly sampleRate: number;
}

/** The mean of the channels. @throws RangeError  there is none */
export function monoOf({ channels }: Sound): Float32Array {
  const [first, ...others] = channels;
  if (!first) throw new RangeError('channels: at least one expected');
  if (others.length === 0) return first;
  const mono = new Float32Array(first.length);
  for (const channel of channels) for (let i = 0; i < mono.length; i++) mono[i]! += channel[i]!;
  return mono.map((x) => x / channels.length);
}

/** Fewer samples a second, each the mean of `factor`: enough for rhythm, not for listening. */
export function thinned(samples: Float32Array, factor: number): Float32Array {
  if (factor <= 1) return samples;
  const out = new Float32Array(Math.floor(samples.length / factor));
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let j = 0; j < factor; j++) sum += samples[i * factor + j]!;
    out[i] = sum / factor;
  }
  return out;
}
