import { describe, expect, it } from 'vitest';
import { gzipSync, zipSync } from 'fflate';
import {
  simulateHeart,
  syntheticEcg,
  type BadRecording,
  type ReadRecording,
} from '../../../../devices/index.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import { FIT_DEFINITIONS, fitActivity, fitFile, fitHrv, fitRecord } from '../fit-files.ts';
import { edf } from '../edf-files.ts';
import { annotations, sibling, edfSignal, HRM, SAMPLES, wfdb } from '../native-files.ts';
import { bytes, ENDS_MS, RR_MS } from '../own-heart.ts';

const attempt = (name: string, content: Uint8Array | string, rateHz?: number) =>
  readRecording(name, content, { sibling, ...(rateHz !== undefined && { rateHz }) });
const read = (name: string, content: Uint8Array | string, rateHz?: number): ReadRecording => {
  const result = attempt(name, content, rateHz);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};
const refused = (name: string, content: Uint8Array | string): BadRecording => {
  const result = attempt(name, content);
  if (result.ok) throw new Error(`read as ${result.value.format}`);
  return result.fault;
};
const rrOf = ({ items }: ReadRecording) =>
  items.flatMap((item) => (item.type === 'intervals' ? item.rrMs : []));
const endsOf = ({ items }: ReadRecording) => items.map(({ atMs }) => atMs);
const list = (values: readonly (string | number)[]) => `${values.join('\n')}\n`;

/** Signals in which the beats are found: the heart in them is another one, and is compared elsewhere. */
const SIGNALS = ['holter.ecg', 'ecg.hea', 'ecg.edf', 'ecg.bdf', 'pieces.edf'];
/** Two ends of an interval, each off by half of what the format resolves, ms. */
const RESOLVED_MS: Readonly<Record<string, number>> = { 'holter.ann': 5, 'export.xml': 10 };

describe('readRecording, every layout', () => {
  it.each(SAMPLES)(
    'reads %s as %s, each interval to the resolution of the format',
    (name, format, content) => {
      const recording = read(name, content);
      expect(recording.format).toBe(format);
      expect(recording.found.partial).toBeUndefined();
      if (format === 'packet-lines' || SIGNALS.includes(name)) return;
      // WFDB and BIDS samples are 4 ms apart.
      const tolerance = RESOLVED_MS[name] ?? (format === 'wfdb' || format === 'bids-physio' ? 4 : 1.001);
      expect(recording.items).toHaveLength(RR_MS.length);
      rrOf(recording).forEach((rr, i) => expect(Math.abs(rr - RR_MS[i]!)).toBeLessThanOrEqual(tolerance));
      const [first] = endsOf(recording);
      endsOf(recording).forEach((end, i) =>
        expect(Math.abs(end - first! - (ENDS_MS[i]! - ENDS_MS[0]!))).toBeLessThanOrEqual(tolerance),
      );
    },
  );

  it('says what it found, where and how', () => {
    const found = (name: string) => read(name, SAMPLES.find(([one]) => one === name)![2]).found;
    expect(found('activity.fit')).toMatchObject({
      device: 'Polar',
      startedAt: '2021-09-08T01:46:40.000Z',
      unit: { name: '1/1000 s', from: 'format' },
      times: 'arrival',
    });
    expect(found('watch.hrm')).toMatchObject({ startedAt: '2024-03-05T10:11:12', unit: { from: 'format' } });
    expect(found('kubios-s.txt')).toMatchObject({ unit: { name: 's', from: 'values' }, times: 'summed' });
    expect(found('kubios.csv')).toMatchObject({ unit: { name: 's', from: 'header' }, times: 'written' });
    expect(found('2024_RR.csv')).toMatchObject({ unit: { name: 'ms', from: 'values' }, times: 'written' });
    expect(found('own.atr')).toMatchObject({ unit: { name: '1/250 s', from: 'header' } });
    expect(found('excel.csv')).toMatchObject({ unit: { name: 's', from: 'header' }, times: 'summed' });
    expect(found('IBI.csv')).toMatchObject({ startedAt: '2024-03-05T10:11:12.000Z' });
    expect(found('beats.edf')).toMatchObject({ startedAt: '2024-03-05T10:11:12' });
    expect(found('packets.jsonl')).toMatchObject({ unit: { name: '1/1024 s' }, times: 'arrival' });
  });
});

describe('readRecording, units', () => {
  it.each([
    ['samples', RR_MS.map((rr) => Math.round(rr * 0.25))],
    ['microphone samples', RR_MS.map((rr) => Math.round(rr * 44.1))],
    ['heart rates', RR_MS.map((rr) => Math.round(60_000 / rr))],
    ['times of beats in samples', [0, ...ENDS_MS].map((ms) => Math.round(ms * 0.25))],
  ])('refuses %s rather than guess', (_, values) => {
    expect(refused('a.txt', list(values))).toMatchObject({ reason: 'unknown-unit' });
  });

  it('takes samples at the rate that it is told', () => {
    const samples = RR_MS.map((rr) => Math.round(rr * 0.36));
    const recording = read('a.txt', list(samples), 360);
    expect(recording.found.unit).toEqual({ name: '1/360 s', from: 'option' });
    rrOf(recording).forEach((rr, i) => expect(rr).toBeCloseTo(samples[i]! / 0.36, 5));
  });

  it('refuses a table whose header and values disagree', () => {
    const inSeconds = RR_MS.map((rr) => rr / 1000);
    expect(refused('a.csv', list(['rr_ms', ...inSeconds]))).toMatchObject({ reason: 'not-milliseconds' });
    expect(refused('a.csv', list(['rr_s', ...RR_MS]))).toMatchObject({ reason: 'out-of-range' });
    expect(refused('a.csv', list(['rr_s', ...RR_MS.map((rr) => rr / 100)]))).toMatchObject({
      reason: 'not-milliseconds',
    });
  });

  it('warns where too few values show their unit', () => {
    expect(read('a.txt', '720\n707\n681\n').found.warnings[0]).toContain('only likely');
    expect(read('a.txt', list(RR_MS)).found.warnings).toEqual([]);
  });

  it('refuses a few values that only rise, which may be times', () => {
    expect(refused('a.txt', '466\n703\n934\n')).toMatchObject({ reason: 'unknown-unit' });
  });

  it('keeps times of beats apart from intervals, whose middle may pass for ms, where one is wrong or cut', () => {
    const times = Array.from({ length: 60 }, (_, i) => (600 + i * 0.8).toFixed(3));
    const stray = read('a.txt', list(times.with(30, '100.000')));
    expect(stray).toMatchObject({ format: 'beat-times' });
    expect(rrOf(stray)).toHaveLength(57);
    expect(stray.found.warnings.join()).toContain('line 31');
    const cut = read('a.txt', times.join('\n').slice(0, -6));
    expect(cut).toMatchObject({ format: 'beat-times', found: { partial: 'it breaks off in line 60' } });
    expect(cut.items).toHaveLength(58);
  });

  it('refuses decimals with a comma where commas separate', () => {
    expect(refused('a.csv', 't_s,rr_s\n0,72,0,72\n')).toMatchObject({ reason: 'bad-line', line: 2 });
  });
});

describe('readRecording, times', () => {
  const table = (times: readonly (string | number)[]) =>
    list(['timestamp,rr', ...times.map((time, i) => `${time},${RR_MS[i]}`)]);

  it('takes times for the beginning of the intervals where they fit so', () => {
    const starts = ENDS_MS.map((end, i) => end - RR_MS[i]!);
    expect(endsOf(read('a.csv', table(starts)))).toEqual(ENDS_MS);
  });

  it('counts times in s, ms or ns alike', () => {
    for (const perMs of [0.001, 1, 1e6])
      endsOf(read('a.csv', table(ENDS_MS.map((end) => end * perMs)))).forEach((end, i) =>
        expect(end).toBeCloseTo(ENDS_MS[i]!, 6),
      );
  });

  it('lets intervals follow each other where several share a time of arrival, and keeps holes', () => {
    const late = ENDS_MS.map((end, i) => Math.ceil((end + (i < 20 ? 0 : 10_000)) / 5000) * 5000);
    const recording = read('a.csv', table(late));
    expect(recording.found).toMatchObject({ times: 'arrival', warnings: ['1 hole of more than 3 s'] });
    expect(endsOf(recording)[19]! - endsOf(recording)[0]!).toBeCloseTo(ENDS_MS[19]! - ENDS_MS[0]!, 6);
    expect(endsOf(recording)[20]! - endsOf(recording)[19]!).toBeGreaterThan(5000);
  });

  it('places an interval by its own length where its time alone stands out of order', () => {
    const recording = read('a.csv', table(ENDS_MS.with(10, 0)));
    expect(endsOf(recording)).toEqual(ENDS_MS);
    expect(recording.found.warnings).toEqual([
      'a time stands out of order in line 12: its interval tells where it belongs',
    ]);
  });

  it('says so where times cannot be read', () => {
    const recording = read('a.csv', table(ENDS_MS.map(() => 'noon')));
    expect(recording.found.times).toBe('summed');
    expect(recording.found.warnings.join()).toContain('the column "timestamp" was not understood');
  });
});

describe('readRecording, FIT', () => {
  it('leaves out what the format calls invalid, and reads several intervals of a message in order', () => {
    const file = fitFile([
      ...FIT_DEFINITIONS,
      ...fitHrv([800, 810]),
      ...fitHrv([]),
      ...fitHrv([790, 0, 805]),
    ]);
    const recording = read('a.fit', file);
    expect(rrOf(recording)).toEqual([800, 810, 790, 805]);
    expect(recording.found.warnings).toEqual(['1 intervals of 0 were left out']);
  });

  it('keeps a hole that the records between the beats show', () => {
    const part = (fromS: number) =>
      RR_MS.flatMap((rr, i) => [...fitHrv([rr]), ...fitRecord(fromS + Math.round(ENDS_MS[i]! / 1000))]);
    const recording = read('a.fit', fitFile([...FIT_DEFINITIONS, ...part(0), ...part(100)]));
    expect(rrOf(recording)).toEqual([...RR_MS, ...RR_MS]);
    expect(recording.found.warnings).toEqual(['1 hole of more than 3 s']);
    // The message after the hole stands before the record that shows it.
    expect(endsOf(recording)[41]! - endsOf(recording)[40]!).toBeGreaterThan(60_000);
  });

  it('tells an activity with heart rates only', () => {
    const file = fitFile([...FIT_DEFINITIONS, ...fitRecord(0), ...fitRecord(1)]);
    expect(refused('a.fit', file)).toMatchObject({ reason: 'heart-rate-only' });
  });

  it('marks a file that breaks off, and refuses one whose checksum is wrong', () => {
    const whole = fitActivity();
    const half = read('a.fit', whole.slice(0, whole.length >> 1));
    expect(rrOf(half)).toEqual(RR_MS.slice(0, half.items.length));
    expect(half.found.partial).toContain('breaks off');
    expect(refused('a.fit', whole.with(200, whole[200]! ^ 1))).toMatchObject({ reason: 'damaged' });
  });
});

describe('readRecording, other layouts', () => {
  it('tells a .hrm that has heart rates only, or is shorter than it says', () => {
    expect(refused('a.hrm', HRM('00:00:32.0', 5))).toMatchObject({ reason: 'heart-rate-only' });
    expect(read('a.hrm', HRM('00:02:00.0')).found.partial).toContain('120 s');
  });

  it('needs the sampling rate of WFDB beats, and takes no guess', () => {
    expect(refused('other.atr', wfdb())).toMatchObject({ reason: 'unknown-unit' });
    expect(rrOf(read('other.atr', wfdb(), 250))).toHaveLength(RR_MS.length);
    expect(refused('other.hea', bytes('other 1 250 10000\n'))).toMatchObject({ reason: 'unknown-format' });
  });

  it('counts WFDB beats only, not notes and noise', () => {
    const noise = annotations([100, 300, 500, 700], 14);
    expect(refused('own.atr', noise)).toMatchObject({ reason: 'empty' });
  });

  it('marks WFDB annotations without their mark of the end', () => {
    const whole = wfdb();
    expect(read('own.atr', whole.slice(0, -2)).found.partial).toContain('mark of the end');
  });

  it('reads EDF+ annotations that are beats, and says which there are otherwise', () => {
    expect(refused('a.edf', edf([1, 2, 3], 'sleep'))).toMatchObject({ reason: 'empty' });
    expect(refused('a.edf', edf([1, 2, 3], 'sleep')).message).toContain('"sleep"');
    const whole = edf([0.5, ...ENDS_MS.map((ms) => ms / 1000 + 0.5)]);
    expect(read('a.edf', whole.slice(0, -400)).found.partial).toContain('records');
  });

  it('finds the one recording in a zip, and refuses several or none', () => {
    const rr = bytes(list(RR_MS));
    expect(read('a.zip', zipSync({ 'x/notes.md': bytes('hello'), 'x/rr.txt': rr })).format).toBe('rr-text');
    expect(refused('a.zip', zipSync({ 'a.txt': rr, 'b.txt': rr })).message).toContain('2 recordings');
    expect(refused('a.zip', zipSync({ 'a.md': bytes('hello') }))).toMatchObject({ code: 'bad-recording' });
  });

  it('refuses packed files that are damaged, or larger than they say', () => {
    const packed = gzipSync(bytes(list(RR_MS)), { mtime: 0 });
    expect(refused('a.gz', packed.with(packed.length - 6, 0))).toMatchObject({ reason: 'damaged' });
    const bomb = gzipSync(new Uint8Array(1e6));
    expect(
      refused(
        'a.gz',
        bomb
          .with(bomb.length - 4, 1)
          .with(bomb.length - 3, 0)
          .with(bomb.length - 2, 0),
      ),
    ).toMatchObject({ reason: 'damaged' });
  });

  it('reads UTF-16, as spreadsheets export it', () => {
    const text = list(['t_s\trr_ms', ...RR_MS.map((rr, i) => `${ENDS_MS[i]! / 1000}\t${rr}`)]);
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Array.from(bytes(text), (one) => [one, 0]).flat()]);
    expect(rrOf(read('a.txt', utf16))).toEqual(RR_MS);
  });

  it('marks a text that ends within a line, and drops a number that seems cut', () => {
    const torn = read(
      'a.csv',
      `t_s,rr_ms\n${RR_MS.map((rr, i) => `${ENDS_MS[i]! / 1000},${rr}`).join('\n')}\n33.`,
    );
    expect(torn.found.partial).toContain('line 42');
    expect(torn.items).toHaveLength(RR_MS.length);
    const cut = read('a.txt', list(RR_MS) + '7');
    expect(cut.found.partial).toContain('line 41');
    expect(cut.items).toHaveLength(RR_MS.length);
  });
});

describe('readRecording, an ECG', () => {
  const { observed } = simulateHeart({ seed: 5 }, 40);
  const ecg = syntheticEcg(observed, { seed: 5, rateHz: 200, noise: 0.05, drift: 0.5 });
  const isHeart = (recording: ReadRecording) => {
    const rr = rrOf(recording);
    expect(rr.length).toBeGreaterThanOrEqual(observed.length - 2);
    const from = observed.length - rr.length - (observed.at(-1)!.atS > ecg.length / 200 - 0.8 ? 1 : 0);
    const errors = rr.map((one, i) =>
      Math.min(...[-1, 0, 1].map((k) => Math.abs(one - (observed[i + from + k]?.rrMs ?? 0)))),
    );
    expect(errors.toSorted((a, b) => a - b)[Math.floor(0.95 * errors.length)]).toBeLessThan(4);
    expect(recording.found.warnings[0]).toContain('found by Attune in the ECG');
  };
  const words = Array.from(ecg, (one) => Math.round(one * 200));

  it('finds the beats of an EDF file that has none annotated', () => {
    const recording = read('a.edf', edfSignal('ECG Lead II', 200, ecg));
    isHeart(recording);
    expect(recording.found).toMatchObject({
      what: 'an EDF file with an ECG',
      startedAt: '2024-03-05T10:11:12',
    });
    expect(refused('a.edf', edfSignal('EEG Fpz', 200, ecg)).message).toContain(
      'none of its signals is called an ECG ("EEG Fpz")',
    );
    expect(refused('a.edf', edfSignal('ECG', 50, ecg)).message).toContain('100–4000 Hz');
    expect(
      refused(
        'a.edf',
        edfSignal(
          'ECG',
          200,
          ecg.map(() => 0),
        ),
      ).message,
    ).toContain('no beats stand out');
  });

  it.each([
    ['16', Uint8Array.from(words.flatMap((one) => [9, 0, one & 0xff, (one >> 8) & 0xff]))],
    ['212', Uint8Array.from(words.flatMap((one) => [9, ((one >> 4) & 0xf0) | 0, one & 0xff]))],
  ])('finds the beats of a WFDB record in format %s', (format, dat) => {
    const signal = (label: string) => `rec.dat ${format} 200 16 0 0 0 0 ${label}\n`;
    const header = `rec 2 200 ${words.length}\n${signal('RESP')}${signal('MLII')}`;
    const files: Record<string, Uint8Array> = { 'rec.dat': dat };
    const result = readRecording('rec.hea', header, { sibling: (name) => files[name] });
    if (!result.ok) throw new Error(result.fault.message);
    isHeart(result.value);
    const half = readRecording('rec.hea', header, {
      sibling: (name) => files[name]?.subarray(0, dat.length / 2),
    });
    expect(half).toMatchObject({
      ok: true,
      value: { found: { partial: expect.stringContaining('samples are there') as string } },
    });
  });
});

describe('readRecording, what it does not read', () => {
  it.each([
    [
      "Kubios' report of results",
      'results.txt',
      bytes('Kubios HRV Standard (ver. 3.5.0)\nFile name:;x.txt\n'),
      /report of results/,
    ],
    [
      'the same as CSV',
      'results.csv',
      bytes('"Kubios HRV analysis results"\nParameters,1,2\n'),
      /report of results/,
    ],
    [
      'AHA annotations',
      'own.atr',
      Uint8Array.from(RR_MS.flatMap((_, i) => [0, 0x4e, ...new Array<number>(14).fill(i)])),
      /AHA format/,
    ],
  ])('says of %s what it is and what to do', (_, name, content, words) => {
    expect(refused(name, content).message).toMatch(words);
  });
});
