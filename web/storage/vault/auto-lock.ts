import { interval, merge, type Observable, type SchedulerLike } from 'rxjs';
import type { Behavior } from '../../kit/behavior.ts';

export interface AutoLockPorts {
  /** The person does something on this page. */
  readonly activity$: Observable<unknown>;
  /** The page is seen again. */
  readonly seenAgain$: Observable<unknown>;
  /** While music leads, nobody is away. */
  readonly inSession$: Behavior<boolean>;
  readonly lockAfterMs$: Behavior<number | 'never'>;
  /** ms of a clock that never goes back, though it may stand still while the device sleeps. */
  readonly steadyMs: () => number;
  /** ms of the wall's clock, which may be set wrong and set right. */
  readonly wallMs: () => number;
  readonly lock: () => void;
}

/** How often it is looked whether the person is away, ms. */
const LOOK_MS = 5000;

/**
 * Locks once nothing was done on this page for so long, seen or hidden. Each clock is only ever asked for what has
 * passed, and either is enough: one that goes back or stands still cannot keep the vault open.
 */
export function autoLock(ports: AutoLockPorts, scheduler?: SchedulerLike): void {
  const { activity$, seenAgain$, inSession$, lockAfterMs$, steadyMs, wallMs, lock } = ports;
  let last = { steady: steadyMs(), wall: wallMs() };
  const here = (): void => void (last = { steady: steadyMs(), wall: wallMs() });
  const look = (): void => {
    const afterMs = lockAfterMs$.value;
    if (inSession$.value) here();
    const awayMs = Math.max(steadyMs() - last.steady, wallMs() - last.wall);
    if (afterMs === 'never' || awayMs < afterMs) return;
    here();
    lock();
  };
  // Whoever comes back is first asked how long they were away.
  merge(interval(LOOK_MS, scheduler), seenAgain$, activity$).subscribe(look);
  activity$.subscribe(here);
  inSession$.subscribe(here);
}
