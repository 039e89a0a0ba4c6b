import type { PlacedTake } from './mix.ts';
import { SEAM_S, type Stretch } from './stretch.ts';

/**
 * A take with a stretch of it sung anew. At both seams the old and the new are crossfaded with equal power, about the
 * place where they meet. A new one that ends early gives back to the old where it ends.
 *
 * @returns a new take where the old one lies; neither is changed. The old one as it is where nothing new falls into the
 *   stretch
 */
export function punchedIn(old: PlacedTake, anew: PlacedTake, { fromS, untilS }: Stretch): PlacedTake {
  const { sampleRate, offsetS } = old;
  const sung = resampled(anew, sampleRate);
  const half = SEAM_S / 2;
  const begins = Math.max(fromS, -sung.offsetS + half);
  const ends = Math.min(untilS, sung.samples.length / sampleRate - sung.offsetS - half);
  if (ends - begins < 2 * SEAM_S) return old;
  // Where the old one stopped before the new one does, it is as if it had been silent.
  const frames = Math.max(old.samples.length, Math.ceil((ends + half + offsetS) * sampleRate));
  const samples = new Float32Array(frames);
  samples.set(old.samples);
  const first = Math.max(0, Math.floor((begins - half + offsetS) * sampleRate));
  const shift = Math.round((sung.offsetS - offsetS) * sampleRate);
  for (let i = first; i < frames; i++) {
    const atS = i / sampleRate - offsetS;
    if (atS > ends + half) break;
    const share = Math.min(rise(atS, begins), 1 - rise(atS, ends));
    const angle = (share * Math.PI) / 2;
    samples[i] = Math.cos(angle) * samples[i]! + Math.sin(angle) * (sung.samples[i + shift] ?? 0);
  }
  return { samples, sampleRate, offsetS };
}

/** 0 before a seam, 1 after it, without a corner at either end: a corner is heard as a faint tick. */
function rise(atS: number, seamS: number): number {
  const share = Math.max(0, Math.min(1, (atS - seamS) / SEAM_S + 0.5));
  return share * share * (3 - 2 * share);
}

/** At another rate; the same where it is that already. */
function resampled({ samples, sampleRate, offsetS }: PlacedTake, rate: number): PlacedTake {
  if (sampleRate === rate) return { samples, sampleRate, offsetS };
  const step = sampleRate / rate;
  return {
    samples: Float32Array.from({ length: Math.floor(samples.length / step) }, (_, i) => {
      const [n, share] = [Math.floor(i * step), (i * step) % 1];
      return samples[n]! * (1 - share) + (samples[n + 1] ?? 0) * share;
    }),
    ...{ sampleRate: rate, offsetS },
  };
}
