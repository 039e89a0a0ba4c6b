import { describe, expect, it } from 'vitest';
import { engineConfig, protocolOf } from '../../../engine/index.ts';
import { DoseController, type DoseMoment } from '../../../engine/dosing/dose-controller.ts';
import type { Phase, Protocol } from '../../../engine/dosing/protocols/protocol.ts';

const session = protocolOf('craving-session');
const activation = protocolOf('activation');
const phase = (kind: string, protocol: Protocol = session): Phase =>
  protocol.phases.find((one) => one.kind === kind)!;
const controller = (protocol = session) => new DoseController(protocol, engineConfig());
/** Music has sounded unchanged for an hour, unless a test says otherwise. */
const at = (s: number, arousal?: number, about: Partial<DoseMoment> = {}): DoseMoment => ({
  atMs: s * 1000,
  arousal,
  heart: 'easy',
  changedAtMs: -3_600_000,
  silent: false,
  ...about,
});
const shift = phase('step-down');
const press = (button: 'calmer' | 'livelier' | 'skip' | 'too-much' | 'resume') => ({ button });

/** In the shift phase, from rung `place`, which was chosen by hand at 0 s: the first step is due at 120 s. */
function shifting(arousal: number, place = 3): DoseController {
  const doses = controller();
  doses.press(press('skip'), at(0, arousal));
  for (let i = 1; i < place; i++) doses.press(press('livelier'), at(0, arousal));
  for (let i = 1; i > place; i--) doses.press(press('calmer'), at(0, arousal));
  doses.enter(shift, at(60, arousal));
  return doses;
}

describe('DoseController', () => {
  it('meets the estimate from two rungs below, a rung in a minute', () => {
    const doses = controller();
    const match = phase('match');
    expect(doses.enter(match, at(0, 0.95))).toMatchObject({ rung: 2, reason: 'matching-estimate' });
    expect(doses.step(match, at(59, 0.95, { changedAtMs: 0 }))).toBeUndefined();
    expect(doses.reached(match, 0.95)).toBe(false);
    expect(doses.step(match, at(60, 0.95, { changedAtMs: 0 }))?.rung).toBe(3);
    expect(doses.step(match, at(120, 0.95, { changedAtMs: 60_000 }))).toBeUndefined();
    expect(doses.reached(match, 0.95)).toBe(true);
  });

  it('goes down at once with an estimate that falls, and to the goal with one at rest', () => {
    const doses = controller();
    doses.enter(phase('match'), at(0, 0.8));
    expect(doses.rung).toBe(2);
    expect(doses.step(phase('match'), at(60, 0.5, { changedAtMs: 0 }))?.rung).toBe(1);
    for (const arousal of [0.25, 0.3, 0.37, 0.4]) {
      expect(controller().enter(phase('match'), at(0, arousal)).rung).toBe(0);
    }
  });

  it('meets a person where their own sessions have shown, if somebody has looked', () => {
    const met = (below: number) =>
      new DoseController(session, engineConfig(), below).enter(phase('match'), at(0, 0.5)).rung;
    expect([1, 2, 3].map(met)).toEqual([1, 0, 0]);
  });

  it('comes within one rung where the course leads up', () => {
    const doses = controller(activation);
    const match = phase('match', activation);
    expect(doses.enter(match, at(0, 0.4)).rung).toBe(1);
    expect(doses.reached(match, 0.5)).toBe(true);
    expect(doses.step(match, at(60, 0.7))?.rung).toBe(2);
  });

  it('tries something else where it is quietest already and the estimate has not fallen', () => {
    const stays = shifting(0.6, 0);
    expect(stays.step(shift, at(120, 0.58))).toMatchObject({
      rung: 0,
      module: 'change',
      reason: 'another-estimate-stayed',
    });
    expect(stays.step(phase('hold'), at(239, 0.58))).toBeUndefined();
    expect(stays.step(phase('hold'), at(240, 0.58))?.reason).toBe('another-estimate-stayed');
    expect(shifting(0.6, 0).step(shift, at(120, 0.54))).toBeUndefined();
    expect(shifting(0.4, 0).step(shift, at(120, 0.4))).toBeUndefined();
    expect(shifting(0.6, 0).step(shift, at(120))).toBeUndefined();
  });

  it('starts where the protocol says when the estimate is withheld', () => {
    expect(controller().enter(phase('match'), at(0))).toMatchObject({
      rung: 1,
      reason: 'matching-by-default',
    });
  });

  it('leads down one rung a step while the estimate falls or holds', () => {
    const doses = shifting(0.6);
    expect(doses.step(shift, at(119, 0.5))).toBeUndefined();
    expect(doses.step(shift, at(120, 0.6))).toMatchObject({ rung: 2, reason: 'stepping-down-estimate-fell' });
    expect(doses.step(shift, at(121, 0.4))).toBeUndefined();
    expect(doses.step(shift, at(240, 0.4))).toMatchObject({ rung: 1 });
  });

  it('waits while the estimate rises; after two failed steps there is silence, and breath or stop are offered', () => {
    const doses = shifting(0.5);
    expect(doses.step(shift, at(120, 0.6))).toMatchObject({ rung: 3, reason: 'holding-estimate-rising' });
    expect(doses.step(shift, at(240, 0.8))).toMatchObject({ rung: 'silence', offers: ['breath', 'stop'] });
    const quiet = { silent: true, changedAtMs: 240_000 };
    expect(doses.step(shift, at(300, 0.8, quiet))).toBeUndefined();
    expect(doses.step(shift, at(360, 0.8, quiet))).toMatchObject({ rung: 3, reason: 'after-silence' });
  });

  it('takes a rise of the estimate since a press for a failed step, too', () => {
    const doses = shifting(0.5);
    doses.press(press('livelier'), at(70, 0.5));
    expect(doses.step(shift, at(190, 0.7))).toMatchObject({ rung: 4, reason: 'holding-estimate-rising' });
  });

  it('tells where it would be had each step succeeded', () => {
    const doses = shifting(0.5);
    expect(doses.target).toBe(3);
    doses.step(shift, at(120, 0.6));
    expect([doses.rung, doses.target]).toEqual([3, 2]);
  });

  it('leads by time alone while the estimate is withheld', () => {
    const doses = shifting(0.5);
    expect(doses.step(shift, at(120))).toMatchObject({ rung: 2, reason: 'stepping-down-by-time' });
  });

  it('stops stepping at the goal', () => {
    const doses = shifting(0.2, 0);
    expect(doses.reached(shift, 0.2)).toBe(true);
    expect(doses.step(shift, at(500, 0.1))).toBeUndefined();
  });

  it('answers a press at once, stays on the ladder and leaves the choice alone for two minutes', () => {
    const doses = shifting(0.1, 1);
    expect(doses.press(press('calmer'), at(1))).toMatchObject({ rung: 0, reason: 'asked-calmer' });
    for (let i = 0; i < 9; i++) doses.press(press('livelier'), at(300));
    expect(doses.rung).toBe(5);
    expect(doses.step(shift, at(419))).toBeUndefined();
    expect(doses.step(shift, at(420))?.rung).toBe(4);
  });

  it('gives a clinician a level outright and goes on from the nearest rung', () => {
    const doses = shifting(0.5);
    const cue = { family: 'calming', level: 5 } as const;
    expect(doses.press({ button: 'calmer', cue }, at(1))).toMatchObject({ cue, reason: 'asked-level' });
    expect(doses.rung).toBe(2);
  });

  it('keeps silence after "too much" through every phase until the person asks for music', () => {
    const doses = shifting(0.6);
    doses.press(press('too-much'), at(61));
    expect(doses.enter(phase('hold'), at(300, 0.2))).toMatchObject({ rung: 'silence' });
    expect(doses.step(shift, at(9000, 0.2))).toBeUndefined();
    expect(doses.press(press('resume'), at(9001))).toMatchObject({ rung: 3, reason: 'asked-resume' });
  });

  it('goes back to its place where the shield refuses, and waits before it tries again', () => {
    const doses = controller();
    doses.enter(phase('match'), at(0, 0.95));
    doses.denied(0);
    expect(doses.rung).toBe(1);
    expect(doses.step(phase('match'), at(59, 0.95))).toBeUndefined();
    expect(doses.step(phase('match'), at(60, 0.95))?.rung).toBe(2);
  });

  it('grows livelier only as far as the heart is seen to allow', () => {
    const lift = phase('step-up', activation);
    const lifting = (): DoseController => {
      const doses = controller(activation);
      doses.enter(phase('match', activation), at(0));
      doses.enter(lift, at(60));
      return doses;
    };
    expect(lifting().step(lift, at(120))).toMatchObject({ rung: 2, reason: 'stepping-up-by-time' });
    expect(lifting().step(lift, at(120, 0.4))).toMatchObject({ rung: 2, reason: 'stepping-up' });
    expect(lifting().step(lift, at(120, 0.95))).toMatchObject({ rung: 1, reason: 'holding-body-ahead' });
    expect(lifting().step(lift, at(120, 0.4, { heart: 'high' }))).toMatchObject({
      rung: 1,
      reason: 'holding-near-ceiling',
    });
    expect(lifting().step(lift, at(120, undefined, { heart: 'unknown' }))?.reason).toBe(
      'holding-no-heart-rate',
    );
    const doses = lifting();
    doses.step(lift, at(120, 0.4));
    expect(doses.step(lift, at(240, 0.4, { heart: 'high' }))).toMatchObject({
      rung: 1,
      reason: 'stepping-back-near-ceiling',
    });
  });

  it('leads to an activity a rung at a time, and is quiet where the protocol is', () => {
    const rhythm = protocolOf('rhythm-session');
    const doses = controller(rhythm);
    const [lively, free] = [rhythm.phases[2]!, rhythm.phases[3]!];
    expect(doses.enter(lively, at(0))).toMatchObject({ rung: 2, reason: 'leading-to-activity' });
    expect(doses.step(lively, at(59, undefined, { changedAtMs: 0 }))).toBeUndefined();
    expect(doses.step(lively, at(60, undefined, { changedAtMs: 0 }))?.rung).toBe(3);
    expect(doses.enter(free, at(300))).toMatchObject({ rung: 'silence', reason: 'quiet-by-plan' });
    const quiet = { silent: true, changedAtMs: 300_000 };
    expect(doses.step(free, at(900, undefined, quiet))).toBeUndefined();
    expect(doses.enter(rhythm.phases[4]!, at(900, undefined, quiet))).toMatchObject({ rung: 2 });
  });
});
