import { describe, expect, it } from 'vitest';
import { engineConfig, protocolOf } from '../../../engine/index.ts';
import { DoseController } from '../../../engine/dosing/dose-controller.ts';

const protocol = protocolOf('craving-session');
const phase = (kind: string) => protocol.phases.find((one) => one.kind === kind)!;
const controller = () => new DoseController(protocol, engineConfig());
const at = (s: number, arousal?: number) => ({ atMs: s * 1000, arousal });
const shift = phase('step-down');

/** In the shift phase, two rungs above the goal, matched at 0 s. */
function shifting(arousal: number): DoseController {
  const doses = controller();
  doses.enter(phase('match'), at(0, arousal));
  doses.enter(shift, at(60, arousal));
  return doses;
}

describe('DoseController', () => {
  it('meets the estimate on the ladder', () => {
    expect(controller().enter(phase('match'), at(0, 0.1)).rung).toBe(0);
    expect(controller().enter(phase('match'), at(0, 0.99)).rung).toBe(5);
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
    expect(doses.step(shift, at(120, 0.6))).toEqual({ rung: 2, reason: 'stepping-down-estimate-fell' });
    expect(doses.step(shift, at(121, 0.4))).toBeUndefined();
    expect(doses.step(shift, at(240, 0.4))).toMatchObject({ rung: 1 });
  });

  it('waits while the estimate rises, and offers silence after two failed steps', () => {
    const doses = shifting(0.5);
    expect(doses.step(shift, at(120, 0.6))).toMatchObject({ rung: 3, reason: 'holding-estimate-rising' });
    expect(doses.step(shift, at(240, 0.8))).toMatchObject({ rung: 'silence' });
    expect(doses.step(shift, at(300, 0.8))).toBeUndefined();
    expect(doses.step(shift, at(360, 0.8))).toMatchObject({ rung: 3, reason: 'after-silence' });
  });

  it('leads by time alone while the estimate is withheld', () => {
    const doses = shifting(0.5);
    expect(doses.step(shift, at(120))).toEqual({ rung: 2, reason: 'stepping-down-by-time' });
  });

  it('stops stepping at the goal', () => {
    const doses = shifting(0.1);
    expect(doses.atGoal).toBe(true);
    expect(doses.step(shift, at(500, 0.1))).toBeUndefined();
  });

  it('answers a press at once and stays on the ladder', () => {
    const doses = shifting(0.1);
    expect(doses.press('calmer', 1000)).toMatchObject({ rung: 0, reason: 'asked-calmer' });
    for (let i = 0; i < 9; i++) doses.press('livelier', 2000);
    expect(doses.rung).toBe(5);
  });

  it('keeps silence after "too much" through every phase until the person asks for music', () => {
    const doses = shifting(0.6);
    doses.press('too-much', 61_000);
    expect(doses.enter(phase('hold'), at(300, 0.2))).toMatchObject({ rung: 'silence' });
    expect(doses.step(shift, at(9000, 0.2))).toBeUndefined();
    expect(doses.press('resume', 9_001_000)).toMatchObject({ rung: 3, reason: 'asked-resume' });
  });
});
