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
