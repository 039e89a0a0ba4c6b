import { Observable, type OperatorFunction } from 'rxjs';
import type { Signal, SignalStep } from '../session/signal.ts';

type CreateStep = () => SignalStep;

/**
 * A stage of the pipeline as an operator. `create` runs at each subscription, so no state is ever shared. Stages
 * that follow each other become one operator whose steps call each other: nine subscribers between a beat and the
 * log cost more than what the stages do.
 */
export function stage<I extends Signal = Signal>(create: CreateStep): OperatorFunction<I, Signal> {
  return (source$) =>
    source$ instanceof Stages
      ? new Stages(source$.origin$, [...source$.creates, create])
      : new Stages(source$, [create]);
}

class Stages extends Observable<Signal> {
  readonly origin$: Observable<Signal>;
  readonly creates: readonly CreateStep[];

  constructor(origin$: Observable<Signal>, creates: readonly CreateStep[]) {
    super((subscriber) => {
      const into = chained(creates, (signal) => subscriber.next(signal));
      return origin$.subscribe({
        next: (signal) => {
          try {
            into(signal);
          } catch (bug) {
            subscriber.error(bug);
          }
        },
        error: (bug: unknown) => subscriber.error(bug),
        complete: () => subscriber.complete(),
      });
    });
    this.origin$ = origin$;
    this.creates = creates;
  }
}

/** The stages' steps, each of which hands on to the next, and the last one to `out`. */
const chained = (creates: readonly CreateStep[], out: (signal: Signal) => void): ((signal: Signal) => void) =>
  creates.reduceRight((emit, create) => {
    const step = create();
    return (signal) => step(signal, emit);
  }, out);
