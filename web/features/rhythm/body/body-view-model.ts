import { asyncScheduler, Subscription, timer, type SchedulerLike } from 'rxjs';
import { LOW_DRUM, HAND_DRUMS, SHAKERS, type Instrument } from '../../../audio/instruments/index.ts';
import { behavior, type Behavior } from '../../../kit/behavior.ts';
import type { Stage } from '../sound/stage.ts';
import type { Stroke } from '../sound/stroke.ts';
import type { BodyCard, Place } from './cards.ts';

/** Hearing the cards of body percussion. */
export interface BodyViewModel {
  /** The card that is heard. */
  readonly heard$: Behavior<string | undefined>;
  /** Its step that is heard now. */
  readonly step$: Behavior<number | undefined>;
  /** Four bars of it. Call it in the handler of a gesture. */
  hear(card: BodyCard): void;
  stop(): void;
}

/** Half a beat at 76 a minute, seconds. */
const STEP_S = 60 / 76 / 2;
const BARS = 4;

/** The project has no recorded hands; drums stand for them, low for low and high for high. */
const SOUNDS: Readonly<Record<Place, Stroke>> = {
  stamp: { instrument: LOW_DRUM, midi: 48, gain: 1 },
  lap: { instrument: HAND_DRUMS, midi: 64, gain: 0.7 },
  chest: { instrument: HAND_DRUMS, midi: 62, gain: 0.8 },
  clap: { instrument: SHAKERS, midi: 69, gain: 1 },
};
const INSTRUMENTS: readonly Instrument[] = [LOW_DRUM, HAND_DRUMS, SHAKERS];

export function bodyViewModel(stage: Stage, scheduler: SchedulerLike = asyncScheduler): BodyViewModel {
  const heard$ = behavior<string | undefined>(undefined);
  const step$ = behavior<number | undefined>(undefined);
  let running = new Subscription();
  const model: BodyViewModel = {
    ...{ heard$, step$ },
    hear: ({ id, steps }) => {
      model.stop();
      heard$.next(id);
      const playing = (running = new Subscription());
      stage.open(INSTRUMENTS).then(
        () => {
          if (playing.closed) return;
          const atS = stage.now() + 0.15;
          for (let i = 0; i < BARS * steps.length; i++) {
            const place = steps[i % steps.length];
            if (place) stage.strike(SOUNDS[place], atS + i * STEP_S);
            const shown = timer(1000 * (0.15 + i * STEP_S), scheduler);
            playing.add(shown.subscribe(() => step$.next(i % steps.length)));
          }
          const over = timer(1000 * (BARS * steps.length * STEP_S + 0.8), scheduler);
          playing.add(over.subscribe(() => model.stop()));
        },
        () => heard$.next(undefined),
      );
    },
    stop: () => {
      running.unsubscribe();
      if (heard$.value === undefined) return;
      stage.hush();
      heard$.next(undefined);
      step$.next(undefined);
    },
  };
  return model;
}
