import fc from 'fast-check';
import { gzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReadRecording } from '../../../../devices/index.ts';
import { createRecordingReader } from '../../../../devices/recordings/reader/recording-reader.ts';
import { annotations } from '../native-files.ts';
import { bytes, ENDS_MS, RR_MS } from '../own-heart.ts';
import { read as readNamed, refused as refusedNamed, rrOf } from '../readings.ts';

const read = (content: Uint8Array | string): ReadRecording => readNamed('a.csv', content);
const refused = (content: Uint8Array | string) => refusedNamed('a.csv', content);
const TABLE = ['t_s;rr_ms', ...RR_MS.map((rr, i) => `${ENDS_MS[i]! / 1000};${rr}`)];
const utf16 = (text: string, order: 'le' | 'be', mark: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from(`${mark ? '\uFEFF' : ''}${text}`).flatMap((one) => {
      const unit = one.charCodeAt(0);
      return order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255];
    }),
  );

describe('readRecording, line ends', () => {
  it.each([
    ['LF', ['\n']],
    ['CRLF', ['\r\n']],
    ['CR alone, as old Macs and some devices write', ['\r']],
    ['all of them in turns', ['\r\n', '\r', '\n']],
    ['CR twice and LF, after a wrong transfer', ['\r\r\n']],
  ])('reads lines that end with %s', (_, ends) => {
    const text = TABLE.map((line, i) => line + ends[i % ends.length]!).join('');
    expect(rrOf(read(text))).toEqual(RR_MS);
    expect(rrOf(read(text.trimEnd()))).toEqual(RR_MS);
  });

  it('counts lines that end with CR', () => {
    expect(refused('t_s,rr_ms\r1,800\r2,x\r')).toMatchObject({ line: 3 });
  });

  it('reads the same wherever the bytes are cut, also within a CRLF', () => {
    const whole = bytes(TABLE.map((line, i) => line + ['\r\n', '\r', '\n'][i % 3]!).join(''));
    const expected = read(whole);
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 8 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
        const reader = createRecordingReader('a.csv');
        at.slice(1).forEach((to, i) => reader.push(whole.subarray(at[i], to)));
        expect(reader.end()).toEqual({ ok: true, value: expected });
      }),
    );
  });
});

describe('readRecording, encodings', () => {
  it.each([
    ['UTF-16, little end first', 'le', true],
    ['UTF-16, big end first', 'be', true],
    ['UTF-16, little end first, without a mark', 'le', false],
    ['UTF-16, big end first, without a mark', 'be', false],
  ] as const)('reads %s', (_, order, mark) => {
    expect(rrOf(read(utf16(`${TABLE.join('\r\n')}\r\n`, order, mark)))).toEqual(RR_MS);
    expect(rrOf(read(utf16('rr_ms\n800\n810\n', order, mark)))).toEqual([800, 810]);
  });

  it('reads letters that are no UTF-8 as Windows-1252', () => {
    const latin1 = Uint8Array.from(
      Array.from('Ger\xe4t: Polar \xb5\n\nrr_ms\n800\n810\n').map((one) => one.charCodeAt(0)),
    );
    expect(read(latin1).found).toMatchObject({ device: 'Polar µ' });
  });

  it('takes NUL bytes at the end for no part of the text, and says how many', () => {
    for (const count of [3, 5000]) {
      const padded = Uint8Array.from([
        ...bytes(`${TABLE.join('\n')}\n`),
        ...new Array<number>(count).fill(0),
      ]);
      expect(rrOf(read(padded))).toEqual(RR_MS);
      expect(read(padded).found.warnings).toEqual([expect.stringContaining(`${count} empty (NUL) bytes`)]);
    }
  });

  it('takes NUL within a text for a sign that it is none, and annotations for no text', () => {
    expect(refused(Uint8Array.from([...bytes('800\n810\n'), 0, 0, 0, ...bytes('820\n')]))).toMatchObject({
      reason: 'not-text',
    });
    expect(refused(annotations([100, 300, 500, 700], 14))).toMatchObject({ reason: 'empty' });
  });
});

describe('readRecording, lines before the header', () => {
  it('passes over what is said of the recording, says so, and keeps device and date', () => {
    const { found, ...rest } = read(
      ['Participant;P01', 'Device;Polar H10', 'Date;2024-03-05 10:11:12', '', ...TABLE].join('\n'),
    );
    expect(rrOf({ found, ...rest })).toEqual(RR_MS);
    expect(found).toMatchObject({ device: 'Polar H10', startedAt: '2024-03-05T10:11:12' });
    expect(found.warnings).toEqual([
      'lines 1–3 before the header were not read as beats: ' +
        '"Participant;P01", "Device;Polar H10", "Date;2024-03-05 10:11:12"',
    ]);
  });

  it.each([
    ['a title', 'Recording of a calm heart'],
    ['a title with the name of intervals', 'Recording of RR intervals'],
    ['results', 'Mean RR 812 ms'],
    ['a rule', '----------'],
    ['heart rates in words', 'Mean heart rate: 72 bpm'],
    ['quoted comments', '"# made by a laboratory"'],
    ['a setting', 'Sampling rate;1000'],
  ])('passes over %s', (_, line) => expect(rrOf(read([line, ...TABLE].join('\n')))).toEqual(RR_MS));

  it('reads bare numbers after facts and a blank line, or a line with a colon', () => {
    expect(rrOf(read(`Device: H10\nAge: 34\n${RR_MS.join('\n')}\n`))).toEqual(RR_MS);
    expect(rrOf(read(`Device\tH10\n\n${RR_MS.join('\n')}\n`))).toEqual(RR_MS);
  });

  it('takes no unknown header of bare numbers for a remark', () => {
    const numbers = RR_MS.join('\n');
    for (const text of [
      `mystery\n${numbers}`,
      `mystery\n\n${numbers}`,
      `a,b\n1,2\n`,
      `Device: H10\nmystery\n${numbers}`,
    ])
      expect(refused(text), text.slice(0, 20)).toMatchObject({ reason: 'unknown-format', line: 1 });
  });

  it('takes samples of a signal for no intervals', () => {
    const wave = RR_MS.map((rr) => rr / 10).join('\n');
    expect(refused(`Name: x\nSample Rate: 512 hertz\n\n${wave}\n`).message).toContain('samples of a signal');
  });

  it('takes no row of another table for a header', () => {
    const long = RR_MS.map((rr) => `1,rr,${rr}`).join('\n');
    expect(refused(`subject,measure,value\n${long}\n`)).toMatchObject({ reason: 'unknown-format', line: 1 });
  });

  it('gives up after a hundred lines', () => {
    const prose = Array.from({ length: 101 }, (_, i) => `line of prose ${i}.`);
    expect(rrOf(read([...prose.slice(0, 100), ...TABLE].join('\n')))).toEqual(RR_MS);
    expect(refused([...prose, ...TABLE].join('\n'))).toMatchObject({ reason: 'unknown-format', line: 1 });
  });
});

describe('readRecording, a line that names the separator', () => {
  it.each([
    ['sep=;', ';'],
    ['"sep=,"', ','],
    ['SEP=|', '|'],
    ['sep=\t', '\t'],
  ])('reads %j', (line, separator) => {
    const rows = TABLE.map((row) => row.replace(';', separator));
    expect(rrOf(read([line, ...rows].join('\r\n')))).toEqual(RR_MS);
  });
});

describe('readRecording, intervals between pulses', () => {
  it.each(['PPI', 'time;PP-interval [ms];error estimate [ms]', 'time,PPInMs'])(
    'reads and names those under %j',
    (header) => {
      const separator = /[;,]/.exec(header)?.[0];
      const rows = RR_MS.map((rr, i) => (separator ? [ENDS_MS[i]! / 1000, rr].join(separator) : String(rr)));
      const recording = read([header, ...rows].join('\n'));
      expect(rrOf(recording)).toEqual(RR_MS);
      expect(recording.found.warnings).toEqual([expect.stringContaining('between pulses')]);
    },
  );

  it('says nothing of pulses where there are RR intervals beside them', () => {
    expect(read(['rr;ppi', ...RR_MS.map((rr) => `${rr};${rr}`)].join('\n')).found.warnings).toEqual([]);
  });
});

describe('readRecording, gzip', () => {
  const rows = `rr_ms\n${RR_MS.join('\n')}\n`;
  const joined = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
  const half = rows.length >> 1;

  it('reads several members one after another, as log rotation and bgzip write them', () => {
    const two = joined(gzipSync(bytes(rows.slice(0, half))), gzipSync(bytes(rows.slice(half))));
    expect(rrOf(readNamed('a.csv.gz', two))).toEqual(RR_MS);
    expect(refusedNamed('a.csv.gz', two.with(40, two[40]! ^ 1))).toMatchObject({ reason: 'damaged' });
    expect(refusedNamed('a.csv.gz', two.slice(0, -9))).toMatchObject({ reason: 'damaged' });
  });

  it('passes over NUL bytes behind it', () => {
    for (const count of [4, 1024])
      expect(rrOf(readNamed('a.csv.gz', joined(gzipSync(bytes(rows)), new Uint8Array(count))))).toEqual(
        RR_MS,
      );
  });
});
