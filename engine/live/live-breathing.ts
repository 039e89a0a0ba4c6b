import type { NnInterval } from '../artefacts/nn-interval.ts';
import { RESPIRATION_CONFIDENT, respirationRate } from '../hrv/respiration-rate.ts';
import { chestBreathing } from '../movement/chest-breathing.ts';
import type { Vector } from '../packets/polar-frame.ts';
import type { Signal } from '../session/signal.ts';

/** Window length: enough for three slow breaths and more. */
const WINDOW_MS = 60_000;
/** Sampling rate of acceleration as Attune requests it, and the window used. */
const MOVEMENT_HZ = 25;
const MOVEMENT_SAMPLES = 40 * MOVEMENT_HZ;
/** Older acceleration is not used. */
const MOVEMENT_FRESH_MS = 5000;

export interface LiveBreathing {
  readonly breathsPerMinute: number;
  readonly from: 'chest' | 'heart';
}

/**
 * Respiration rate from the signals of a session: by chest movement where a strap sends it, else from the NN
 * intervals of the last minute. `at` is worked out when asked for; absent: not known surely.
 */
export function liveBreathing(): {
  readonly take: (signal: Signal) => void;
  at(nowMs: number): LiveBreathing | undefined;
} {
  let nn: NnInterval[] = [];
  let chest: Vector[] = [];
  let movedMs = -Infinity;
  const byHeart = (nowMs: number): number | undefined => {
    const inside = nn.filter(({ atMs }) => atMs > nowMs - WINDOW_MS);
    const rate = respirationRate({
      atMs: Float64Array.from(inside, ({ atMs }) => atMs),
      nnMs: Float64Array.from(inside, ({ nnMs }) => nnMs),
      segment: Int32Array.from(inside, ({ segment }) => segment),
    });
    return rate && rate.confidence >= RESPIRATION_CONFIDENT ? rate.breathsPerMinute : undefined;
  };
  return {
    take(signal) {
      if (signal.type === 'nn') {
        nn.push(signal);
        if (nn[0]!.atMs < signal.atMs - 2 * WINDOW_MS)
          nn = nn.filter(({ atMs }) => atMs > signal.atMs - WINDOW_MS);
      }
      if (signal.type === 'acceleration') {
        chest = [...chest, ...signal.milliG].slice(-MOVEMENT_SAMPLES);
        movedMs = signal.atMs;
      }
    },
    at(nowMs) {
      const own = nowMs - movedMs < MOVEMENT_FRESH_MS ? chestBreathing(chest, MOVEMENT_HZ) : undefined;
      if (own !== undefined) return { breathsPerMinute: own, from: 'chest' };
      const rate = byHeart(nowMs);
      return rate === undefined ? undefined : { breathsPerMinute: rate, from: 'heart' };
    },
  };
}
