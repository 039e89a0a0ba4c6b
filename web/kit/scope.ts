import { Subscription, type Observable } from 'rxjs';
import { follow, type Behavior } from './behavior.ts';

/** Ends, when it ends, everything that was opened in it. What is opened after its end is closed at once. */
export interface Scope {
  /** The latest value of `source` until the scope ends; see {@link Behavior}. */
  keep<T>(source: Observable<T>, initial: T): Behavior<T>;
  /** Calls `next` with each value until the scope ends. */
  listen<T>(source: Observable<T>, next: (value: T) => void): void;
  /** Runs `close` once, when the scope ends. */
  onEnd(close: () => void): void;
  /** A scope that ends with this one at the latest. */
  child(): Scope;
  /** Later calls do nothing. */
  end(): void;
}

export function openScope(): Scope {
  const open = new Subscription();
  return {
    keep: (source, initial) => {
      const [latest, subscription] = follow(source, initial);
      open.add(subscription);
      return latest;
    },
    listen: (source, next) => open.add(source.subscribe(next)),
    onEnd: (close) => open.add(close),
    child: () => {
      const inner = openScope();
      open.add(() => inner.end());
      return inner;
    },
    end: () => open.unsubscribe(),
  };
}
