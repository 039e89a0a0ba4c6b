import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { namedPolicy } from '../../cli/named-policy.ts';
import { fidelityText } from '../../cli/simulation/fidelity-text.ts';
import { simulation } from '../../engine/research/simulation/simulation.ts';
import { simulationText } from '../../cli/simulation/simulation-tables.ts';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';

const folder = temporaryFolder();
const file = (name: string) => join(folder, name);

const arms = ['pi0', 'thompson', 'oracle', 'static-calm', 'shuffle', 'time-ladder'] as const;

describe('attune simulate', () => {
  it('says the same of the same seed, in tables', () => {
    const said = () => simulationText(simulation({ people: 14, sessions: 2, seed: 4, arms }));
    const text = said();
    expect(said()).toBe(text);
    expect(text).toMatch(/music works +pi0 +10 /);
    expect(text).toMatch(/does nothing +pi0 +static-calm +0\.0 \[0\.0, 0\.0\] +no worse/);
  });

  it('writes a report that needs nothing else', () => {
    const ran = attuneCommand('simulate', '--people', '14', '--sessions', '1', '--html', file('report.html'));
    expect(ran).toMatchObject({ code: 0, err: '' });
    const html = readFileSync(file('report.html'), 'utf8');
    expect(html).toContain('<svg');
    expect(html).not.toMatch(/src=|href=|https?:(?!\/\/www\.w3\.org)/);
  });

  it('says which policies there are', () => {
    const { code, err } = attuneCommand('simulate', '--policy', 'pi0,magic');
    expect(code).toBe(2);
    expect(err).toMatch(/no "magic"; there are pi0, thompson/);
  });

  it('leads alike through the whole path and at the boundary', () => {
    const text = fidelityText({ people: 6, seed: 1 }, () => undefined);
    const apart = /decisions +([\d.]+) +([\d.]+)/.exec(text)!.slice(1).map(Number) as [number, number];
    expect(Math.abs(apart[0] - apart[1])).toBeLessThan(1);
  });
});

describe('attune ope', () => {
  it('judges another policy by simulated logs, and learns a state that replay can read', () => {
    const logs = file('logs');
    attuneCommand('simulate', '--people', '14', '--sessions', '4', '--policy', 'pi0', '--logs', logs);
    const even = attuneCommand('ope', logs, '--policy', 'even', '--json', '--learn', file('state.json'));
    expect(even).toMatchObject({ code: 0, err: '' });
    const found = JSON.parse(even.out) as { people: number; effective: number };
    expect(found.people).toBeGreaterThan(10);
    expect(found.effective).toBeGreaterThan(1);
    const log = join(logs, 'person-0001', 'session-0001.ndjson');
    const compared = attuneCommand(
      'replay',
      log,
      '--policy',
      file('state.json'),
      '--estimator',
      'heart-rate',
    );
    expect(compared.code).toBe(0);
    expect(compared.out).toMatch(/pi0, state-space +thompson@1:[0-9a-f]{16}, heart-rate/);
    expect(compared.out).toMatch(/\d+ of \d+ decisions differ in what plays/);
  }, 90_000);

  it('refuses what is no policy', () => {
    writeFileSync(file('broken.json'), '{');
    expect(() => namedPolicy(file('broken.json'))).toThrow(/this is not JSON/);
    expect(() => namedPolicy(file('nowhere'))).toThrow(/a policy is pi0, even/);
  });
});
