import { Observable, Subject, type Subscription } from 'rxjs';
import { reportBug } from './report-bug.ts';

/**
 * A stream that always has a current value. A new subscriber gets it at once, also when the stream has completed; an
 * error of what it was made from completes it and leaves the last value, so reading `value` never throws.
 */
export interface Behavior<T> extends Observable<T> {
  readonly value: T;
}

/** A behavior whose owner sets its value with `next`. After `complete` its value stays as it is. */
export interface SettableBehavior<T> extends Behavior<T> {
  next(value: T): void;
  complete(): void;
}

export const behavior = <T>(initial: T): SettableBehavior<T> => new CurrentValue(initial);

class CurrentValue<T> extends Observable<T> implements SettableBehavior<T> {
  readonly #changes: Subject<T>;
  #value: T;
  #over = false;

  constructor(initial: T) {
    const changes = new Subject<T>();
    super((subscriber) => {
      subscriber.next(this.#value);
      return changes.subscribe(subscriber);
    });
    this.#changes = changes;
    this.#value = initial;
  }

  get value(): T {
    return this.#value;
  }

  next(value: T): void {
    if (this.#over) return;
    this.#value = value;
    this.#changes.next(value);
  }

  complete(): void {
    this.#over = true;
    this.#changes.complete();
  }
}

/**
 * The latest value of `source`, and the subscription that keeps it so. An error
 * is reported to the page, never passed on.
 */
export function follow<T>(source: Observable<T>, initial: T): [Behavior<T>, Subscription] {
  const latest = behavior(initial);
  const subscription = source.subscribe({
    next: (value) => latest.next(value),
    error: (bug: unknown) => {
      latest.complete();
      reportBug(bug);
    },
    complete: () => latest.complete(),
  });
  return [latest, subscription];
}

/**
 * Keeps the latest value of `source`, for sources that end by themselves or live as long as the page; elsewhere use
 * {@link Scope.keep}.
 *
 * @param initial the value until `source` gives one
 */
export const keepLatest = <T>(source: Observable<T>, initial: T): Behavior<T> => follow(source, initial)[0];
