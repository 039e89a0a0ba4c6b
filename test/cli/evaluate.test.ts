import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Evaluation } from '../../engine/research/evaluation/evaluation.ts';
import { simulateHeart } from '../../devices/index.ts';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';

const folder = temporaryFolder();

/** Four synthetic people: rest, stress, rest, each five minutes. */
function dataset(): string {
  const path = join(folder, 'people');
  if (existsSync(path)) return path;
  mkdirSync(path);
  const labels = ['recording,subject,start_s,end_s,label,baseline'];
  for (const seed of [1, 2, 3, 4]) {
    const arousal = (tS: number) => (tS >= 300 && tS < 600 ? 0.4 : 0);
    const { observed } = simulateHeart({ seed, restingBpm: 55 + 5 * seed, arousal }, 900);
    const rows = observed.map(({ atS, rrMs }) => `${atS.toFixed(3)},${rrMs.toFixed(1)}`);
    writeFileSync(join(path, `p${seed}.csv`), ['t_s,rr_ms', ...rows].join('\n'));
    labels.push(
      `p${seed}.csv,P${seed},0,300,0,1`,
      `p${seed}.csv,P${seed},300,600,1,`,
      `p${seed}.csv,P${seed},600,900,0,`,
    );
  }
  writeFileSync(join(path, 'labels.csv'), labels.join('\n'));
  return path;
}

const evaluated = (...more: readonly string[]) =>
  JSON.parse(attuneCommand('evaluate', dataset(), '--draws', '20', '--json', ...more).out) as Evaluation;

describe('attune evaluate', () => {
  it('tells stress from rest in synthetic people, on windows within phases, the baseline left out', () => {
    const result = evaluated();
    // 25 windows of 60 s end every 10 s in each of two phases of 300 s.
    expect(result).toMatchObject({ recordings: 4, windows: 4 * 2 * 25, estimator: 'state-space' });
    expect(result.methods[0]!.aucPooled.value).toBeGreaterThan(0.9);
    const named = result.methods.map(({ method }) => method);
    expect(named).toEqual(
      expect.arrayContaining(['heart-rate', 'logistic', 'RMSSD below baseline', 'LF/HF']),
    );
    const withheld = Object.values(result.withheld).reduce((sum, part) => sum + part, 0);
    expect(result.given + withheld).toBe(result.windows);
  });

  it('compares another estimator, with coefficients out of a file', () => {
    const file = join(folder, 'coefficients.json');
    writeFileSync(file, JSON.stringify({ intercept: 0, weights: { heartRateBpm: -0.1, lnRmssd: 0 } }));
    const turned = evaluated('--estimator', 'logistic', '--coefficients', file);
    expect(turned.methods[0]).toMatchObject({ method: 'logistic' });
    expect(turned.methods[0]!.aucPooled.value).toBeLessThan(0.1);
  });

  it('writes a report that needs nothing else, and a table', () => {
    const html = join(folder, 'report.html');
    const { out } = attuneCommand('evaluate', dataset(), '--draws', '20', '--html', html);
    expect(out).toMatch(/^state-space +\d+ +[01]\.\d{3} \[/m);
    const report = readFileSync(html, 'utf8');
    expect(report.match(/<svg/g)).toHaveLength(1);
    expect(report).not.toMatch(/<script|src=|href=/);
  });

  it.each([
    ['recording,subject,start_s,end_s,label\np1.csv,P1,0,300,2\n', /line 2: the label must be 1 or 0/],
    ['recording,subject,start_s,end_s,label\np1.csv,P1,300,0,1\n', /line 2: start_s and end_s/],
    ['recording,subject,start_s,end_s,label\nnone.csv,P1,0,300,0\n', /none\.csv: there is no such file/],
    ['recording,subject,start_s,end_s,label\np1.csv,P1,0,300,1\n', /no phase with the label 0/],
  ])('refuses labels that cannot be right', (content, message) => {
    const path = join(folder, 'bad');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'labels.csv'), content);
    const { code, err } = attuneCommand('evaluate', path);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('refuses a folder that is none or holds no labels', () => {
    expect(attuneCommand('evaluate', join(folder, 'nowhere'))).toMatchObject({ code: 2, out: '' });
    expect(attuneCommand('evaluate', folder).err).toContain('there is no labels.csv');
  });
});

describe('attune fit', () => {
  it('gives the same coefficients for the same recordings, rising with heart rate', () => {
    const first = attuneCommand('fit', dataset());
    expect(first.out).toMatch(/'state-space': \{ intercept: -?\d+\.\d{1,4}, perBpm: \d+\.\d{1,4} \}/);
    expect(attuneCommand('fit', dataset()).out).toBe(first.out);
  });
});

const OPEN = '../shared/data/labelled/stresspredict';

describe.skipIf(!existsSync(OPEN))('attune evaluate on Stress-Predict', () => {
  it.each(['ibi', 'bvp_ibi'])('is above heart rate, calibrated and useful on %s', (intervals) => {
    const { out } = attuneCommand('evaluate', OPEN, '--intervals', intervals, '--draws', '10', '--json');
    const result = JSON.parse(out) as Evaluation;
    const [ours] = result.methods;
    expect(result.aboveHeartRate.aucPooled.value).toBeGreaterThan(0);
    expect(ours!.calibrationError!.value).toBeLessThan(0.08);
    expect(result.wholeGiven / result.whole).toBeGreaterThan(0.8);
  });

  it('was fitted by attune fit on these recordings', () => {
    expect(attuneCommand('fit', OPEN).out).toBe(
      readFileSync('engine/config/arousal-coefficients.ts', 'utf8'),
    );
  });
});

if (!existsSync(OPEN)) process.stdout.write('skipped: labelled recordings are not here (../shared/data)\n');
