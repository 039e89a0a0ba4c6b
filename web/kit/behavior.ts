import { BehaviorSubject, type Observable } from 'rxjs';

/** A stream that always has a current value; a new subscriber gets it at once. */
export interface Behavior<T> extends Observable<T> {
  readonly value: T;
}

/**
 * Keeps the latest value of `source`. Subscribes at once and lets go when `source` ends, so it is meant for
 * sources that end with the thing they describe (a session) or live as long as the page.
 *
 * @param initial the value until `source` gives one
 */
export function keepLatest<T>(source: Observable<T>, initial: T): Behavior<T> {
  const latest = new BehaviorSubject(initial);
  source.subscribe(latest);
  return latest;
}
