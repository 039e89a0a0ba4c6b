import { Observable, type OperatorFunction } from 'rxjs';
import type { SessionEvent } from '../session/signal.ts';
import type { Signal } from '../session/signal.ts';

/** Keeps what belongs in the session log and numbers it from 0. */
export const writeLog = (): OperatorFunction<Signal, SessionEvent> => (source$) =>
  new Observable((subscriber) => {
    let seq = 0;
    return source$.subscribe({
      next: (signal) => {
        if ('author' in signal) subscriber.next({ seq: seq++, ...signal });
      },
      error: (bug: unknown) => subscriber.error(bug),
      complete: () => subscriber.complete(),
    });
  });
