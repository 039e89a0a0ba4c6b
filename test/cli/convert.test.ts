import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../devices/recordings/reader/read-recording.ts';
import { rrIntervals } from '../../cli/rr-intervals.ts';
import { convertCommand } from '../../cli/commands/convert.ts';
import { correctCommand } from '../../cli/commands/correct.ts';
import { commandHere } from '../support/command-here.ts';
import { attuneCommand, temporaryFolder } from '../support/command-line.ts';
import { fitActivity } from '../devices/recordings/fit-files.ts';
import { SAMPLES, wfdb, WFDB_HEADER } from '../devices/recordings/native-files.ts';
import { ENDS_MS, RR_MS } from '../devices/recordings/own-heart.ts';

const folder = temporaryFolder();
const file = (name: string) => join(folder, name);
const converted = (...args: readonly string[]) => commandHere(convertCommand(), ...args);
const written = (name: string, content: Uint8Array | string) => {
  writeFileSync(file(name), content);
  return file(name);
};
const rrOf = (path: string): readonly number[] => {
  const read = readRecording('out', readFileSync(path));
  if (!read.ok) throw new Error(read.fault.message);
  return read.value.items.flatMap((item) => (item.type === 'intervals' ? item.rrMs : []));
};

const intervalsOf = (path: string) => {
  const read = readRecording('out', readFileSync(path));
  if (!read.ok) throw new Error(read.fault.message);
  return rrIntervals(read.value);
};
const segmentsOf = (path: string) => intervalsOf(path).map(({ segment }) => segment);
const labelsOf = (path: string) => intervalsOf(path).map(({ label }) => label);

describe('attune convert', () => {
  const fit = written('activity.fit', fitActivity());

  it.each(['out.csv', 'out.txt', 'out.ndjson'])('writes %s, which reads back beat for beat', async (out) => {
    expect(await converted(fit, file(out))).toMatchObject({ code: 0, out: '' });
    expect(rrOf(file(out))).toEqual(RR_MS);
  });

  it.each(['gaps.csv', 'gaps.txt', 'gaps.ndjson'])('writes %s with the gaps of its input', async (out) => {
    const rr = RR_MS.map((one, i) => (i % 13 === 5 ? 'NaN' : one)).join('\n');
    expect(await converted(written('gaps-in.txt', `${rr}\n`), file(out))).toMatchObject({ code: 0 });
    expect(segmentsOf(file(out))).toEqual(segmentsOf(file('gaps-in.txt')));
    expect(new Set(segmentsOf(file(out))).size).toBe(4);
  });

  it.each(['labels.csv', 'labels.ndjson'])('writes %s with the labels of its input', async (out) => {
    const rr = RR_MS.map((one, i) => `${one} ${i % 13 === 5 ? 'V' : 'N'}`).join('\n');
    expect(await converted(written('labels-in.txt', `${rr}\n`), file(out))).toMatchObject({ code: 0 });
    expect(labelsOf(file(out))).toEqual(labelsOf(file('labels-in.txt')));
    expect(labelsOf(file(out)).filter((label) => label === 'ectopic')).toHaveLength(6);
  });

  it('writes times in seconds to the CSV', async () => {
    await converted(fit, file('times.csv'));
    const [header, first, second] = readFileSync(file('times.csv'), 'utf8').split('\n');
    expect(header).toBe('t_s,rr_ms');
    expect(Number(second!.split(',')[0]) - Number(first!.split(',')[0])).toBeCloseTo(RR_MS[1]! / 1000, 9);
  });

  it('finds the WFDB header beside the annotations', async () => {
    written('own.hea', WFDB_HEADER);
    expect(await converted(written('own.atr', wfdb()), file('wfdb.csv'))).toMatchObject({ code: 0 });
    rrOf(file('wfdb.csv')).forEach((rr, i) => expect(Math.abs(rr - RR_MS[i]!)).toBeLessThanOrEqual(4));
  });

  it('takes the rate of beats that are counted in samples', async () => {
    const samples = written('samples.txt', ENDS_MS.map((ms) => Math.round(ms * 0.36)).join('\n'));
    const without = await converted(samples, file('samples.csv'));
    expect(without).toMatchObject({ code: 2 });
    expect(without.err).toContain('--rate');
    expect(existsSync(file('samples.csv'))).toBe(false);
    expect(await converted(samples, file('samples.csv'), '--rate', '360')).toMatchObject({
      code: 0,
    });
    expect(rrOf(file('samples.csv'))).toHaveLength(RR_MS.length - 1);
    expect(attuneCommand('convert', samples, file('samples.csv'), '--rate', 'fast')).toMatchObject({
      code: 2,
    });
  });

  it('writes packets where there are packets, and says so where there are none', async () => {
    const packets = written('in.jsonl', SAMPLES.find(([name]) => name === 'packets.jsonl')![2]);
    await converted(packets, file('out.jsonl'));
    expect(readRecording('a', readFileSync(file('out.jsonl')))).toMatchObject({
      ok: true,
      value: { format: 'packet-lines' },
    });
    const { code, err } = await converted(fit, file('none.jsonl'));
    expect(code).toBe(2);
    expect(err).toContain('not the packets of a strap');
    expect(existsSync(file('none.jsonl'))).toBe(false);
  });

  it('refuses a format that it does not write', async () => {
    const { code, err } = await converted(fit, file('out.xlsx'));
    expect(code).toBe(2);
    expect(err).toContain('.csv, .txt, .jsonl, .ndjson');
  });

  it('marks a part of a recording on standard error', async () => {
    const half = written('half.fit', fitActivity().slice(0, 600));
    expect((await converted(half, file('half.csv'))).err).toContain('only a part of it was read');
  });
});

describe('attune hrv, correct and replay', () => {
  it('take any format', () => {
    const fit = written('b.fit', fitActivity());
    expect(JSON.parse(attuneCommand('hrv', fit, '--json').out)).toMatchObject({ beats: RR_MS.length });
    expect(attuneCommand('correct', fit, '--out', '-').out.trim().split('\n')).toHaveLength(RR_MS.length + 1);
    expect(attuneCommand('replay', fit, '--json')).toMatchObject({ code: 0 });
  });
});

describe('attune correct', () => {
  it('writes a table that reads back with the same intervals, gaps and classes', async () => {
    const rows = RR_MS.map((one, i) => (i % 13 === 5 ? 'NaN N' : `${one} ${i === 20 ? 'V' : 'N'}`));
    const input = written('correct-in.txt', `${rows.join('\n')}\n`);
    await commandHere(correctCommand(), input, '--out', file('once.csv'));
    await commandHere(correctCommand(), file('once.csv'), '--out', file('twice.csv'));
    const [once, twice] = ['once.csv', 'twice.csv'].map((name) => readFileSync(file(name), 'utf8'));
    expect(twice).toBe(once);
    expect(once).toContain('ectopic');
    expect(segmentsOf(file('once.csv'))).toEqual(segmentsOf(input));
  });
});
