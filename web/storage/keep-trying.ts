import {
  asyncScheduler,
  firstValueFrom,
  fromEvent,
  merge,
  NEVER,
  timer,
  type Observable,
  type SchedulerLike,
} from 'rxjs';
import type { Troubled } from './http-client.ts';

/** What came of one step. */
export type StepOutcome =
  /** Something is done that was not done before; there may be more. */
  | { readonly kind: 'progress' }
  /** The next step can follow, but nothing is gained yet. */
  | { readonly kind: 'moved' }
  /** The service is there, but had to be asked anew. */
  | { readonly kind: 'setback' }
  /** There is nothing to do; `heard`: by the service's own word. */
  | { readonly kind: 'idle'; readonly heard?: true }
  | ({ readonly kind: 'trouble' } & Troubled);

export interface TryingPorts {
  readonly step: () => Promise<StepOutcome>;
  readonly onOutcome?: (outcome: StepOutcome) => void;
  /** There may be something to do. Not a reason to try again sooner while there is trouble. */
  readonly news$: Observable<unknown>;
  /** The network may be back. */
  readonly online$: Observable<unknown>;
  /** Looks for something to do after so long without news; absent: waits for the news. */
  readonly idleMs?: number;
  readonly scheduler?: SchedulerLike | undefined;
  /** Uniform in 0…1. */
  readonly chance?: (() => number) | undefined;
}

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
/** So many gains without a failure between them: one alone may be a turn of a circle. */
const LASTING_GAINS = 2;
/** So often in a row it is hurried by a network that is back; one that comes and goes all the time then waits. */
const MOST_HURRIED = 5;

/**
 * Takes step after step, one at a time, for as long as `signal` allows. After trouble it waits for a random part of
 * a time that doubles with each failure up to a minute ("full jitter": many tabs do not come back at once), and
 * begins anew only when things go well again.
 *
 * Source: M. Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog, 2015.
 */
export async function keepTrying(ports: TryingPorts, signal: AbortSignal): Promise<void> {
  const { scheduler = asyncScheduler, chance = Math.random } = ports;
  const ended$ = fromEvent(signal, 'abort');
  let longestMs = FIRST_WAIT_MS;
  let gains = 0;
  let hurried = 0;
  // What happens during a step is not missed.
  const heard = { news: false, online: false };
  const listening = ports.news$.subscribe(() => (heard.news = true));
  listening.add(ports.online$.subscribe(() => (heard.online = true)));
  const wait = async (ms: number | undefined, ...wakers: Observable<unknown>[]): Promise<void> => {
    if (signal.aborted) return;
    await firstValueFrom(merge(ms === undefined ? NEVER : timer(ms, scheduler), ended$, ...wakers));
  };

  while (!signal.aborted) {
    Object.assign(heard, { news: false, online: false });
    const outcome = await ports.step().catch((): StepOutcome => ({ kind: 'trouble', why: 'away' }));
    ports.onOutcome?.(outcome);
    if (outcome.kind === 'progress') gains += 1;
    if (gains >= LASTING_GAINS || (outcome.kind === 'idle' && outcome.heard)) longestMs = FIRST_WAIT_MS;
    if (outcome.kind === 'idle' && !heard.news && !heard.online)
      await wait(ports.idleMs, ports.news$, ports.online$);
    if (outcome.kind === 'setback' || outcome.kind === 'trouble') {
      gains = 0;
      const waitMs = chance() * longestMs;
      longestMs = Math.min(longestMs * 2, LONGEST_WAIT_MS);
      if ('retryAfterMs' in outcome) await wait(outcome.retryAfterMs);
      const leastMs = hurried >= MOST_HURRIED ? Math.min(waitMs, FIRST_WAIT_MS) : 0;
      if (leastMs > 0) await wait(leastMs);
      if (!heard.online) await wait(waitMs - leastMs, ports.online$);
      hurried = heard.online ? hurried + 1 : 0;
    }
  }
  listening.unsubscribe();
}
