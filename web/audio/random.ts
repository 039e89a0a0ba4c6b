/** A source of numbers in [0, 1), the same each time for the same seed. */
export type Random = () => number;

/**
 * A seeded generator (mulberry32) for music and noise: fast enough to fill buffers, and no more than that.
 *
 * @param keys whole numbers that together name the stream; another key, another stream
 * Source: T. Ettinger, mulberry32 (public domain); keys are mixed by the finaliser of MurmurHash3.
 */
export function seeded(...keys: readonly number[]): Random {
  let state = 0x9e3779b9;
  for (const key of keys) {
    state = Math.imul(state ^ key, 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
    state ^= state >>> 16;
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number that stands for a text, to seed with. FNV-1a, 32 bit. */
export function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ char.codePointAt(0)!, 0x01000193);
  return hash >>> 0;
}

/** Roughly normal, mean 0, standard deviation 1 (sum of four uniforms), never beyond ±3.5. */
export const wobble = (random: Random): number =>
  (random() + random() + random() + random() - 2) * Math.sqrt(3);

/** One of the choices, each as likely as the other. */
export const pick = <T>(random: Random, choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)]!;
