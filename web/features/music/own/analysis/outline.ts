/** A sound as a picture: how loud each of some even stretches is, 0–100. */
export type Outline = readonly number[];

/** Louder than this is sound: −60 dBFS. */
const AUDIBLE = 1e-3;

/** @param columns how many stretches; the loudest is 100 */
export function outlineOf(mono: Float32Array, columns: number): Outline {
  const levels = Array.from({ length: columns }, (_, n) => {
    const from = Math.floor((n * mono.length) / columns);
    const to = Math.floor(((n + 1) * mono.length) / columns);
    let sum = 0;
    for (let i = from; i < to; i++) sum += mono[i]! * mono[i]!;
    return Math.sqrt(sum / Math.max(1, to - from));
  });
  const top = Math.max(...levels);
  return levels.map((level) => (top > 0 ? Math.round((100 * level) / top) : 0));
}

/** Where the sound begins and ends, s: the silence around it must not become a gap between two tracks. */
export function soundSpan(
  channels: readonly Float32Array[],
  sampleRate: number,
): { readonly fromS: number; readonly toS: number } | undefined {
  const firsts = channels.map((samples) => samples.findIndex((x) => Math.abs(x) > AUDIBLE));
  const lasts = channels.map((samples) => samples.findLastIndex((x) => Math.abs(x) > AUDIBLE));
  const heard = firsts.filter((first) => first >= 0);
  if (heard.length === 0) return undefined;
  return { fromS: Math.min(...heard) / sampleRate, toS: (Math.max(...lasts) + 1) / sampleRate };
}
