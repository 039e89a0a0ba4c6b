import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chance } from '../../engine/index.ts';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';

const DEMO = 'fixtures/recorded-heart.csv';
const folder = temporaryFolder();
const file = (name: string) => join(folder, name);

/** Fifteen minutes of a calm heart; in the middle five every third beat is premature. */
function trigeminy(): string {
  const next = chance(3);
  const rrMs = Array.from({ length: 1125 }, () => Math.round(800 + 20 * (next() - 0.5)));
  for (let i = 375; i < 750; i += 3) {
    rrMs[i] = rrMs[i]! - 250;
    rrMs[i + 1] = rrMs[i + 1]! + 250;
  }
  const path = file('trigeminy.txt');
  writeFileSync(path, rrMs.join('\n'));
  return path;
}

describe('attune hrv', () => {
  it('withholds the windows that cannot be saved and gives the others', () => {
    const { code, out } = attuneCommand('hrv', trigeminy(), '--window', '60', '--json');
    expect(code).toBe(0);
    const { windows } = JSON.parse(out) as { windows: Record<string, unknown>[] };
    expect(windows).toHaveLength(14);
    for (const { startS, endS, verdict, rmssdMs, artefacts } of windows as Record<string, number>[]) {
      if (endS! < 300 || startS! > 601) {
        expect(verdict).toBe('ok');
        expect(rmssdMs).toBeLessThan(15);
      }
      if (startS! > 301 && endS! < 599) {
        expect(verdict).toEqual({ withheld: 'irregular-rhythm' });
        expect(artefacts).toBeGreaterThan(0.6);
        expect(rmssdMs).toBeUndefined();
      }
    }
  });

  it('says why a window has no figures in CSV, too', () => {
    const { out } = attuneCommand('hrv', trigeminy(), '--window', '60');
    const [header, ...lines] = out.trim().split('\n');
    const signal = header!.split(',').indexOf('signal');
    expect(lines.map((line) => line.split(',')[signal]!)).toContain('withheld: irregular-rhythm');
    expect(lines[0]!.split(',')[signal]).toBe('ok');
  });

  it('says instead of figures that a whole recording cannot be saved, unless nothing is to be corrected', () => {
    const path = trigeminy();
    const middle = ['--start', '305', '--duration', '290'] as const;
    const { out } = attuneCommand('hrv', path, ...middle);
    expect(out).toMatch(/signal +withheld: irregular-rhythm/);
    expect(out).toMatch(/RMSSD +not given: see signal/);
    const raw = attuneCommand('hrv', path, ...middle, '--correct', 'none', '--json');
    expect((JSON.parse(raw.out) as { rmssdMs: number }).rmssdMs).toBeGreaterThan(250);
  });

  it('draws the plot as SVG or PNG, as its name says', () => {
    expect(attuneCommand('hrv', DEMO, '--plot', file('plot.svg')).code).toBe(0);
    expect(readFileSync(file('plot.svg'), 'utf8')).toMatch(/^<svg /);
    expect(attuneCommand('hrv', DEMO, '--plot', file('plot.png')).code).toBe(0);
    const png = readFileSync(file('plot.png'));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([2000, 1400]);
    expect(png.length).toBeGreaterThan(30_000);
  });

  it('takes no other kind of picture', () => {
    const { code, err } = attuneCommand('hrv', DEMO, '--plot', file('plot.gif'));
    expect(code).not.toBe(0);
    expect(err).toMatch(/\.svg or \.png/);
    expect(existsSync(file('plot.gif'))).toBe(false);
  });
});
