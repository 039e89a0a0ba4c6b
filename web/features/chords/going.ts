import { interval, Subscription, type SchedulerLike } from 'rxjs';
import type { Instrument } from '../../audio/instruments/index.ts';
import { behavior, type Behavior, type SettableBehavior } from '../../kit/behavior.ts';
import type { Band } from './sound/band.ts';

/** How a song stands that is played or sung along. */
export type Going = 'no' | 'preparing' | 'count-in' | 'on' | 'over';

export interface GoesAlong {
  /** What goes on moves it from `preparing`. */
  readonly going$: SettableBehavior<Going>;
  /** Instruments could not be fetched. */
  readonly failed$: Behavior<boolean>;
  /**
   * Ends what goes on and fetches the instruments. Call it in the handler of a gesture.
   * @param without instead of `ready`, where they do not come; absent: it does not go on
   */
  begin(instruments: readonly Instrument[], ready: () => void, without?: () => void): void;
  /** Looks at it every so many ms for as long as it goes on. */
  each(everyMs: number, look: () => void): void;
  readonly stop: () => void;
}

interface GoingPorts {
  readonly band: Band;
  readonly scheduler: SchedulerLike;
}

/** One song that goes on at a time. */
export function goesAlong({ band, scheduler }: GoingPorts): GoesAlong {
  const going$ = behavior<Going>('no');
  const failed$ = behavior(false);
  let running = new Subscription();
  const stop = (): void => {
    running.unsubscribe();
    band.hush();
    if (going$.value !== 'no') going$.next('no');
  };
  return {
    ...{ going$, failed$, stop },
    begin: (instruments, ready, without = () => going$.next('no')) => {
      stop();
      failed$.next(false);
      going$.next('preparing');
      const mine = (running = new Subscription());
      band.open(instruments).then(
        () => {
          if (!mine.closed) ready();
        },
        () => {
          if (mine.closed) return;
          failed$.next(true);
          without();
        },
      );
    },
    each: (everyMs, look) => running.add(interval(everyMs, scheduler).subscribe(look)),
  };
}
