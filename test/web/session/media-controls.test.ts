import { BehaviorSubject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { DoseDecision } from '../../../engine/index.ts';
import { keepAwake } from '../../../web/session/keep-awake.ts';
import { mediaControls } from '../../../web/session/media-controls.ts';
import { OPENING_STATE, type SessionState } from '../../../web/session/session-state.ts';

function underTest() {
  const asked: string[] = [];
  const ask = (what: string) => () => void asked.push(what);
  const handlers = new Map<string, MediaSessionActionHandler | null>();
  const media = {
    metadata: null as MediaMetadata | null,
    playbackState: 'none' as MediaSessionPlaybackState,
    setActionHandler: (action: MediaSessionAction, handler: MediaSessionActionHandler | null) =>
      void handlers.set(action, handler),
  };
  const page = new EventTarget();
  const track = {
    play: () => (ask('track on')(), Promise.reject(new Error('no gesture'))),
    pause: ask('track off'),
  };
  const state$ = new BehaviorSubject<SessionState>({
    ...OPENING_STATE,
    decision: { module: 'still-water' } as DoseDecision,
  });
  const session = { state$, resume: ask('resume'), skip: ask('skip') };
  const session$ = new BehaviorSubject<typeof session | undefined>(undefined);
  mediaControls(
    { session$, stop: ask('stop'), unblock: ask('unblock') },
    { media, track, page, describe: (title) => ({ title }) as MediaMetadata },
  );
  const press = (action: MediaSessionAction): void => handlers.get(action)?.({ action });
  const offered = (): string[] => [...handlers].filter(([, handler]) => handler).map(([action]) => action);
  const turn = (stage: SessionState['stage']): void => state$.next({ ...state$.value, stage });
  return { asked, media, page, session$, session, press, offered, turn };
}

describe('mediaControls', () => {
  it('offers nothing without a session', () => {
    const { media, offered } = underTest();
    expect(offered()).toEqual([]);
    expect(media).toMatchObject({ playbackState: 'none', metadata: null });
  });

  it('names the piece, and leads pause and stop to silence', () => {
    const { asked, media, session$, session, press, offered } = underTest();
    session$.next(session);
    expect(media).toMatchObject({ playbackState: 'playing', metadata: { title: 'Still water' } });
    expect(offered()).toEqual(['play', 'pause', 'stop', 'nexttrack']);
    asked.length = 0;
    for (const action of ['pause', 'stop', 'nexttrack'] as const) press(action);
    expect(asked).toEqual(['stop', 'stop', 'skip']);
  });

  it('goes on after a stop by play, and by nothing else', () => {
    const { asked, media, session$, session, press, offered, turn } = underTest();
    session$.next(session);
    turn('halted');
    expect(media.playbackState).toBe('paused');
    expect(offered()).toEqual(['play']);
    asked.length = 0;
    press('play');
    expect(asked).toEqual(['unblock', 'resume']);
  });

  it('asks again for a track that the system paused behind the page, and gives all back at the end', () => {
    const { asked, media, page, session$, session, offered, turn } = underTest();
    session$.next(session);
    page.dispatchEvent(new Event('visibilitychange'));
    expect(asked.filter((what) => what === 'track on')).toHaveLength(2);
    turn('reflecting');
    expect(asked.at(-1)).toBe('track off');
    expect(offered()).toEqual([]);
    expect(media).toMatchObject({ playbackState: 'none', metadata: null });
  });
});

describe('keepAwake', () => {
  it('asks for the screen while it is wanted and seen, again when the page comes back, and lets go', async () => {
    const seen: { visibilityState: DocumentVisibilityState } = { visibilityState: 'visible' };
    const page = Object.assign(new EventTarget(), seen);
    const wanted$ = new BehaviorSubject(false);
    let held = 0;
    const release = (): Promise<undefined> => {
      held--;
      return Promise.resolve(undefined);
    };
    const request = () => {
      held++;
      return Promise.resolve({ release } as WakeLockSentinel);
    };
    keepAwake(wanted$, { page, wakeLock: { request } });
    const see = async (state: DocumentVisibilityState): Promise<number> => {
      page.visibilityState = state;
      page.dispatchEvent(new Event('visibilitychange'));
      await new Promise((resolve) => setImmediate(resolve));
      return held;
    };
    expect(held).toBe(0);
    wanted$.next(true);
    expect(held).toBe(1);
    expect(await see('hidden')).toBe(0);
    expect(await see('visible')).toBe(1);
    wanted$.next(false);
    expect(await see('visible')).toBe(0);
  });
});
