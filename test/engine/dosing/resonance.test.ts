import { describe, expect, it } from 'vitest';
import { paceResponses, type InputEvent } from '../../../engine/index.ts';
import { started } from '../../support/session-inputs.ts';
import { run } from '../../support/run-session.ts';

/**
 * A heart that follows the breath: ±`swing(pace)` ms about 900 ms, at the pace that the assessment asks for.
 * Two minutes of free breathing, then six paces of two minutes.
 */
function breathing(swing: (breathsPerMinute: number) => number): InputEvent[] {
  const paces = [7, 6.5, 6, 5.5, 5, 4.5];
  const beats: InputEvent[] = [];
  let atMs = 0;
  let angle = 0;
  while (atMs < 840_000) {
    const pace = paces[Math.floor(atMs / 120_000) - 1] ?? 14;
    const rrMs = Math.round(900 + swing(pace) * Math.sin(angle));
    angle += (2 * Math.PI * pace * rrMs) / 60_000;
    atMs += rrMs;
    beats.push({ type: 'intervals', atMs, author: 'device', sensor: 'test', rrMs: [rrMs] });
  }
  return beats;
}

describe('paceResponses', () => {
  it('finds the pace at which the heart swings most', () => {
    const log = run([
      started({ protocol: 'resonance-assessment' }),
      ...breathing((pace) => 80 - 30 * Math.abs(pace - 5.5)),
    ]);
    const responses = paceResponses(log);
    expect(responses).toHaveLength(6);
    expect(responses[0]!.breathsPerMinute).toBe(5.5);
    expect(responses.at(-1)!.breathsPerMinute).toBe(7);
  });

  it('says nothing where nothing was measured or asked for', () => {
    expect(paceResponses(run([started({ protocol: 'resonance-assessment' })]))).toEqual([]);
    expect(paceResponses(run([started(), ...breathing(() => 50)]))).toEqual([]);
  });
});
