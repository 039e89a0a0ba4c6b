import { describe, expect, it } from 'vitest';
import { replayLog, RESONANCE_PACES } from '../../../../engine/index.ts';
import { activityHost } from '../../../../web/activities/activity-host.ts';
import { resonance } from '../../../../web/activities/resonance/resonance.ts';
import type { ResonanceModel } from '../../../../web/activities/resonance/resonance-view-model.ts';
import { only } from '../../../support/session-inputs.ts';
import { breathingHeart } from '../breathing-heart.ts';
import { FakeSessions } from '../fake-sessions.ts';

/** Most at 5.5 a minute. */
const peaked = (pace: number): number => 4 + 4 * Math.exp(-(((pace - 5.5) / 0.6) ** 2));

async function underTest(swing?: (pace: number) => number) {
  const sessions = new FakeSessions();
  const { clock, scheduler } = sessions.time;
  const list = [{ ...resonance, load: () => Promise.resolve(resonance) }];
  const source = () => swing && breathingHeart(sessions, swing);
  const host = activityHost({ list, sessions, source, clock, scheduler });
  const model = (await host.enter('resonance'))!.model as ResonanceModel;
  model.begin();
  const said = (what: string) =>
    sessions.noted.filter((one) => one.what === what).map(({ details }) => details);
  return { sessions, model, said, pass: (s: number) => sessions.time.pass(s * 1000) };
}

describe('resonanceViewModel', () => {
  it('leads through all six paces, over one piece, and tells today’s', async () => {
    const { sessions, model, said, pass } = await underTest(peaked);
    await pass(60 + 6 * 120 + 5 * 40 + 20);
    const verdict = model.verdict$.value!;
    if (verdict.kind !== 'pace') throw new Error(verdict.kind);
    expect(Math.abs(verdict.perMinute - 5.5)).toBeLessThan(0.25);
    expect(
      said('pace-begun')
        .map((details) => Number(details!['pace']))
        .sort(),
    ).toEqual(RESONANCE_PACES);
    expect(said('pace-left').every((details) => details!['how'] === 'through')).toBe(true);
    expect(said('found')).toMatchObject([{ paces: 6 }]);
    const log = sessions.logs[0]!;
    expect(new Set(only(log, 'decision').map(({ module }) => module)).size).toBe(1);
    expect(JSON.stringify(replayLog(log))).toBe(JSON.stringify(log));
  });

  it('makes the pace that was found the guide’s, once that is asked for', async () => {
    const { sessions, model, said, pass } = await underTest(peaked);
    await pass(60 + 6 * 120 + 5 * 40 + 20);
    expect(sessions.guiding.settings$.value.perMinute).toBe(6);
    model.take();
    const rate = Number(said('found')[0]!['rate']);
    expect(sessions.guiding.settings$.value.perMinute).toBe(rate);
    expect(said('taken')).toEqual([{ rate }]);
  });

  it('concludes nothing where it is left', async () => {
    const { sessions, model, said, pass } = await underTest(peaked);
    await pass(60 + 5 * 160);
    model.leave();
    await pass(60);
    expect(model.verdict$.value).toBeUndefined();
    expect([...said('found'), ...said('flat'), ...said('withheld')]).toEqual([]);
    expect(sessions.session$.value?.state$.value.stage).toBe('ended');
  });

  it('goes on without the paces that were skipped, and says when they were too many', async () => {
    const { model, said, pass } = await underTest(peaked);
    await pass(61);
    for (const _ of RESONANCE_PACES) {
      await pass(10);
      model.skip();
      model.skip();
    }
    await pass(20);
    expect(model.verdict$.value).toMatchObject({ kind: 'withheld', reason: 'too-few' });
    expect(said('left-out')).toHaveLength(6);
    expect(said('withheld')).toEqual([{ reason: 'too-few', paces: 0 }]);
  });

  it('says that no heart arrives instead of pacing for nothing', async () => {
    const { model, said, pass } = await underTest();
    await pass(61);
    expect(model.place$.value).toEqual({ at: 'no-heart' });
    expect(said('pace-begun')).toEqual([]);
  });

  it('begins a pace anew after Stop, and counts only the last time', async () => {
    const { sessions, model, said, pass } = await underTest(peaked);
    await pass(61 + 50);
    sessions.session$.value!.stop();
    await pass(30);
    expect(said('pace-left')).toMatchObject([{ how: 'stopped' }]);
    sessions.session$.value!.resume();
    await pass(1);
    expect(model.place$.value).toMatchObject({ at: 'pace', pace: 0 });
    expect(model.leftS$.value).toBeGreaterThan(115);
    await pass(6 * 120 + 5 * 40 + 30);
    expect(model.verdict$.value).toMatchObject({ kind: 'pace', leftOut: [] });
  });
});
