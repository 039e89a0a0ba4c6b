import '../../test/support/audio-globals.ts';
import type { CrossfadePlan, Cue, Level } from '../../engine/index.ts';
import { SCORES } from '../../web/audio/modules/index.ts';

/** Hz at which loudness and brightness are measured, as the app plays. */
export const FULL_RATE = 44_100;
/** Hz for what does not depend on treble: stops. */
export const HALF_RATE = 22_050;

export const cueOf = (module: string, level: Level): Cue => {
  const score = SCORES.get(module);
  if (!score)
    throw new RangeError(`module: one of ${[...SCORES.keys()].join(', ')} expected, got "${module}"`);
  return { module, family: score.family, level };
};

/** A plan that begins at once, unless `more` says otherwise. */
export const planTo = (to: Cue, durationS: number, more: Partial<CrossfadePlan> = {}): CrossfadePlan => ({
  kind: 'press',
  to,
  durationS,
  begin: 'now',
  curve: 'equal-power',
  ...more,
});

/** Mean square of a stretch, over all sides. */
export const powerOf = (sides: readonly Float32Array[], from: number, to: number): number =>
  sides.reduce((sum, side) => sum + energyOf(side, from, to), 0) / (to - from);

function energyOf(side: Float32Array, from: number, to: number): number {
  let energy = 0;
  for (let i = from; i < to; i++) energy += side[i]! ** 2;
  return energy;
}

export const decibels = (power: number): number => 10 * Math.log10(power + 1e-20);

/** The largest difference between neighbouring samples of a stretch. */
export function largestStep(sides: readonly Float32Array[], from: number, to: number): number {
  let most = 0;
  for (const side of sides)
    for (let i = from + 1; i < to; i++) most = Math.max(most, Math.abs(side[i]! - side[i - 1]!));
  return most;
}
