import { Subscription } from 'rxjs';
import {
  monitoredSensor,
  relaySender,
  SensorError,
  type HeartRateSensor,
  type SendingStatus,
  type SensorErrorCode,
  type StrapStatus,
} from '../../../../devices/index.ts';
import { behavior, type Behavior } from '../../../kit/behavior.ts';
import type { Joined, JoinFault, RelayApi } from './relay-api.ts';

/** How far this phone is on its way to be the sensor. */
export type PhoneState =
  | { readonly at: 'code'; readonly busy: boolean; readonly fault?: JoinFault }
  | { readonly at: 'strap'; readonly fault?: SensorErrorCode }
  | { readonly at: 'sending' }
  /** The other screen has let go. */
  | { readonly at: 'gone' };

export interface PhoneViewModel {
  readonly state$: Behavior<PhoneState>;
  /** The strap, while it is followed. */
  readonly strap$: Behavior<StrapStatus | undefined>;
  readonly sending$: Behavior<SendingStatus>;
  join(pairingCode: string): Promise<void>;
  /** Opens the browser's chooser; only from a press. */
  chooseStrap(): Promise<void>;
  /** Lets go of the strap and of the other screen; a code is asked for again. */
  stop(): void;
  /** Lets go of the strap, as the page is left or closed. */
  leave(): void;
}

interface PhonePorts {
  readonly api: Pick<RelayApi, 'join' | 'sending'>;
  /** @throws SensorError */
  readonly requestStrap: () => Promise<HeartRateSensor>;
  /** Outlives a reload of the page, and no more. */
  readonly kept: { read(): Joined | undefined; write(joined: Joined | undefined): void };
}

const IDLE: SendingStatus = { line: 'open', waiting: 0 };

/** The phone's part in being the sensor of another screen. */
export function phoneViewModel({ api, requestStrap, kept }: PhonePorts): PhoneViewModel {
  let joined = kept.read();
  let following = Subscription.EMPTY;
  const state$ = behavior<PhoneState>(joined ? { at: 'strap' } : { at: 'code', busy: false });
  const strap$ = behavior<StrapStatus | undefined>(undefined);
  const sending$ = behavior<SendingStatus>(IDLE);

  const keep = (answer: Joined): void => {
    joined = answer;
    kept.write(answer);
    state$.next({ at: 'strap' });
  };
  const leave = (): void => {
    following.unsubscribe();
    strap$.next(undefined);
    sending$.next(IDLE);
  };
  const letGo = (then: PhoneState): void => {
    leave();
    joined = undefined;
    kept.write(undefined);
    state$.next(then);
  };
  const failed = (cause: unknown): void => {
    leave();
    const fault = cause instanceof SensorError ? cause.code : 'unreachable';
    state$.next({ at: 'strap', fault });
  };
  const follow = (chosen: HeartRateSensor, by: Joined): void => {
    leave();
    const { sensor, now$ } = monitoredSensor(chosen);
    following = new Subscription();
    following.add(now$.subscribe((now) => strap$.next(now)));
    state$.next({ at: 'sending' });
    following.add(
      relaySender(sensor, api.sending(by)).subscribe({
        next: (status) => {
          if (status.line === 'gone') letGo({ at: 'gone' });
          else sending$.next(status);
        },
        error: failed,
      }),
    );
  };
  return {
    ...{ state$, strap$, sending$, leave },
    join: async (pairingCode) => {
      state$.next({ at: 'code', busy: true });
      const answer = await api.join(pairingCode);
      if (typeof answer !== 'string') keep(answer);
      else state$.next({ at: 'code', busy: false, fault: answer });
    },
    chooseStrap: async () => {
      const by = joined;
      if (by) await requestStrap().then((strap) => follow(strap, by), failed);
    },
    stop: () => letGo({ at: 'code', busy: false }),
  };
}
