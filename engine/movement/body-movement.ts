import type { EngineConfig } from '../config/engine-config.ts';
import type { Vector } from '../packets/polar-frame.ts';
import { mean } from '../maths/statistics.ts';

/** Samples in a block: about a second at the 25 a second that Attune requests. */
const SAMPLES = 25;
/** Blocks over which the usual position is averaged. */
const REMEMBERED = 10;

/** The result for one block of acceleration. */
export interface BodyMovement {
  /** Mean distance of the size of acceleration from its own mean: 0 where nothing moves. */
  readonly index: number;
  /** Angle of the trunk to its usual position, degrees. */
  readonly tilt: number;
  readonly moving: boolean;
}

/**
 * Whether the body moves, by the chest's acceleration in mG: shaken by more than `movementMg`, or tilted by more than
 * `movementTiltDeg` from where it mostly was, as in standing up or lying down. One answer for every 25 samples,
 * however they come; the beat of the heart and breathing stay far below.
 * Source: mean amplitude deviation, Vähä-Ypyä 2015, doi:10.1111/cpf.12127.
 */
export function bodyMovement(config: EngineConfig): (milliG: readonly Vector[]) => readonly BodyMovement[] {
  let waiting: Vector[] = [];
  let usual: Vector | undefined;
  const look = (samples: readonly Vector[]): BodyMovement => {
    const sizes = samples.map(([x, y, z]) => Math.hypot(x, y, z));
    const middle = mean(sizes);
    const index = mean(sizes.map((size) => Math.abs(size - middle)));
    const way = [0, 1, 2].map((axis) => mean(samples.map((one) => one[axis]!))) as unknown as Vector;
    const tilt = usual ? angle(usual, way) : 0;
    const moving = index > config.movementMg || tilt > config.movementTiltDeg;
    const before: Vector = tilt > config.movementTiltDeg ? way : (usual ?? way);
    usual = [0, 1, 2].map(
      (axis) => before[axis]! + (way[axis]! - before[axis]!) / REMEMBERED,
    ) as unknown as Vector;
    return { index, tilt, moving };
  };
  return (milliG) => {
    waiting.push(...milliG);
    const looks: BodyMovement[] = [];
    for (; waiting.length >= SAMPLES; waiting = waiting.slice(SAMPLES))
      looks.push(look(waiting.slice(0, SAMPLES)));
    return looks;
  };
}

function angle(a: Vector, b: Vector): number {
  const sizes = Math.hypot(...a) * Math.hypot(...b);
  if (sizes === 0) return 0;
  const cosine = (a[0] * b[0] + a[1] * b[1] + a[2] * b[2]) / sizes;
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI;
}
