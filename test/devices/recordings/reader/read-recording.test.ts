import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeHex } from '../../../../engine/index.ts';
import {
  readRecordingStream,
  recordingEvents,
  startOfRecording,
  type BadRecording,
  type Recording,
} from '../../../../devices/index.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import { createRecordingReader } from '../../../../devices/recordings/reader/recording-reader.ts';

const read = (content: string | Uint8Array): Recording => {
  const result = readRecording('a-file', content);
  if (!result.ok) throw new Error(result.fault.message);
  const { format, name, items } = result.value;
  return { format, name, items };
};
const refused = (content: string | Uint8Array): BadRecording => {
  const result = readRecording('a-file', content);
  if (result.ok) throw new Error(`read as ${result.value.format}`);
  return result.fault;
};
const bytes = (text: string) => new TextEncoder().encode(text);
const beats = (recording: Recording) =>
  recording.items.map((item) =>
    item.type === 'intervals' ? [item.atMs, ...item.rrMs] : [item.atMs, item.hex],
  );

describe('readRecording, a CSV', () => {
  it('reads each row as an interval that ends at its time, in ms', () => {
    expect(read('t_s,rr_ms\n0.72,720.0\n1.427,707.0\n')).toEqual({
      format: 'rr-csv',
      name: 'a-file',
      items: [
        { type: 'intervals', atMs: 720, rrMs: [720] },
        { type: 'intervals', atMs: 1427, rrMs: [707] },
      ],
    });
  });

  it.each([
    ['milliseconds of time', 't_ms,rr_ms\n720,720\n1427,707'],
    ['other columns, in any order', 'beat,rr_ms,note,t_s\nN,720,,0.72\nV,707,x,1.427'],
    ['CRLF', 't_s,rr_ms\r\n0.72,720\r\n1.427,707\r\n'],
    ['a byte order mark', '\uFEFFt_s,rr_ms\n0.72,720\n1.427,707'],
    ['quotes', '"t_s","rr_ms","note"\n"0.72","720","a ""b"", c"\n1.427,"707",'],
    ['semicolons', 't_s;rr_ms\n0.72;720\n1.427;707'],
    ['decimal commas between semicolons', 't_s;rr_ms\n0,72;720,0\n1,427;707'],
    ['tabs', 't_s\trr_ms\n0.72\t720\n1.427\t707'],
    ['capitals and spaces', ' T_S , RR_MS \n 0.72 , 720 \n 1.427 , 707 '],
    ['blank lines and comments', '# a person\n\nt_s,rr_ms\n0.72,720\n\n# a pause\n1.427,707\n\n'],
    ['a header written as a comment', '# a person\n# t_s, rr_ms\n0.72,720\n1.427,707'],
    ['the same between blanks, by another sign', '% t_s rr_ms\n0.72 720\n1.427 707'],
    ['bare numbers below a comment that names no columns', '# RR intervals of a person\n720\n707'],
    ['exponents', 't_s,rr_ms\n7.2e-1,7.2E2\n1.427,+707.'],
    ['no column of time', 'rr_ms\n720\n707'],
  ])('reads %s', (_, text) => {
    expect(beats(read(text))).toEqual([
      [720, 720],
      [1427, 707],
    ]);
  });

  it('keeps gaps, long intervals and equal intervals as they are', () => {
    expect(beats(read('t_s,rr_ms\n1,800\n60,59078.125\n300,800\n300,800'))).toEqual([
      [1000, 800],
      [60_000, 59_078.125],
      [300_000, 800],
      [300_000, 800],
    ]);
  });

  it.each([
    [
      'a word for a number',
      't_s,rr_ms\n1,800\n2,abc\n',
      { reason: 'not-a-number', line: 3, words: 'RR interval "abc"' },
    ],
    ['Infinity', 't_s,rr_ms\n1,Infinity\n', { reason: 'not-a-number', line: 2, words: '"Infinity"' }],
    ['hexadecimal', 't_s,rr_ms\n1,0x320\n', { reason: 'not-a-number', line: 2, words: '"0x320"' }],
    [
      'a negative RR',
      't_s,rr_ms\n1,-800\n',
      { reason: 'out-of-range', line: 2, words: 'RR interval "-800"' },
    ],
    [
      'an RR beyond ten minutes',
      't_s,rr_ms\n1,600001\n',
      { reason: 'out-of-range', line: 2, words: '600000 ms' },
    ],
    [
      'a number too large for a number',
      't_s,rr_ms\n1,1e999\n',
      { reason: 'out-of-range', line: 2, words: '600000 ms' },
    ],
    ['an open quote', 't_s,rr_ms\n1,"800\n', { reason: 'bad-line', line: 2, words: 'quote' }],
  ])('refuses %s, with its line', (_, text, { reason, line, words }) => {
    expect(refused(text)).toMatchObject({ code: 'bad-recording', reason, line });
    expect(refused(text).message).toMatch(new RegExp(`^line ${line}: `));
    expect(refused(text).message).toContain(words);
  });

  it('refuses seconds under a header of milliseconds', () => {
    expect(refused('t_s,rr_ms\n0.8,0.8\n1.6,0.8\n')).toMatchObject({ reason: 'not-milliseconds' });
  });

  it.each(['t_s,hr_bpm\n10,116\n', 'time,Heart Rate\n1,60\n', 'HR\n60\n'])(
    'refuses a file of heart rates, and says what is needed',
    (text) => {
      expect(refused(text)).toMatchObject({ reason: 'heart-rate-only', line: 1 });
      expect(refused(text).message).toContain('RR intervals');
    },
  );

  it.each(['[Header]\nVersion=106', 'hello', 'a,b\n1,2', '1,2,3\n4,5,6'])(
    'refuses what begins no known format, and names those it reads: %j',
    (text) => {
      expect(refused(text)).toMatchObject({ reason: 'unknown-format', line: 1 });
      expect(refused(text).message).toContain('t_s,rr_ms');
    },
  );

  it('shows no control characters of the file in a message', () => {
    expect(refused('t_s,rr_ms\n1,\u001b[31m800\u0007').message).toContain('"·[31m800·"');
  });
});

describe('readRecording, RR text', () => {
  it('puts intervals back to back from 0', () => {
    expect(read('% made by a strap\n720\n\n 707.5 \r\n681\n')).toEqual({
      format: 'rr-text',
      name: 'a-file',
      items: [
        { type: 'intervals', atMs: 720, rrMs: [720] },
        { type: 'intervals', atMs: 1427.5, rrMs: [707.5] },
        { type: 'intervals', atMs: 2108.5, rrMs: [681] },
      ],
    });
  });

  it('refuses a line that is no number, with its line', () => {
    expect(refused('720\n\nabc\n')).toMatchObject({ reason: 'not-a-number', line: 3 });
  });

  it('reads seconds as seconds', () => {
    expect(beats(read('0.720\n0.707\n'))).toEqual([
      [720, 720],
      [1427, 707],
    ]);
  });

  it('reads values that rise all along as times of beats', () => {
    const times = Array.from({ length: 30 }, (_, i) => String((i + 1) * 800)).join('\n');
    const recording = read(times);
    expect(recording.format).toBe('beat-times');
    expect(beats(recording)).toEqual(Array.from({ length: 29 }, (_, i) => [(i + 2) * 800, 800]));
  });
});

describe('readRecording, JSON lines', () => {
  it('reads packets with their time of arrival', () => {
    expect(read('{"t_s": 0, "hex": "1653E102", "expect": {}}\n{"t_s": 1.5, "hex": "0653"}\n')).toEqual({
      format: 'packet-lines',
      name: 'a-file',
      items: [
        { type: 'packet', atMs: 0, hex: '1653e102' },
        { type: 'packet', atMs: 1500, hex: '0653' },
      ],
    });
  });

  it('reads of a session log what came from the device', () => {
    const log = [
      { type: 'session-started', atMs: 5, seq: 0, seed: 1 },
      { type: 'packet', atMs: 10, seq: 1, author: 'device', sensor: 'x', hex: '0653' },
      { type: 'arousal', atMs: 10, seq: 2, value: 0.5 },
      { type: 'intervals', atMs: 900, seq: 3, author: 'device', sensor: 'x', rrMs: [400, 410] },
    ];
    expect(read(log.map((line) => JSON.stringify(line)).join('\n'))).toEqual({
      format: 'session-log',
      name: 'a-file',
      items: [
        { type: 'packet', atMs: 10, hex: '0653' },
        { type: 'intervals', atMs: 900, rrMs: [400, 410] },
      ],
    });
  });

  it.each([
    ['a torn line', '{"t_s":0,"hex":"06"}\n{"t_s":1,"he\n', { reason: 'bad-line', line: 2 }],
    ['an array', '{"t_s":0,"hex":"06"}\n[1]\n', { reason: 'bad-line', line: 2 }],
    ['half a byte', '{"t_s":0,"hex":"065"}', { reason: 'bad-line', line: 1 }],
    ['no payload', '{"t_s":0,"hex":"06"}\n{"t_s":1}\n', { reason: 'bad-line', line: 2 }],
    ['no time', '{"hex":"06"}', { reason: 'bad-line', line: 1 }],
    [
      'times in no order',
      Array.from({ length: 40 }, (_, i) => `{"t_s":${(i * 17) % 40},"t":${i},"hex":"104b${i % 10}003"}`)
        .map((line, i) => (i % 3 === 0 ? line.replace(/:\d+/, `:${(i * 7919) % 1000}`) : line))
        .join('\n'),
      { reason: 'unsorted', line: undefined },
    ],
    ['a time that no date can name', '{"t_s":1e300,"hex":"06"}', { reason: 'out-of-range', line: 1 }],
    [
      'a session log without a beat',
      '{"type":"session-started","atMs":1}',
      { reason: 'empty', line: undefined },
    ],
    ['an interval of 0', '{"type":"intervals","atMs":1,"rrMs":[0]}', { reason: 'out-of-range', line: 1 }],
    [
      'an interval that is a text',
      '{"type":"intervals","atMs":1,"rrMs":["800"]}',
      { reason: 'not-a-number', line: 1 },
    ],
    ['no list of intervals', '{"type":"intervals","atMs":1,"rrMs":800}', { reason: 'bad-line', line: 1 }],
    ['some other JSON', '{"a":1}', { reason: 'unknown-format', line: undefined }],
    ['a JSON document over several lines', '{\n  "a": 1\n}', { reason: 'unknown-format', line: undefined }],
  ])('refuses %s', (_, text, { reason, line }) => {
    const fault = refused(text);
    expect(fault.reason).toBe(reason);
    expect(fault.line).toBe(line);
  });
});

describe('readRecording, what is no recording', () => {
  it.each(['', '\n\n', 't_s,rr_ms\n', '# nothing\n', '\uFEFF'])('refuses %j as empty', (text) => {
    expect(refused(text)).toMatchObject({ reason: 'empty' });
  });

  it.each([
    ['NUL bytes', Uint8Array.from([116, 0, 115, 0])],
    ['control characters', Uint8Array.from([116, 1, 115, 2])],
  ])('refuses %s as neither text nor a known format', (_, content) => {
    expect(refused(content)).toMatchObject({ code: 'bad-recording', reason: 'not-text' });
  });

  it('takes letters of an older encoding for letters, which harm no number', () => {
    const latin1 = Uint8Array.from([...bytes('# Ger'), 0xe4, ...bytes('t\n720\n707\n')]);
    expect(beats(read(latin1))).toHaveLength(2);
    expect(refused(Uint8Array.from([...bytes('720\n7'), 0xe4, ...bytes('7\n')]))).toMatchObject({ line: 2 });
  });
});

describe('createRecordingReader', () => {
  it('reads the same however the bytes are cut', () => {
    const whole = bytes('\uFEFF# é€😀\r\nt_s,rr_ms\r\n0.72,720\r\n1.427,707\r\n2,573');
    const expected = readRecording('a-file', whole);
    expect(expected.ok).toBe(true);
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 8 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), whole.length];
        const reader = createRecordingReader('a-file');
        at.slice(1).forEach((to, i) => reader.push(whole.subarray(at[i], to)));
        expect(reader.end()).toEqual(expected);
      }),
    );
  });

  it('refuses an endless line after 64 KiB of it', () => {
    const reader = createRecordingReader('a-file');
    expect(reader.push(bytes('t_s,rr_ms\n1,800\n'))).toBeUndefined();
    const kilobyte = bytes('1'.repeat(1024));
    const faults = Array.from({ length: 65 }, () => reader.push(kilobyte));
    expect(faults.slice(0, 64)).toEqual(Array.from({ length: 64 }));
    expect(faults[64]).toMatchObject({ reason: 'line-too-long', line: 3 });
    expect(reader.end()).toMatchObject({ ok: false, fault: { reason: 'line-too-long' } });
  });

  it('keeps to its first fault', () => {
    const reader = createRecordingReader('a-file');
    // A format is told by the first 256 bytes.
    const first = reader.push(bytes(`# ${'-'.repeat(300)}\nt_s,rr_ms\n1,x\n`));
    expect(first).toMatchObject({ line: 3 });
    expect(reader.push(bytes('2,y\n'))).toBe(first);
    expect(reader.end()).toEqual({ ok: false, fault: first });
  });

  it('never throws, and gives only beats that it could vouch for, on random bytes', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 5 }), (chunks) => {
        const reader = createRecordingReader('a-file');
        chunks.forEach((chunk) => reader.push(chunk));
        check(reader.end());
      }),
    );
  });

  it('never throws on mutations of files that it reads', () => {
    const seeds = [
      't_s,rr_ms\n0.72,720.0\n1.427,707.0\n2,573\n',
      '720\n707\n573\n',
      '{"t_s":0,"hex":"1653e102"}\n{"t_s":1,"hex":"0653"}\n',
      '{"type":"intervals","atMs":900,"rrMs":[400,410]}\n{"type":"packet","atMs":901,"hex":"0653"}\n',
    ];
    const edit = fc.record({
      at: fc.nat(200),
      remove: fc.nat(4),
      insert: fc.string({ unit: 'binary', maxLength: 4 }),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (seed, edits) => {
          const mutated = edits.reduce(
            (text, { at, remove, insert }) => text.slice(0, at) + insert + text.slice(at + remove),
            seed,
          );
          check(readRecording('a-file', mutated));
        },
      ),
      { numRuns: 300 },
    );
  });
});

const check = (result: ReturnType<typeof readRecording>) => {
  if (!result.ok) {
    expect(result.fault.code).toBe('bad-recording');
    expect(result.fault.message.length).toBeLessThan(300);
    return;
  }
  let before = 0;
  expect(result.value.items.length).toBeGreaterThan(0);
  for (const item of result.value.items) {
    expect(item.atMs).toBeGreaterThanOrEqual(before);
    before = item.atMs;
    if (item.type === 'packet') expect(decodeHex(item.hex)).not.toMatchObject({ fault: { code: 'not-hex' } });
    else for (const rr of item.rrMs) expect(rr > 0 && rr < Infinity).toBe(true);
  }
};

describe('readRecordingStream', () => {
  it('leaves the stream at the first fault', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield await Promise.resolve(bytes('1'.repeat(40_000)));
      }
    }
    expect(await readRecordingStream('a-file', endless())).toMatchObject({
      fault: { reason: 'line-too-long' },
    });
    expect(given).toBe(2);
  });
});

describe('recordingEvents', () => {
  it("gives the items as the engine takes them, from a sensor of the recording's name", () => {
    expect(recordingEvents(read('720\n'))).toEqual([
      { type: 'intervals', author: 'device', sensor: 'a-file', atMs: 720, rrMs: [720] },
    ]);
  });
});

describe('startOfRecording', () => {
  it.each([
    ['where its first interval begins', 't_s,rr_ms\n100.5,500\n', 100_000],
    ['at 0 where that would be before it', 't_s,rr_ms\n0,821\n', 0],
    ['with its first packet', '{"t_s":7,"hex":"0653"}\n', 7000],
  ])('is %s', (_, text, expected) => {
    expect(startOfRecording(read(text))).toBe(expected);
  });
});

const SHARED = '../shared/data';
const filesIn = (folder: string): string[] =>
  existsSync(`${SHARED}/${folder}`)
    ? (readdirSync(`${SHARED}/${folder}`, { recursive: true }) as string[]).map((file) => `${folder}/${file}`)
    : [];
const rowsOf = (file: string) => readFileSync(`${SHARED}/${file}`, 'utf8').trim().split('\n');

describe.skipIf(!existsSync(SHARED))('readRecording on real recordings (../shared/data)', () => {
  const csvs = filesIn('rr').filter((file) => file.endsWith('.csv'));

  it.each(csvs)('reads every row of %s', (file) => {
    const recording = read(readFileSync(`${SHARED}/${file}`));
    const rows = rowsOf(file).slice(1);
    expect(recording.format).toBe('rr-csv');
    expect(recording.items).toHaveLength(rows.length);
    rows.forEach((row, i) => {
      const [t, rr] = row.split(',').map(Number);
      const item = recording.items[i];
      if (item?.type !== 'intervals' || item.atMs !== t! * 1000 || item.rrMs[0] !== rr) {
        throw new Error(`row ${i + 2}, "${row}", was read as ${JSON.stringify(item)}`);
      }
    });
  });

  it.each(filesIn('ble').filter((file) => file.endsWith('.jsonl')))('reads every packet of %s', (file) => {
    const recording = read(readFileSync(`${SHARED}/${file}`));
    expect(recording.format).toBe('packet-lines');
    expect(recording.items).toHaveLength(rowsOf(file).length);
  });

  it.each(filesIn('native/elitehrv'))('reads every line of %s', (file) => {
    expect(read(readFileSync(`${SHARED}/${file}`))).toMatchObject({ format: 'rr-text' });
    expect(read(readFileSync(`${SHARED}/${file}`)).items).toHaveLength(rowsOf(file).length);
  });

  it.each(filesIn('labelled').filter((file) => file.endsWith('hr1hz.csv')))(
    'refuses %s: heart rate only',
    (file) => {
      expect(refused(readFileSync(`${SHARED}/${file}`))).toMatchObject({ reason: 'heart-rate-only' });
    },
  );
});
