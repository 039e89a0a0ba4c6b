import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sparkline } from '../../cli/plot/sparkline.ts';
import { inspectCommand } from '../../cli/commands/inspect.ts';
import { commandHere } from '../support/command-here.ts';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';
import { fitActivity } from '../devices/recordings/fit-files.ts';
import { RR_MS } from '../devices/recordings/own-heart.ts';

const folder = temporaryFolder();
const file = (name: string) => join(folder, name);
const inspected = (...args: readonly string[]) => commandHere(inspectCommand(), ...args);

describe('attune inspect', () => {
  const fit = file('activity.fit');
  writeFileSync(fit, fitActivity());

  it('says what a file is, how that was told, how long and how good it is', async () => {
    const { code, out, err } = await inspected(fit);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/what +a FIT activity with HRV messages/);
    expect(out).toMatch(/device +Polar/);
    expect(out).toMatch(/unit +1\/1000 s \(by the format\)/);
    expect(out).toMatch(/length +0:32, 40 beats/);
    expect(out).toMatch(/coverage +100\.0 % of the time, in 1 piece/);
    expect(out).toMatch(/signal/);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^[▁-█ ]{60}$/u);
  });

  it('gives the same as JSON', async () => {
    const report = JSON.parse((await inspected(fit, '--json')).out) as Record<string, unknown>;
    const lengthMs = RR_MS.reduce((sum, rr) => sum + rr, 0);
    expect(report).toMatchObject({ format: 'fit', beats: 40, segments: 1, found: { warnings: [] } });
    expect(report['meanHeartRateBpm']).toBeCloseTo((60_000 * 40) / lengthMs, 9);
    expect(Number(report['endS']) - Number(report['startS'])).toBeCloseTo(lengthMs / 1000, 9);
  });

  it('counts holes out of the coverage', async () => {
    writeFileSync(
      file('hole.csv'),
      `t_s,rr_ms\n${[1, 2, 3, 97, 98, 99].map((s) => `${s},1000`).join('\n')}\n`,
    );
    const report = JSON.parse((await inspected(file('hole.csv'), '--json')).out) as object;
    expect(report).toMatchObject({ segments: 2, startS: 0, endS: 99 });
    expect(report).toHaveProperty('coverage', expect.closeTo(6 / 99, 9));
  });

  it('draws every interval', async () => {
    await inspected(fit, '--plot', file('plot.svg'));
    const svg = readFileSync(file('plot.svg'), 'utf8');
    expect(svg).toMatch(/^<svg /);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect((svg.match(/h0|m-4-4/g) ?? []).length).toBe(RR_MS.length);
  });

  it('says of what it cannot read why, and where', async () => {
    writeFileSync(file('bad.csv'), 't_s,rr_ms\n1,x\n');
    expect(attuneCommand('inspect', file('bad.csv'))).toMatchObject({ code: 2, out: '' });
    expect((await inspected(file('bad.csv'))).err).toMatch(/bad\.csv: line 2: the RR interval "x"/);
    expect(await inspected(file('none.csv'))).toMatchObject({ code: 2, out: '' });
    expect((await inspected(file('none.csv'))).err).toMatch(/none\.csv: there is no such file/);
  });

  it('reads the first recording in a folder, and says which others are there', async () => {
    const study = file('study');
    expect((await inspected(mkdirSync(study, { recursive: true })!)).err).toMatch(
      /there was no file in that/,
    );
    writeFileSync(join(study, 'a.txt'), RR_MS.join('\n'));
    mkdirSync(join(study, 'more'));
    writeFileSync(join(study, 'more', 'b.txt'), RR_MS.join('\n'));
    const { code, out } = await inspected(study);
    expect(code).toBe(0);
    expect(out.replace(/\s+/g, ' ')).toMatch(
      /2 recordings came together: "a\.txt" was read, "more\/b\.txt" was not/,
    );
  });
});

describe('sparkline', () => {
  it('shows the middle value of each stretch from lowest to highest, and blanks where there is none', () => {
    const points = [
      [0, 10],
      [1, 20],
      [2, 30],
      [10, 80],
    ] as const;
    expect(sparkline(points, 5)).toBe('▁▂  █');
    expect(sparkline([[0, 5]], 3)).toBe('▁  ');
  });
});
