import { Observable } from 'rxjs';
import {
  attuneSignals,
  type ActivityNoted,
  type Protocol,
  type SessionEvent,
} from '../../../engine/index.ts';
import { behavior } from '../../../web/kit/behavior.ts';
import { startSession } from '../../../web/session/live-session.ts';
import { breathSettings, type BreathGuiding } from '../../../web/session/breath-settings.ts';
import { sessionViewModel, type SessionViewModel } from '../../../web/session/session-view-model.ts';
import type {
  SessionsViewModel,
  BeforeAnswers,
  HeartSource,
} from '../../../web/session/sessions-view-model.ts';
import { only, started } from '../../support/session-inputs.ts';
import { VirtualTime } from '../../support/virtual-time.ts';
import { FakePlayer } from '../fake-player.ts';

/** The app's sessions with the real engine, on virtual time and a silent player, one log after the other. */
export class FakeSessions implements Pick<SessionsViewModel, 'begin' | 'session$' | 'blocked$' | 'unblock'> {
  readonly time = new VirtualTime();
  readonly player = new FakePlayer();
  readonly logs: SessionEvent[][] = [];
  readonly sources: (HeartSource | undefined)[] = [];
  readonly session$ = behavior<SessionViewModel | undefined>(undefined);
  readonly blocked$ = behavior<'not-begun' | 'interrupted' | undefined>(undefined);
  readonly guiding: BreathGuiding = {
    ...breathSettings({ getItem: () => null, setItem: () => undefined }),
    canVibrate: false,
  };
  unblock = (): void => this.blocked$.next(undefined);

  begin = ({ protocol }: BeforeAnswers, source?: HeartSource): void => {
    this.session$.value?.finish();
    this.sources.push(source);
    this.session$.next(this.#open(protocol!, source));
  };

  #open(protocol: Protocol, source?: HeartSource): SessionViewModel {
    const { clock, scheduler } = this.time;
    const log: SessionEvent[] = [];
    this.logs.push(log);
    const session = startSession(
      {
        ...{ clock, scheduler, player: this.player, engine: attuneSignals() },
        log: { append: (event) => void log.push(event), close: () => undefined },
      },
      {
        id: `session ${this.logs.length}`,
        start: started({ atMs: clock(), protocol: protocol.id }),
        sensor: source?.sensor,
      },
    );
    return sessionViewModel(session, protocol, { clock, scheduler });
  }

  /** What activities concluded in the latest session. */
  get noted(): readonly ActivityNoted[] {
    return only(this.logs.at(-1) ?? [], 'activity');
  }
}

/** A behavior or observable that knows how many listen to it. */
export function counted<T extends object>(
  source: T & Observable<unknown>,
): T & { readonly listeners: number } {
  let listeners = 0;
  const watched = new Observable((subscriber) => {
    listeners += 1;
    const inner = source.subscribe(subscriber);
    return () => {
      listeners -= 1;
      inner.unsubscribe();
    };
  });
  return Object.defineProperties(watched, {
    value: { get: () => (source as { value?: unknown }).value },
    listeners: { get: () => listeners },
  }) as unknown as T & { readonly listeners: number };
}
