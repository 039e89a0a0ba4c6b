import { concatMap, defer, filter, timer, type Observable, type SchedulerLike } from 'rxjs';
import { clockOffset, type ClockOffset, type Ping } from '../../engine/index.ts';
import type { Clock } from '../clock.ts';
import type { TimeLine } from './relay-line.ts';

/** Ten questions each quarter of a minute, and a minute of them counts. */
const [PINGS, EVERY_MS, KEPT] = [10, 15_000, 40];

/** How the service's clock lies against `clock`, after each round of questions that had an answer. */
export const measuredOffset = (
  line: TimeLine,
  { clock, scheduler }: { readonly clock: Clock; readonly scheduler: SchedulerLike },
): Observable<ClockOffset> =>
  defer(() => {
    let pings: readonly Ping[] = [];
    const ask = async (): Promise<void> => {
      const sentMs = clock();
      const otherMs = await line.time();
      if (otherMs !== undefined) pings = [...pings, { sentMs, otherMs, receivedMs: clock() }].slice(-KEPT);
    };
    const round = async (): Promise<ClockOffset | undefined> => {
      const before = pings.at(-1);
      for (let i = 0; i < PINGS; i++) await ask();
      return pings.at(-1) === before ? undefined : clockOffset(pings);
    };
    return timer(0, EVERY_MS, scheduler).pipe(
      concatMap(round),
      filter((offset) => offset !== undefined),
    );
  });
