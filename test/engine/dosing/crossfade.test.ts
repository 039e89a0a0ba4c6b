import { describe, expect, it } from 'vitest';
import { engineConfig, type Cue } from '../../../engine/index.ts';
import { crossfade, SILENT, stopPlan } from '../../../engine/dosing/crossfade.ts';

const config = engineConfig();
const harp: Cue = { module: 'night-harp', family: 'calming', level: 2 };
const water: Cue = { module: 'still-water', family: 'calming', level: 1 };

describe('crossfade', () => {
  it.each([
    [
      'a course change waits for the phrase and takes 10 s',
      harp,
      water,
      'course',
      { kind: 'dose', begin: 'phrase', durationS: 10 },
    ],
    ['a press is answered at once', harp, water, 'press', { kind: 'press', begin: 'now', durationS: 1.5 }],
    [
      'music wakes slowly from silence, even at a press',
      SILENT,
      water,
      'press',
      { kind: 'wake', begin: 'now', durationS: 4 },
    ],
    [
      'music wakes slowly at the very start',
      undefined,
      water,
      'course',
      { kind: 'wake', begin: 'now', durationS: 4 },
    ],
    [
      'music comes to rest on a phrase',
      harp,
      SILENT,
      'course',
      { kind: 'rest', begin: 'phrase', durationS: 10 },
    ],
    ['too much is answered at once', harp, SILENT, 'press', { kind: 'press', begin: 'now', durationS: 1.5 }],
  ] as const)('%s', (_, from, to, by, plan) => {
    expect(crossfade({ from, to, by }, config)).toMatchObject({ ...plan, to });
  });

  it('plans nothing where nothing changes', () => {
    expect(crossfade({ from: harp, to: harp, by: 'press' }, config)).toBeUndefined();
    expect(crossfade({ from: undefined, to: SILENT, by: 'course' }, config)).toBeUndefined();
  });

  it('changes when only the level does', () => {
    expect(crossfade({ from: harp, to: { ...harp, level: 3 }, by: 'course' }, config)?.kind).toBe('dose');
  });
});

describe('stopPlan', () => {
  it('is silent within 0.3 s', () => {
    expect(stopPlan(config)).toMatchObject({ kind: 'stop', begin: 'now', to: SILENT });
    expect(stopPlan(config).durationS).toBeLessThanOrEqual(0.3);
  });
});
