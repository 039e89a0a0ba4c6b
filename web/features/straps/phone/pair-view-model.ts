import { asyncScheduler, type SchedulerLike } from 'rxjs';
import { relayedSensor, type HeartRateSensor } from '../../../../devices/index.ts';
import { behavior, type Behavior } from '../../../kit/behavior.ts';
import type { RelayApi } from './relay-api.ts';

/** How far the phone is. */
export type Pairing =
  | { readonly at: 'asking' }
  | { readonly at: 'code'; readonly pairingCode: string }
  /** A phone has brought the code, and has no strap yet. */
  | { readonly at: 'joined' }
  | { readonly at: 'failed'; readonly why: 'signed-out' | 'trouble' };

export interface PairViewModel {
  readonly pairing$: Behavior<Pairing>;
  /** Shows a code, a new one whenever the last has grown too old, until a phone has a strap. */
  begin(): void;
  /** Lets go of a phone that is not taken. */
  stop(): void;
}

interface PairPorts {
  readonly api: Pick<RelayApi, 'make' | 'look' | 'end' | 'receiving'>;
  /** Takes the strap on the phone as the source. */
  readonly take: (sensor: HeartRateSensor) => void;
  readonly scheduler?: SchedulerLike;
}

const LOOK_EVERY_MS = 1000;

/** The screen's part in coming together with a phone. */
export function pairViewModel({ api, take, scheduler = asyncScheduler }: PairPorts): PairViewModel {
  const pairing$ = behavior<Pairing>({ at: 'asking' });
  /** Of the code that is shown; another one begins anew. */
  let turn = 0;
  let waiting: string | undefined;
  const stop = (): void => {
    turn += 1;
    if (waiting !== undefined) api.end(waiting);
    waiting = undefined;
  };
  const begin = async (): Promise<void> => {
    stop();
    const own = (turn += 1);
    const made = await api.make();
    if (typeof made === 'string') {
      if (own === turn) pairing$.next({ at: 'failed', why: made });
      return;
    }
    // Nobody waits for it any more.
    if (own !== turn) {
      api.end(made.id);
      return;
    }
    waiting = made.id;
    pairing$.next({ at: 'code', pairingCode: made.pairingCode });
    follow({ id: made.id, own, untilMs: scheduler.now() + made.forMs });
  };
  const follow = (pair: { readonly id: string; readonly own: number; readonly untilMs: number }): void => {
    scheduler.schedule(() => {
      if (pair.own === turn) void look(pair);
    }, LOOK_EVERY_MS);
  };
  const look = async (pair: Parameters<typeof follow>[0]): Promise<void> => {
    const { id, own, untilMs } = pair;
    const found = await api.look(id);
    if (own !== turn) return;
    const isHere = typeof found !== 'string' && found.joined;
    const isTooOld = !isHere && found !== 'cut' && scheduler.now() > untilMs;
    if (found === 'gone' || isTooOld) {
      void begin();
      return;
    }
    if (isHere && found.strap !== undefined) {
      [turn, waiting] = [turn + 1, undefined];
      take(relayedSensor(api.receiving(id), { id, name: found.strap }));
      return;
    }
    if (isHere && pairing$.value.at === 'code') pairing$.next({ at: 'joined' });
    follow(pair);
  };
  return { pairing$, begin: () => void begin(), stop };
}
