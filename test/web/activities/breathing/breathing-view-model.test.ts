import { describe, expect, it } from 'vitest';
import { replayLog } from '../../../../engine/index.ts';
import { activityHost } from '../../../../web/activities/activity-host.ts';
import { breathing } from '../../../../web/activities/breathing/breathing.ts';
import type { BreathingModel } from '../../../../web/activities/breathing/breathing-view-model.ts';
import { only } from '../../../support/session-inputs.ts';
import { breathingHeart } from '../breathing-heart.ts';
import { FakeSessions } from '../fake-sessions.ts';

async function underTest(swing?: number) {
  const sessions = new FakeSessions();
  const { clock, scheduler } = sessions.time;
  const list = [{ ...breathing, load: () => Promise.resolve(breathing) }];
  const source = () => (swing === undefined ? undefined : breathingHeart(sessions, () => swing));
  const host = activityHost({ list, sessions, source, clock, scheduler });
  const model = (await host.enter('breathing'))!.model as BreathingModel;
  model.begin();
  const said = (what: string) =>
    sessions.noted.filter((one) => one.what === what).map(({ details }) => details);
  const state = () => sessions.session$.value!.state$.value;
  return { sessions, model, said, state, pass: (s: number) => sessions.time.pass(s * 1000) };
}

describe('breathingViewModel', () => {
  it('guides for five minutes without a strap, then lets the guide rest and the music stay', async () => {
    const { sessions, model, said, state, pass } = await underTest();
    expect(state().pacer?.perMinute).toBe(6);
    await pass(299);
    expect(model.practice$.value?.at).toBe('breathing');
    await pass(2);
    expect(model.practice$.value?.at).toBe('done');
    expect(state()).toMatchObject({ stage: 'running' });
    expect(state().pacer).toBeUndefined();
    expect(said('practised')).toEqual([{ how: 'through', afterS: 300, pace: 6 }]);
    expect(said('swing')).toEqual([]);
    expect(new Set(only(sessions.logs[0]!, 'decision').map(({ level }) => level))).toEqual(new Set([1]));
  });

  it('shows how far the heart swings, and logs it at the end', async () => {
    const { sessions, model, said, pass } = await underTest(5);
    await pass(60);
    expect(model.practice$.value?.swingBpm).toBe(10);
    model.finish();
    expect(said('swing')).toEqual([{ bpm: 10 }]);
    const [log] = sessions.logs;
    expect(JSON.stringify(replayLog(log!))).toBe(JSON.stringify(log));
  });

  it('breathes at the person’s own pace', async () => {
    const { sessions, model, state } = await underTest();
    sessions.guiding.change({ perMinute: 5.6 });
    model.finish();
    model.again();
    expect(state().pacer).toBeDefined();
  });

  it('takes another length on the way', async () => {
    const { model, said, pass } = await underTest();
    await pass(90);
    model.setLength(2);
    await pass(31);
    expect(model.practice$.value?.at).toBe('done');
    expect(said('length')).toEqual([{ minutes: 5 }, { minutes: 2 }]);
  });

  it('does not count silence', async () => {
    const { sessions, model, pass } = await underTest();
    await pass(10);
    sessions.session$.value!.stop();
    await pass(60);
    expect(model.practice$.value?.passedMs).toBe(10_000);
  });

  it('ends with the music', async () => {
    const { model, said, state, pass } = await underTest();
    await pass(20);
    model.finish();
    model.end();
    await pass(1);
    expect(state().stage).toBe('ended');
    expect(said('practised')).toEqual([{ how: 'finished', afterS: 20, pace: 6 }]);
  });
});
