import { NEVER } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { protocolOf } from '../../../engine/index.ts';
import { activityHost, isOpenTo } from '../../../web/activities/activity-host.ts';
import type { Activity, ActivityModel, ActivitySession } from '../../../web/activities/activity.ts';
import { FakeSessions } from './fake-sessions.ts';

const said = { lead: 'Lead', care: 'Care', begin: 'Begin' };
const events = { counted: { beats: { from: 0, to: 10 } } } as const;

/** An activity that does nothing but begin, and what became of each that was created. */
function listening(id = 'listening') {
  const ended: string[] = [];
  const sessions: ActivitySession<typeof events>[] = [];
  let created = 0;
  const activity: Activity<ActivityModel, typeof events> = {
    ...{ id, title: 'Listening', section: 'today' as const, minutes: 5, needs: ['sound'] },
    ...{ version: 2, events, words: said, Screen: () => null },
    create: (scope, { beginSession }) => {
      const name = `${id} ${(created += 1)}`;
      scope.onEnd(() => ended.push(name));
      return { begin: () => void sessions.push(beginSession('guided-relaxation')) };
    },
  };
  return { ended, sessions, listed: { ...activity, load: () => Promise.resolve(activity as Activity) } };
}

function underTest(...all: ReturnType<typeof listening>[]) {
  const sessions = new FakeSessions();
  const source = { sensor: { id: 'h10', name: 'H10', kind: 'strap', events$: NEVER } } as never;
  const list = all.map(({ listed }) => listed);
  return { sessions, host: activityHost({ list, sessions, source: () => source, clock: () => 0 }) };
}

describe('activityHost.enter', () => {
  it('knows no activity that is not in the list', async () => {
    expect(await underTest(listening()).host.enter('juggling')).toBeUndefined();
  });

  it('begins a session with the heart that was chosen', async () => {
    const { host, sessions } = underTest(listening());
    (await host.enter('listening'))!.model.begin();
    expect(sessions.sources).toMatchObject([{ sensor: { name: 'H10' } }]);
    expect(host.running$.value).toBe('listening');
  });

  it('gives the same activity again while its session goes on, and a new one afterwards', async () => {
    const { host, sessions } = underTest(listening());
    const first = (await host.enter('listening'))!;
    first.model.begin();
    host.leave(first);
    expect(await host.enter('listening')).toBe(first);
    host.leave(first);
    sessions.session$.value?.finish();
    expect(host.running$.value).toBeUndefined();
    expect(await host.enter('listening')).not.toBe(first);
  });
});

describe('activityHost.leave', () => {
  it('ends what has not begun', async () => {
    const one = listening();
    const { host } = underTest(one);
    host.leave((await host.enter('listening'))!);
    expect(one.ended).toEqual(['listening 1']);
  });

  it('keeps what is under way until its session has ended', async () => {
    const one = listening();
    const { host, sessions } = underTest(one);
    const visit = (await host.enter('listening'))!;
    visit.model.begin();
    host.leave(visit);
    expect(one.ended).toEqual([]);
    sessions.session$.value?.finish();
    expect(one.ended).toEqual(['listening 1']);
  });

  it('keeps what is over while a screen still shows it', async () => {
    const one = listening();
    const { host, sessions } = underTest(one);
    const visit = (await host.enter('listening'))!;
    visit.model.begin();
    sessions.session$.value?.finish();
    expect(one.ended).toEqual([]);
    host.leave(visit);
    expect(one.ended).toEqual(['listening 1']);
  });

  it('lets go of an activity whose session another one has replaced', async () => {
    const [one, other] = [listening(), listening('drumming')];
    const { host, sessions } = underTest(one, other);
    const visit = (await host.enter('listening'))!;
    visit.model.begin();
    host.leave(visit);
    (await host.enter('drumming'))!.model.begin();
    expect(one.ended).toEqual(['listening 1']);
    expect(host.running$.value).toBe('drumming');
    sessions.begin({ tags: [], protocol: protocolOf('rescue') });
    expect(host.running$.value).toBeUndefined();
  });
});

describe('ActivitySession.note', () => {
  it('logs what the schema has, under the activity’s name and version', async () => {
    const one = listening();
    const { host, sessions } = underTest(one);
    (await host.enter('listening'))!.model.begin();
    one.sessions[0]!.note({ what: 'counted', details: { beats: 3 } });
    expect(sessions.noted).toMatchObject([
      { author: 'person', activity: 'listening', version: 2, what: 'counted', details: { beats: 3 } },
    ]);
  });

  it('refuses everything else, and text above all, without repeating it', async () => {
    const one = listening();
    const { host, sessions } = underTest(one);
    (await host.enter('listening'))!.model.begin();
    const note = (wrong: object) => one.sessions[0]!.note(wrong as never);
    for (const wrong of [
      { what: 'sang', details: {} },
      { what: 'counted', details: {} },
      { what: 'counted', details: { beats: 11 } },
      { what: 'counted', details: { beats: 'I miss her' } },
      { what: 'counted', details: { beats: 3, note: 'I miss her' } },
      { what: 'counted', details: { beats: 3, mood: 'sad' } },
      { what: 'toString', details: {} },
    ])
      expect(() => note(wrong)).toThrow(/^an event of listening (?!.*I miss her)/);
    expect(sessions.noted).toEqual([]);
  });
});

describe('isOpenTo', () => {
  const card = { id: 'a', title: 'A', section: 'today' as const, minutes: 5, needs: [] };
  const unlocked = [{ protocol: 'exposure', by: 'Dr. Example', untilMs: 100 }];

  it('is open to everybody where it needs no unlocking', () => {
    expect(isOpenTo(card, undefined, 0)).toBe(true);
  });

  it('needs the protocol that it names to be unlocked now', () => {
    const locked = { ...card, unlock: 'exposure' };
    expect(isOpenTo(locked, unlocked, 99)).toBe(true);
    expect(isOpenTo(locked, unlocked, 100)).toBe(false);
    expect(isOpenTo(locked, undefined, 0)).toBe(false);
    expect(isOpenTo({ ...card, unlock: 'imagery' }, unlocked, 0)).toBe(false);
  });
});
