import { seeded } from './random.ts';

/** Metres: a wooden room for a dozen people; where the player sits; two ears of a listener, wide apart. */
const ROOM = [7.3, 9.2, 3.5] as const;
const PLAYER = [3.1, 6.4, 1.2] as const;
const EARS = [
  [3.3, 2.7, 1.5],
  [4.0, 2.7, 1.5],
] as const;
const SOUND_M_S = 343;
/** What a wall gives back, and the corner above which wood and people take treble away at each bounce, Hz. */
const WALL = 0.72;
const WOOD_HZ = 5200;
/** Walls in a row that are counted one by one, as copies of the room behind them. */
const COPIES = [-2, -1, 0, 1, 2] as const;
const LENGTH_S = 0.42;
/** From here on reflections are too many to be told apart; they fall by 60 dB in so long. Seconds. */
const DIFFUSE_FROM_S = 0.022;
const RT60_S = 0.4;
/** How loud the tail is against the reflections it grows out of, linear. */
const TAIL = 0.1;
/** Nothing below this goes into the room, so that the bass stays dry. */
const FLOOR_HZ = 140;

/**
 * The answer of a small wooden room to a click, without the click itself: single reflections by image sources, then a
 * short tail. It says how near the players sit.
 *
 * @returns left and right at `sampleRate`; music leaves with about the power it came in
 * Source: J. B. Allen, D. A. Berkley, "Image method for efficiently simulating small-room acoustics", 1979.
 */
export function nearRoom(sampleRate: number): readonly Float32Array<ArrayBuffer>[] {
  const sides = EARS.map((ear, side) => {
    const out = new Float32Array(Math.round(LENGTH_S * sampleRate));
    for (const { atS, gain, bounces } of reflections(ear)) put(out, { at: atS * sampleRate, gain, bounces });
    tail(out, { sampleRate, seed: side + 1 });
    return withoutBass(damped(out, sampleRate), sampleRate);
  });
  const power = sides.reduce((sum, side) => sum + side.reduce((all, x) => all + x * x, 0), 0) / sides.length;
  return sides.map((side) => side.map((x) => x / Math.sqrt(power)));
}

interface Reflection {
  /** After the direct sound. */
  readonly atS: number;
  readonly gain: number;
  readonly bounces: number;
}

function reflections(ear: readonly [number, number, number]): Reflection[] {
  const direct = distance(PLAYER, ear);
  return COPIES.flatMap((x) => COPIES.flatMap((y) => COPIES.map((z) => [x, y, z] as const)))
    .filter((copy) => copy.some((n) => n !== 0))
    .map((copy) => {
      const image = copy.map((n, axis) => {
        const inside = n % 2 === 0 ? PLAYER[axis]! : ROOM[axis]! - PLAYER[axis]!;
        return n * ROOM[axis]! + inside;
      });
      const metres = distance(image, ear);
      const bounces = copy.reduce<number>((sum, n) => sum + Math.abs(n), 0);
      return { atS: (metres - direct) / SOUND_M_S, gain: (WALL ** bounces * direct) / metres, bounces };
    });
}

const distance = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((x, axis) => x - b[axis]!));

/** Adds a reflection between two samples, the softer the more walls it met. */
function put(out: Float32Array, { at, gain, bounces }: { at: number; gain: number; bounces: number }): void {
  const width = 1 + bounces;
  for (let i = 0; i < width; i++) {
    const index = Math.floor(at) + i;
    const share = at - Math.floor(at);
    if (index + 1 >= out.length) return;
    out[index]! += (gain * (1 - share)) / width;
    out[index + 1]! += (gain * share) / width;
  }
}

function tail(out: Float32Array, { sampleRate, seed }: { sampleRate: number; seed: number }): void {
  const random = seeded(seed, 62);
  const decay = 0.001 ** (1 / (RT60_S * sampleRate));
  const from = Math.round(DIFFUSE_FROM_S * sampleRate);
  let gain = TAIL;
  for (let i = from; i < out.length; i++) {
    const t = (i - from) / sampleRate;
    const swell = Math.min(1, t / 0.03) * Math.min(1, (out.length - i) / (0.1 * sampleRate));
    out[i]! += (random() * 2 - 1) * gain * swell;
    gain *= decay;
  }
}

/** Takes off treble. */
function damped(side: Float32Array, sampleRate: number): Float32Array<ArrayBuffer> {
  const share = 1 - Math.exp((-2 * Math.PI * WOOD_HZ) / sampleRate);
  let low = 0;
  return Float32Array.from(side, (x) => (low += share * (x - low)));
}

function withoutBass(side: Float32Array<ArrayBuffer>, sampleRate: number): Float32Array<ArrayBuffer> {
  const share = 1 - Math.exp((-2 * Math.PI * FLOOR_HZ) / sampleRate);
  let [low, lower] = [0, 0];
  return side.map((x) => {
    low += share * (x - low);
    lower += share * (x - low - lower);
    return x - low - lower;
  });
}
