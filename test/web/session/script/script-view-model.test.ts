import { describe, expect, it } from 'vitest';
import { PROTOCOLS, replayLog } from '../../../../engine/index.ts';
import { urgeSurfing } from '../../../../web/activities/urge-surfing/urge-surfing.ts';
import { SCRIPTS as RELAXING } from '../../../../web/activities/relaxation/scripts.ts';
import { SCRIPTS as SURFING } from '../../../../web/activities/urge-surfing/scripts.ts';
import { behavior } from '../../../../web/kit/behavior.ts';
import { openScope } from '../../../../web/kit/scope.ts';
import { scriptViewModel } from '../../../../web/session/script/script-view-model.ts';
import type { Script } from '../../../../web/session/script/script.ts';
import type { Voice } from '../../../../web/session/script/voice.ts';
import { only } from '../../../support/session-inputs.ts';
import { FakeSessions } from '../../activities/fake-sessions.ts';

function underTest(scripts: readonly Script[] = SURFING) {
  const sessions = new FakeSessions();
  const { clock, scheduler } = sessions.time;
  const said: string[] = [];
  const voice: Voice = {
    ...{ here$: behavior(true), on$: behavior(true), speaking$: behavior(false) },
    setOn: () => undefined,
    say: (text) => void said.push(text),
    hush: () => void said.push('(hush)'),
  };
  const scope = openScope();
  const model = scriptViewModel(scripts, scope, {
    ...{ clock, scheduler, voice },
    beginSession: (name) => {
      sessions.begin({ tags: [], protocol: PROTOCOLS.find((one) => one.id === name)! });
      const session = sessions.session$.value!;
      return { ...session, note: (note) => session.note({ activity: urgeSurfing.id, version: 1, ...note }) };
    },
  });
  const ratings = () => only(sessions.logs[0]!, 'rating').map(({ value, moment }) => [value, moment]);
  return { sessions, model, scope, said, ratings, pass: (s: number) => sessions.time.pass(s * 1000) };
}

describe('scriptViewModel', () => {
  it('begins the script that was chosen, over its own music', () => {
    const { model, sessions } = underTest(RELAXING);
    model.begin('winding-down');
    expect(model.script$.value?.id).toBe('winding-down');
    expect(only(sessions.logs[0]!, 'session-started')).toMatchObject([{ protocol: 'winding-down' }]);
  });

  it('gives ratings to the session, as every craving is given to it', async () => {
    const { model, ratings, pass } = underTest();
    model.begin('wave');
    await pass(5);
    model.rate(60);
    model.rate(90);
    await pass(60);
    model.rate(80);
    model.finish();
    model.answer(50);
    model.end();
    expect(ratings()).toEqual([
      [60, 'before'],
      [80, 'during'],
      [50, 'after'],
    ]);
  });

  it('goes on with its music when the craving rises and stays high, for that is what it is there for', async () => {
    const { model, sessions, pass } = underTest();
    model.begin('wave');
    await pass(2);
    for (const value of [40, 90, 100, 100, 100]) {
      model.rate(value);
      await pass(60);
    }
    expect(sessions.session$.value?.state$.value.stage).toBe('running');
    expect(model.place$.value?.ratings).toHaveLength(5);
  });

  it('asks nothing at the end of the way into sleep, and ends with the music', async () => {
    const { model, sessions, pass } = underTest(RELAXING);
    model.begin('winding-down');
    await pass(721);
    expect(model.place$.value).toMatchObject({ at: 'after', hard: false });
    await pass(200);
    expect(only(sessions.logs[0]!, 'session-ended')).toMatchObject([{ reason: 'finished' }]);
  });

  it('reads each sentence aloud once, and is silent at once with Stop', async () => {
    const { model, sessions, said, pass } = underTest();
    model.begin('wave');
    await pass(25);
    expect(said.filter((line) => line !== '(hush)')).toEqual([
      'There is a craving. How strong is it now?',
      'Nothing has to be decided in these ten minutes.',
    ]);
    sessions.session$.value?.stop();
    expect(said.at(-1)).toBe('(hush)');
  });

  it('is silent while the words wait, when a part is over, and when nobody is there any more', async () => {
    const { model, scope, said, pass } = underTest();
    model.begin('wave');
    await pass(5);
    model.pause();
    expect(said.at(-1)).toBe('(hush)');
    model.resume();
    model.finish();
    expect(said.at(-1)).toBe('(hush)');
    said.length = 0;
    scope.end();
    expect(said).toEqual(['(hush)']);
  });

  it('writes a log that a replay gives again to the byte', async () => {
    const { model, sessions, pass } = underTest();
    model.begin('wave');
    for (const value of [50, 70, 90, 80, 60, 40, 30, 20, 10, 10]) {
      await pass(5);
      model.rate(value);
      await pass(55);
    }
    model.finish();
    model.answer(10);
    model.end();
    const [log] = sessions.logs;
    expect(only(log!, 'rating')).toHaveLength(11);
    expect(JSON.stringify(replayLog(log!))).toBe(JSON.stringify(log));
  });
});
