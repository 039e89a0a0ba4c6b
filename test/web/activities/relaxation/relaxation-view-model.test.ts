import { describe, expect, it } from 'vitest';
import { replayLog } from '../../../../engine/index.ts';
import { activityHost } from '../../../../web/activities/activity-host.ts';
import { relaxation } from '../../../../web/activities/relaxation/relaxation.ts';
import type { ScriptModel } from '../../../../web/session/script/script-view-model.ts';
import { only } from '../../../support/session-inputs.ts';
import { FakeSessions } from '../fake-sessions.ts';

async function underTest() {
  const sessions = new FakeSessions();
  const { scheduler } = sessions.time;
  let sleptMs = 0;
  const clock = () => sessions.time.clock() + sleptMs;
  const list = [{ ...relaxation, load: () => Promise.resolve(relaxation) }];
  const host = activityHost({ list, sessions, source: () => undefined, clock, scheduler });
  const { model } = (await host.enter('relaxation'))!;
  const relaxing = model as ScriptModel;
  relaxing.begin();
  const said = () =>
    sessions.noted.map(({ what, details }) => [what, ...Object.values(details ?? {})].join(' '));
  const sleep = (s: number) => void (sleptMs += 1000 * s);
  return { sessions, pass: (s: number) => sessions.time.pass(s * 1000), sleep, relaxing, said };
}

describe('relaxationViewModel', () => {
  it('leads through all parts by itself, over calm music, and asks before the music is over', async () => {
    const { sessions, pass, relaxing, said } = await underTest();
    await pass(781);
    expect(relaxing.place$.value).toMatchObject({ at: 'question' });
    expect(said().filter((line) => line.includes('through'))).toHaveLength(8);
    expect(sessions.session$.value?.state$.value.stage).toBe('running');
    const families = only(sessions.logs[0]!, 'decision').map(({ family }) => family);
    expect(new Set(families)).toEqual(new Set(['calming']));
  });

  it('notes a part that was left early with the time spent in it, pauses left out', async () => {
    const { pass, relaxing, said } = await underTest();
    await pass(10);
    relaxing.pause();
    await pass(60);
    relaxing.resume();
    await pass(5.4);
    relaxing.goOn();
    expect(said()).toEqual([
      'script-begun whole-body',
      'phase-entered settle',
      'words-paused settle',
      'words-resumed settle',
      'phase-left settle early 15',
      'phase-entered breath',
    ]);
  });

  it('waits where it was while the sound is stopped, and goes on from there', async () => {
    const { sessions, pass, relaxing } = await underTest();
    await pass(10);
    sessions.session$.value?.stop();
    await pass(120);
    expect(relaxing.place$.value).toMatchObject({ phase: 0, inPhaseMs: 10_000 });
    relaxing.session$.value?.resume();
    await pass(5);
    expect(relaxing.place$.value).toMatchObject({ phase: 0, inPhaseMs: 15_000 });
  });

  it('lets the breathing guide go along where the words ask for it, and tells the engine', async () => {
    const { sessions, pass, relaxing } = await underTest();
    relaxing.goOn();
    await pass(25);
    expect(relaxing.session$.value?.breath$.value).toBeDefined();
    relaxing.goOn();
    expect(relaxing.session$.value?.breath$.value).toBeUndefined();
    expect(only(sessions.logs[0]!, 'pacer').map(({ breathsPerMinute }) => breathsPerMinute)).toEqual([
      6,
      undefined,
    ]);
  });

  it('comes back to the room when the music is over before the words are', async () => {
    const { pass, relaxing, said } = await underTest();
    relaxing.pause();
    await pass(901);
    expect(relaxing.place$.value).toMatchObject({ phase: 7 });
    expect(said()).toContain('phase-left settle music-over 0');
    await pass(61);
    expect(relaxing.place$.value).toMatchObject({ at: 'question' });
  });

  it('lets the music go on after the answer until it ends by itself', async () => {
    const { sessions, pass, relaxing, said } = await underTest();
    await pass(781);
    relaxing.answer('softer');
    expect(said().at(-1)).toBe('body softer');
    expect(sessions.session$.value?.state$.value.stage).toBe('running');
    await pass(120);
    expect(only(sessions.logs[0]!, 'session-ended')).toMatchObject([{ reason: 'finished' }]);
  });

  it('ends with the answer where there is no music any more', async () => {
    const { sessions, pass, relaxing } = await underTest();
    await pass(10);
    sessions.session$.value?.stop();
    relaxing.finish();
    relaxing.answer();
    expect(only(sessions.logs[0]!, 'session-ended')).toHaveLength(1);
  });

  it('makes up no time for a computer that slept', async () => {
    const { pass, sleep, relaxing } = await underTest();
    await pass(2);
    sleep(3600);
    await pass(1);
    expect(relaxing.place$.value).toMatchObject({ phase: 0, inPhaseMs: 7000 });
  });

  it('writes a log that a replay gives again to the byte', async () => {
    const { sessions, pass, relaxing } = await underTest();
    await pass(100);
    relaxing.goOn();
    await pass(700);
    relaxing.answer('tenser');
    relaxing.end();
    const [log] = sessions.logs;
    expect(only(log!, 'activity').length).toBeGreaterThan(15);
    expect(JSON.stringify(replayLog(log!))).toBe(JSON.stringify(log));
  });
});
