import { Observable, type OperatorFunction } from 'rxjs';
import type { Signal, SignalStep } from '../session/signal.ts';

/** A stage of the pipeline as an operator. `create` runs at each subscription, so no state is ever shared. */
export function stage<I extends Signal = Signal>(create: () => SignalStep): OperatorFunction<I, Signal> {
  return (source$) =>
    new Observable((subscriber) => {
      const step = create();
      const emit = (signal: Signal) => subscriber.next(signal);
      return source$.subscribe({
        next: (signal) => {
          try {
            step(signal, emit);
          } catch (bug) {
            subscriber.error(bug);
          }
        },
        error: (bug: unknown) => subscriber.error(bug),
        complete: () => subscriber.complete(),
      });
    });
}
