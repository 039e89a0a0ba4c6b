import { Observable } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { freshState, protocolNaming } from '../../../engine/index.ts';
import type { StartPart } from '../../../web/session/contributor.ts';
import { sessionStart } from '../../../web/session/session-start.ts';
import { opening } from '../opening.ts';
import { REST } from '../../support/session-inputs.ts';

const beginsAt5 = opening({ atMs: 5 });
const source = {
  sensor: { id: 'h10', name: 'H10', kind: 'strap', events$: new Observable<never>() },
  baseline: REST,
} as const;
const beginning = { configHash: 'config', source };

const music = { triggers: ['kites'], triggerTags: { artists: ['A'] }, earlyRecovery: true, ownTracks: [] };
const dosing = {
  quarantined: ['cradle'],
  heard: { todayMinutes: 1, weekSoundShare: 0.1 },
  locks: { maxLevel: 3 },
  unlocked: [{ protocol: 'exposure', by: 'Dr A', untilMs: 9 }],
  meeting: { below: 1, probabilities: [1, 0, 0] },
} as const;
const learned = freshState();
const usualRest = { sessions: 5, heartRateBpm: { median: 60, spread: 3, se: 1 } };
const craving = { record: { version: 1, labels: [] }, utcOffsetMin: 60 } as const;

const parts: readonly StartPart[] = [
  { profile: music },
  { craving },
  { usualRest },
  { profile: dosing, learned },
];

describe('sessionStart', () => {
  it('writes every field where logs have always had it, whoever gave it first', () => {
    const { triggers, earlyRecovery, triggerTags, ownTracks } = music;
    const before = JSON.stringify({
      ...{ type: 'session-started', atMs: 5, author: 'person', version: 1 },
      ...protocolNaming(beginsAt5.protocol),
      ...{ seed: 7, configHash: 'config' },
      profile: { triggers, earlyRecovery, triggerTags, ownTracks, ...dosing },
      ...{ learned, baseline: REST, usualRest, craving },
      source: { kind: 'strap', name: 'H10' },
    });
    expect(JSON.stringify(sessionStart(beginsAt5, beginning, parts))).toBe(before);
    expect(JSON.stringify(sessionStart(beginsAt5, beginning, [...parts].reverse()))).toBe(before);
  });

  it('leaves out what nobody gave', () => {
    const bare = sessionStart({ ...beginsAt5, source: 'none' }, { configHash: 'config', source: undefined }, [
      { learned: undefined, profile: { quarantined: undefined as never } },
    ]);
    expect(Object.keys(bare.profile)).toEqual(['triggers', 'earlyRecovery']);
    expect(Object.keys(bare)).toEqual([
      ...['type', 'atMs', 'author', 'version', ...Object.keys(protocolNaming(beginsAt5.protocol))],
      ...['seed', 'configHash', 'profile', 'source'],
    ]);
    expect(bare.source).toEqual({ kind: 'none', name: 'none' });
  });
});
