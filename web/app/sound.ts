import { combineLatest, map } from 'rxjs';
import { keepLatest } from '../kit/behavior.ts';
import type { Sound } from '../session/feature.ts';

/** All sounds as one: on while any is, and stopping it stops those that are. */
export const oneSound = (sounds: readonly Sound[]): Sound => ({
  on$: keepLatest(combineLatest(sounds.map(({ on$ }) => on$)).pipe(map((on) => on.includes(true))), false),
  stop: () => {
    for (const sound of sounds) if (sound.on$.value) sound.stop();
  },
});
