import { combineLatest, map, Subscription } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../../kit/behavior.ts';
import type { Sound } from '../../session/feature.ts';
import type { Going } from './going.ts';
import type { Ear } from './hear/ear.ts';
import type { Listening } from './hear/listening.ts';
import type { Band } from './sound/band.ts';

/** What the screens here share: the instruments, the microphone, and who is heard now. */
export interface Ports {
  readonly band: Band;
  readonly ear: Ear;
  /** A session sounds: nothing here does. */
  readonly inSession$: Behavior<boolean>;
}

/** The sound of the screen that is shown, as one that Stop and Esc end. */
export interface Sounding extends Sound {
  /** Takes the place of whoever had it. @returns gives it back, and ends what sounds */
  hold(one: Sound): () => void;
}

export function sounding(): Sounding {
  const on$ = behavior(false);
  let held: Sound | undefined;
  let following = new Subscription();
  return {
    on$,
    stop: () => held?.stop(),
    hold: (one) => {
      following.unsubscribe();
      held = one;
      following = one.on$.subscribe((on) => on$.next(on));
      return () => {
        one.stop();
        if (held !== one) return;
        following.unsubscribe();
        held = undefined;
        on$.next(false);
      };
    },
  };
}

interface Goer {
  readonly going$: Behavior<Going>;
  readonly ear: Listening;
  readonly stop: () => void;
}

/** A song that goes on, its microphone and what else sounds beside it, as one. */
export const soundOf = (others: readonly Sound[], { going$, ear, stop }: Goer): Sound => ({
  on$: keepLatest(
    combineLatest([going$, ear.state$, ...others.map(({ on$ }) => on$)]).pipe(
      map(
        ([going, { is }, ...on]) => (going !== 'no' && going !== 'over') || is === 'on' || on.includes(true),
      ),
    ),
    false,
  ),
  stop: () => {
    stop();
    ear.turnOff();
    for (const other of others) other.stop();
  },
});
