import { combineLatest, distinctUntilChanged, fromEvent, map, of, startWith, switchMap } from 'rxjs';
import type { Observable } from 'rxjs';
import { titleOf } from './words/announcements.ts';
import type { SessionsViewModel } from './sessions-view-model.ts';
import type { SessionViewModel } from './session-view-model.ts';
import type { SessionState } from './session-state.ts';

export interface MediaPorts {
  readonly media: Pick<MediaSession, 'metadata' | 'playbackState' | 'setActionHandler'>;
  /** What the system takes for the player. */
  readonly track: Pick<HTMLMediaElement, 'play' | 'pause'>;
  /** @param title of the piece */
  readonly describe: (title: string) => MediaMetadata;
  readonly page: EventTarget;
}

/** Of the session, what the controls show and do. */
type Controlled = Pick<SessionViewModel, 'state$' | 'resume' | 'skip'>;
type Controls = Partial<Record<MediaSessionAction, () => void>>;

const ACTIONS: readonly MediaSessionAction[] = ['play', 'pause', 'stop', 'nexttrack'];

/**
 * Media keys, headset buttons and the lock screen steer the session: pause and stop lead to silence, play goes on
 * after a stop, next asks for something else. Where nothing can be done there is no control.
 */
export function mediaControls(
  app: Pick<SessionsViewModel, 'stop' | 'unblock'> & {
    readonly session$: Observable<Controlled | undefined>;
  },
  { media, track, describe, page }: MediaPorts,
): void {
  const shown$ = app.session$.pipe(
    switchMap((session) =>
      session ? session.state$.pipe(map((state) => ({ session, ...shownOf(state) }))) : of(undefined),
    ),
    distinctUntilChanged(
      (a, b) => a?.session === b?.session && a?.stage === b?.stage && a?.title === b?.title,
    ),
  );
  // A page that comes back may find its track paused by the system.
  const seen$ = fromEvent(page, 'visibilitychange').pipe(startWith(undefined));
  combineLatest([shown$, seen$]).subscribe(([shown]) => {
    const stage = shown?.stage;
    media.playbackState = stage === 'running' ? 'playing' : stage === 'halted' ? 'paused' : 'none';
    media.metadata = shown?.stage && shown.title !== undefined ? describe(shown.title) : null;
    // Refused before any gesture; the music itself does not hang on it.
    if (stage === 'running') void track.play().catch(() => undefined);
    else track.pause();
    const controls = shown ? controlsOf(shown.session, stage) : {};
    for (const action of ACTIONS) media.setActionHandler(action, controls[action] ?? null);
  });

  function controlsOf(session: Controlled, stage: 'running' | 'halted' | undefined): Controls {
    const stop = (): void => app.stop();
    const play = (): void => {
      app.unblock();
      if (stage === 'halted') session.resume();
    };
    if (stage === 'running') return { play, pause: stop, stop, nexttrack: () => session.skip() };
    return stage === 'halted' ? { play } : {};
  }
}

const shownOf = ({ stage, decision }: SessionState) => ({
  stage: stage === 'running' || stage === 'halted' ? stage : undefined,
  title: decision && titleOf(decision.module),
});
