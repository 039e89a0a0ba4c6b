import { describe, expect, it } from 'vitest';
import type { CrossfadePlan, SessionEvent } from '../../../../engine/index.ts';
import { dosingChecks } from '../../../../engine/research/index.ts';
import { started } from '../../../support/session-inputs.ts';
import { decision } from '../../dosing/learning/logs.ts';

const fade = (atS: number, to: CrossfadePlan['to'], kind: CrossfadePlan['kind'] = 'dose') =>
  ({
    type: 'crossfade',
    author: 'engine',
    atMs: atS * 1000,
    plan: { kind, to, durationS: 10, begin: 'phrase', curve: 'equal-power' },
  }) as const;

const checked = (...events: readonly object[]) =>
  dosingChecks(events.map((event, seq) => ({ seq, ...event }) as SessionEvent));

const water = (level: 1 | 2 | 3) => ({ module: 'still-water', family: 'calming', level }) as const;

describe('dosingChecks', () => {
  it('finds a module that was chosen though it was not allowed', () => {
    expect(checked(decision(0, 'open-road')).shieldBroken).toBe(1);
    expect(checked(decision(0, 'still-water')).shieldBroken).toBe(0);
  });

  it('finds a trigger that was let through', () => {
    const start = { ...started(), profile: { triggers: ['still-water'], earlyRecovery: false } };
    expect(checked(start, decision(0, 'still-water')).shieldBroken).toBe(1);
  });

  it('finds music that nobody decided on', () => {
    expect(checked(decision(0, 'night-harp'), fade(0, water(2))).shieldBroken).toBe(1);
  });

  it('finds a jump of two rungs, unless a press asked for it', () => {
    const begin = [decision(0, 'still-water'), fade(0, water(3))];
    expect(checked(...begin, fade(100, water(1))).jumps).toBe(1);
    expect(checked(...begin, fade(100, water(2))).jumps).toBe(0);
    expect(checked(...begin, fade(100, water(1), 'press')).jumps).toBe(0);
  });

  it('finds a change that came too soon, but for the fade at the end', () => {
    const begin = [decision(0, 'still-water'), fade(0, water(3))];
    const halt = { type: 'halt', author: 'engine', atMs: 59_000, cause: 'session-over' };
    expect(checked(...begin, fade(59, water(2))).flutters).toBe(1);
    expect(checked(...begin, fade(60, water(2))).flutters).toBe(0);
    expect(checked(...begin, halt, fade(59, water(2), 'rest')).flutters).toBe(0);
  });
});
