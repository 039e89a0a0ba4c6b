import { chance, normal } from '../engine/maths/random.ts';
import { pulseFrame, type PulseFrame } from '../engine/pulse/pulse-frame.ts';

/** A generated video of a finger on a lens, or of something else. */
export interface Video {
  readonly seed: number;
  readonly bpm: number;
  readonly fps: number;
  readonly seconds: number;
  readonly scene: 'finger' | 'moving' | 'no-finger';
  /** Half the swing of green, as a share: dark skin and cold fingers have less. */
  readonly depth: number;
  /** Noise of a pixel, 0–255. */
  readonly noise: number;
  /** Timing of the pictures, ms. */
  readonly jitterMs: number;
  /** Lamp: half the swing of its light as a share, and mains frequency. */
  readonly flicker: number;
  readonly mainsHz: 50 | 60;
  /** 0 dark – 1 so bright that red is at its limit. */
  readonly brightness: number;
}

const [WIDTH, HEIGHT] = [16, 12];

/** The pictures as the app sees them: made pixel by pixel, read by {@link pulseFrame}. */
export function framesOf(video: Video): readonly PulseFrame[] {
  const next = chance(video.seed);
  const scene = sceneOf(video, next);
  const pixels = new Uint8ClampedArray(4 * WIDTH * HEIGHT);
  const frames: PulseFrame[] = [];
  let beat = 0;
  let rate = video.bpm;
  let atS = 0;
  for (let i = 0; i < video.seconds * video.fps; i++) {
    const wasS = atS;
    atS = Math.max(wasS + 0.001, i / video.fps + (video.jitterMs / 1000) * normal(next));
    // The rate wanders by a few beats, as that of a heart does.
    rate += 0.05 * (video.bpm - rate) + 0.25 * normal(next);
    beat += (rate / 60) * (atS - wasS);
    const colours = scene(atS, beat);
    for (let p = 0; p < WIDTH * HEIGHT; p++) {
      // Darker to one side, as light falls in.
      const fall = 1 + 0.12 * ((p % WIDTH) / WIDTH - 0.5);
      for (let c = 0; c < 3; c++)
        pixels[4 * p + c] = Math.round(colours[c]! * fall + video.noise * normal(next));
    }
    frames.push(pulseFrame(1000 * atS, pixels));
  }
  return frames;
}

type Scene = (atS: number, beat: number) => readonly [number, number, number];

function sceneOf(video: Video, next: () => number): Scene {
  const lamp = (atS: number): number =>
    1 + video.flicker * Math.sin(2 * Math.PI * 2 * video.mainsHz * atS + 1);
  if (video.scene === 'no-finger') {
    const base = [60 + 120 * next(), 60 + 120 * next(), 60 + 120 * next()];
    // A face, a wall, a dim room: not so red as light through a finger.
    base[0] = Math.min(base[0]!, 0.85 * (base[1]! + base[2]!));
    return (atS) => base.map((value) => value * lamp(atS) * (1 + 0.01 * Math.sin(atS))) as never;
  }
  const red = 60 + 215 * video.brightness;
  const [green, blue] = [
    Math.max(6, red * (0.05 + 0.35 * next())),
    Math.max(4, red * (0.03 + 0.25 * next())),
  ];
  const moves = video.scene === 'moving' ? movement(next) : () => 0;
  return (atS, beat) => {
    const wave = pulse(beat);
    const moved = moves(atS);
    return [
      red * lamp(atS) * (1 - 0.35 * video.depth * wave + moved),
      green * lamp(atS) * (1 - video.depth * wave + 1.5 * moved),
      blue * lamp(atS) * (1 - 0.8 * video.depth * wave + 1.2 * moved),
    ];
  };
}

/** One beat of blood volume: a steep rise, a fall, and the notch in it; about −1 to 1. */
function pulse(beat: number): number {
  const phase = beat - Math.floor(beat);
  const bump = (at: number, width: number): number => Math.exp(-(((phase - at) / width) ** 2));
  return 2 * (bump(0.2, 0.13) + 0.35 * bump(0.52, 0.14)) - 0.7;
}

/** A finger that shifts, presses and slips now and then. */
function movement(next: () => number): (atS: number) => number {
  const jerks = Array.from({ length: 14 }, () => ({
    atS: 26 * next(),
    size: (0.05 + 0.25 * next()) * (next() < 0.5 ? -1 : 1),
    width: 0.15 + 0.8 * next(),
  }));
  return (atS) =>
    jerks.reduce((sum, jerk) => sum + jerk.size * Math.exp(-(((atS - jerk.atS) / jerk.width) ** 2)), 0);
}

/** A video of chance: rates 45–180, 24–60 pictures a second, skins, lamps and cameras of all kinds. */
export function anyVideo(seed: number, scene: Video['scene']): Video {
  const next = chance(seed);
  const within = (low: number, high: number): number => low + (high - low) * next();
  return {
    ...{ seed: seed + 1, scene, seconds: 24 },
    bpm: within(45, 180),
    fps: within(24, 60),
    depth: within(0.004, 0.03),
    noise: within(0.5, 5),
    jitterMs: within(0, 6),
    flicker: next() < 0.5 ? within(0, 0.06) : 0,
    mainsHz: next() < 0.5 ? 50 : 60,
    brightness: next(),
  };
}
