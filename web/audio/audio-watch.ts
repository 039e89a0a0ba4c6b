import {
  asyncScheduler,
  fromEvent,
  interval,
  NEVER,
  Subscription,
  switchMap,
  timer,
  type SchedulerLike,
} from 'rxjs';

/** Milliseconds between two looks at a live clock. */
const LOOK_MS = 1000;
/** Looks in a row at a clock that stands still although it says that it runs, before it is given up. */
const STUCK_LOOKS = 4;
/** Milliseconds that a new output device is given before its sample rate is asked for. */
const SETTLE_MS = 500;

/** What is looked at of an audio context; it also sends `statechange` and `error`. */
export interface WatchedContext {
  readonly state: 'running' | 'suspended' | 'interrupted' | 'closed';
  readonly currentTime: number;
  readonly sampleRate: number;
}

/** What happens to an audio context from outside. */
export interface AudioTrouble {
  /** It does not run, though it may again: worth asking for. */
  readonly onAsleep: () => void;
  /** It will not run again: another one has to take its place. */
  readonly onLost: () => void;
}

/** Where trouble is heard of. */
export interface AudioSurroundings {
  /** The browser's list of devices, which says when it changes; absent: it has none. */
  readonly devices?: EventTarget | undefined;
  /** Whether the page is out of sight: audio that another app has taken is then left to it. */
  readonly hidden: () => boolean;
  /** The sample rate that a context opened now would have, hertz. */
  readonly rateNow: () => number;
  readonly scheduler?: SchedulerLike;
}

/**
 * Watches over an audio context: one that was suspended or interrupted is reported as asleep, again each second while
 * the page is seen; one that has an error, was closed by the browser, whose clock stands still, or whose device now
 * runs at another rate is reported as lost, once.
 *
 * The timers are the page's, for those of the context stand still with its clock.
 */
export function watchAudio(
  context: WatchedContext & EventTarget,
  { devices, hidden, rateNow, scheduler = asyncScheduler }: AudioSurroundings,
  { onAsleep, onLost }: AudioTrouble,
): Subscription {
  const watch = new Subscription();
  let [last, stuck] = [-1, 0];
  const lost = (): void => {
    watch.unsubscribe();
    onLost();
  };
  const look = (): void => {
    const { state, currentTime } = context;
    stuck = state === 'running' && currentTime === last ? stuck + 1 : 0;
    last = currentTime;
    if (state === 'closed' || stuck >= STUCK_LOOKS) lost();
    else if (state !== 'running' && !hidden()) onAsleep();
  };
  watch.add(interval(LOOK_MS, scheduler).subscribe(look));
  watch.add(fromEvent(context, 'statechange').subscribe(look));
  watch.add(fromEvent(context, 'error').subscribe(lost));
  // Browsers that follow the device without being asked keep their rate; the others play it too fast, or crackle.
  watch.add(
    (devices ? fromEvent(devices, 'devicechange') : NEVER)
      .pipe(switchMap(() => timer(SETTLE_MS, scheduler)))
      .subscribe(() => {
        if (rateNow() !== context.sampleRate) lost();
      }),
  );
  return watch;
}
