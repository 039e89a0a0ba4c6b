import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../../engine/index.ts';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';

const DEMO = 'fixtures/recorded-heart.csv';
const folder = temporaryFolder();
const file = (name: string) => join(folder, name);
const events = (name: string): readonly SessionEvent[] =>
  readFileSync(file(name), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as SessionEvent);

describe('attune study', () => {
  it('writes a plan, and each session of it is led by its arm, says so, and replays to the same bytes', () => {
    const plan = file('plan.json');
    const made = attuneCommand(
      'study',
      'schedule',
      '--arms',
      'mrt,sham',
      '--sessions',
      '1',
      '--cycles',
      '1',
      '--out',
      plan,
    );
    expect(made.out).toMatch(/abab, 1 people, seed 1, plan hash [0-9a-f]{16}/);
    const arms = made.out
      .trimEnd()
      .split('\n')
      .slice(2)
      .map((line) => line.trim().split(/\s+/).at(-1));
    const at = (arm: string): string => String(arms.indexOf(arm) + 1);
    const replay = (arm: string, ...more: string[]) =>
      attuneCommand('replay', DEMO, '--study', plan, '--session', at(arm), '--out', file(arm), ...more);
    expect(replay('mrt')).toMatchObject({ code: 0 });
    expect(replay('sham')).toMatchObject({ code: 2, err: expect.stringContaining('--sham names') as string });
    expect(replay('sham', '--sham', file('mrt'), '--seed', '9')).toMatchObject({ code: 0 });
    expect(events('mrt')[0]).toMatchObject({ study: { arm: 'mrt', participant: 1 } });
    const decided = (name: string) => events(name).filter((event) => event.type === 'decision');
    expect(decided('mrt').every(({ policy }) => policy.startsWith('mrt:even/pi0@'))).toBe(true);
    const music = (name: string) => [
      ...new Set(decided(name).map(({ module, level }) => `${module} ${level}`)),
    ];
    expect(music('sham')).toEqual(music('mrt'));
    for (const arm of ['mrt', 'sham'])
      expect(attuneCommand('replay', file(arm)).out).toContain('yes, byte for byte');
  });

  it('says what is wrong with a plan', () => {
    expect(attuneCommand('study', 'schedule', '--arms', 'pi0')).toMatchObject({ code: 2, out: '' });
  });
});
