import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';

const folder = temporaryFolder();
const file = (name: string) => join(folder, name);
const SHIPPED = 'engine/dosing/protocols/rescue.json';

describe('attune protocol check', () => {
  it('finds nothing wrong with what ships, and tells its hash', () => {
    const { code, out } = attuneCommand('protocol', 'check', SHIPPED);
    expect(code).toBe(0);
    expect(out).toMatch(/rescue\.json: rescue, version \d+, 4 phases, hash [0-9a-f]{16}: fine\n$/);
  });

  it('names every fault with file and line, and fails', () => {
    const text = readFileSync(SHIPPED, 'utf8')
      .replace('"stepS": 60', '"stepS": 6')
      .replace('"hold"', '"hum"');
    writeFileSync(file('bad.json'), text);
    const line = (part: string) => text.slice(0, text.indexOf(part)).split('\n').length;
    const { code, out, err } = attuneCommand('protocol', 'check', file('bad.json'));
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`bad.json:${line('"stepS"')}: stepS must be a whole number within 60–600, not 6\n`);
    expect(err).toContain(`bad.json:${line('"hum"')}: phases[2].kind must be settle or `);
  });
});

describe('attune protocol show', () => {
  it('tells phases, limits and where the music leads, of a file as of what ships', () => {
    const { code, out } = attuneCommand('protocol', 'show', 'rescue');
    expect(code).toBe(0);
    expect(out).toContain('step-down, 1:00–2:00');
    expect(out).toMatch(/0:00 meet +███ calming 3\n/);
    expect(out).toMatch(/2:00 ease +█ calming 1\n/);
    expect(attuneCommand('protocol', 'show', SHIPPED).out).toBe(out);
  });

  it('draws the trajectory as one line from start to end', () => {
    const svg = attuneCommand('protocol', 'show', 'rescue', '--svg', '-').out;
    expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
    const [, path] = /<path d="([^"]+)"/.exec(svg)!;
    const [first, ...rest] = path!.match(/[MLH]-?[\d.]+(?: -?[\d.]+)?/g)!;
    expect(first).toMatch(/^M90\.0 /);
    expect(rest.at(-1)).toBe('H870.0');
  });

  it('lists what there is, and says so of a name that there is not', () => {
    expect(attuneCommand('protocol', 'show').out.trimEnd().split('\n')).toHaveLength(14);
    expect(attuneCommand('protocol', 'show', 'lullaby')).toMatchObject({ code: 2, out: '' });
  });
});

describe('attune explain', () => {
  it('gives rule, inputs and set of each decision of a log', () => {
    const log = file('log.ndjson');
    attuneCommand('replay', 'fixtures/recorded-heart.csv', '--out', log);
    const { code, out } = attuneCommand('explain', log, '--json');
    expect(code).toBe(0);
    const [first] = JSON.parse(out) as { atS: number; rule: string; facts: [string, string][] }[];
    expect(first).toMatchObject({ atS: 0, rule: expect.stringMatching(/^settle: /) as string });
    expect(first!.facts.map(([label]) => label)).toContain('configuration');
    expect(attuneCommand('explain', log).out).toContain('  left out       other-family: ');
  });
});
