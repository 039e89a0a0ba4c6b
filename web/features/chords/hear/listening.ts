import { asyncScheduler, interval, Subscription, type SchedulerLike } from 'rxjs';
import { behavior, type Behavior } from '../../../kit/behavior.ts';
import type { Band } from '../sound/band.ts';
import type { Ear, EarRefusal, OpenEar } from './ear.ts';

/** How the microphone stands. */
export type EarState =
  { readonly is: 'off' | 'asking' | EarRefusal } | { readonly is: 'on'; readonly processed: boolean };

/** A microphone that is looked at now and then while it is on. */
export interface Listening {
  readonly state$: Behavior<EarState>;
  /** Call it in the handler of a gesture. */
  turnOn(): Promise<void>;
  turnOff(): void;
}

interface ListeningPorts {
  readonly ear: Ear;
  readonly band: Band;
  /** Milliseconds between two looks. */
  readonly everyMs: number;
  /** Called with each look. */
  readonly look: (ear: OpenEar) => void;
  readonly scheduler?: SchedulerLike;
}

export function listening({
  ear,
  band,
  everyMs,
  look,
  scheduler = asyncScheduler,
}: ListeningPorts): Listening {
  const state$ = behavior<EarState>({ is: 'off' });
  let open: OpenEar | undefined;
  let looking = new Subscription();
  /** Counts what is asked for: an answer that comes after something else was asked is closed again. */
  let turn = 0;
  const close = (): void => {
    turn++;
    looking.unsubscribe();
    open?.close();
    open = undefined;
  };
  return {
    state$,
    turnOn: async () => {
      close();
      const mine = turn;
      state$.next({ is: 'asking' });
      const context = await band.open([]).then(
        () => band.context,
        () => undefined,
      );
      const answer = context ? await ear.open(context) : ({ refused: 'failed' } as const);
      if (mine !== turn) {
        if (!('refused' in answer)) answer.close();
        return;
      }
      if ('refused' in answer) {
        state$.next({ is: answer.refused });
        return;
      }
      open = answer;
      state$.next({ is: 'on', processed: answer.processed });
      looking = interval(everyMs, scheduler).subscribe(() => look(answer));
    },
    turnOff: () => {
      close();
      state$.next({ is: 'off' });
    },
  };
}
