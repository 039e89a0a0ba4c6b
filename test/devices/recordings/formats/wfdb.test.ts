import { describe, expect, it } from 'vitest';
import type { ReadRecording } from '../../../../devices/index.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import { agreement, BEATS_S, RATE_HZ, WORDS } from '../ecg-files.ts';
import { annotations } from '../native-files.ts';
import { bytes, ENDS_MS, RR_MS } from '../own-heart.ts';

type Files = Readonly<Record<string, Uint8Array>>;
const attempt = (name: string, files: Files, rateHz?: number) =>
  readRecording(name, files[name]!, { sibling: (one) => files[one], ...(rateHz && { rateHz }) });
const read = (name: string, files: Files): ReadRecording => {
  const result = attempt(name, files);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};
const refusal = (name: string, files: Files): string => {
  const result = attempt(name, files);
  if (result.ok) throw new Error(`read as ${result.value.found.what}`);
  return result.fault.message;
};
const endsOf = ({ items }: ReadRecording) => items.map(({ atMs }) => atMs);
/** The first beat of all, those at the very ends and the first after a hole end no interval. */
const isHeart = (recording: ReadRecording, beatsS = BEATS_S, without = 4) => {
  const { found, besides } = agreement(endsOf(recording), beatsS);
  expect(found).toBeGreaterThanOrEqual(beatsS.length - without);
  expect(besides).toBe(0);
};

const le16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
const le24 = (value: number) => [...le16(value), (value >> 16) & 0xff];
const pairs = (all: readonly number[], size: number) =>
  Array.from({ length: Math.floor(all.length / size) }, (_, i) => all.slice(i * size, i * size + size));
const header = (layout: string, rest = '200 16 0 0 0 0 II', name = 'rec', length = WORDS.length) =>
  bytes(`${name} 1 ${RATE_HZ} ${length}\n${name}.dat ${layout} ${rest}\n`);
const dat = (all: readonly number[]) => Uint8Array.from(all);

describe('a WFDB record, the layout of its signals', () => {
  it.each<readonly [string, readonly number[]]>([
    ['8', WORDS.map((word, i) => Math.max(-128, Math.min(127, word - (WORDS[i - 1] ?? 0))) & 0xff)],
    ['16', WORDS.flatMap(le16)],
    ['24', WORDS.flatMap(le24)],
    ['32', WORDS.flatMap((word) => [...le24(word), (word >> 24) & 0xff])],
    ['61', WORDS.flatMap((word) => le16(word).toReversed())],
    ['80', WORDS.map((word) => Math.max(0, Math.min(255, Math.round(word / 3) + 128)))],
    ['160', WORDS.flatMap((word) => le16(word + 32_768))],
    [
      '212',
      pairs(WORDS, 2).flatMap(([a, b]) => [a! & 0xff, ((a! >> 8) & 15) | (((b! >> 8) & 15) << 4), b! & 0xff]),
    ],
    [
      '310',
      pairs(WORDS, 3).flatMap(([a, b, c]) => [
        ...le16(((a! & 0x3ff) << 1) | ((c! & 31) << 11)),
        ...le16(((b! & 0x3ff) << 1) | (((c! >> 5) & 31) << 11)),
      ]),
    ],
    [
      '311',
      pairs(WORDS, 3).flatMap(([a, b, c]) => {
        const word = (a! & 0x3ff) | ((b! & 0x3ff) << 10) | ((c! & 0x3ff) << 20);
        return [...le24(word), (word >> 24) & 0xff];
      }),
    ],
  ])('is read in format %s', (format, raw) => {
    isHeart(read('rec.hea', { 'rec.hea': header(format), 'rec.dat': dat(raw) }));
  });

  it('refuses another format by its number, and says what to do', () => {
    const files = { 'rec.hea': header('516'), 'rec.dat': dat([1, 2, 3]) };
    expect(refusal('rec.hea', files)).toMatch(/format 516 \(FLAC\) are not read.*xform/);
  });

  it('counts the samples that each signal has in a frame', () => {
    const abp = 'rec.dat 16x2 100/mmHg 16 0 0 0 0 ABP\n';
    const own = `rec 2 ${RATE_HZ} ${WORDS.length}\nrec.dat 16 200 16 0 0 0 0 II\n${abp}`;
    const raw = WORDS.flatMap((word) => [...le16(word), 1, 0, 2, 0]);
    isHeart(read('rec.hea', { 'rec.hea': bytes(own), 'rec.dat': dat(raw) }));
    const fast = `rec 2 ${RATE_HZ / 4} ${WORDS.length >> 2}\nrec.dat 16x4 200 16 0 0 0 0 II\n${abp}`;
    const frames = pairs(WORDS, 4).flatMap((four) => [...four.flatMap(le16), 1, 0, 2, 0]);
    isHeart(read('rec.hea', { 'rec.hea': bytes(fast), 'rec.dat': dat(frames) }));
  });

  it('leaves out what stands before the samples, in bytes and in skew', () => {
    const raw = [...new Array<number>(24).fill(77), ...WORDS.flatMap(le16)];
    isHeart(read('rec.hea', { 'rec.hea': header('16+24'), 'rec.dat': dat(raw) }));
    const skewed = [...raw.slice(0, 24), ...le16(0), ...le16(0), ...le16(0), ...WORDS.flatMap(le16)];
    isHeart(read('rec.hea', { 'rec.hea': header('16:3+24'), 'rec.dat': dat(skewed) }));
  });

  it('takes the value that stands for nothing as nothing', () => {
    const holed = WORDS.map((word, i) => (i > 4000 && i < 6000 ? -32_768 : word));
    const recording = read('rec.hea', { 'rec.hea': header('16'), 'rec.dat': dat(holed.flatMap(le16)) });
    const outside = BEATS_S.filter((beat) => beat < 20 || beat > 30);
    isHeart(recording, outside, 6);
  });

  it('reads the date in either order', () => {
    const withDate = (date: string) =>
      read('rec.hea', {
        'rec.hea': bytes(`rec 1 ${RATE_HZ} ${WORDS.length} ${date}\nrec.dat 16 200 16 0 0 0 0 II\n`),
        'rec.dat': dat(WORDS.flatMap(le16)),
      }).found.startedAt;
    expect(withDate('09:49:17 5/3/2024')).toBe('2024-03-05T09:49:17');
    expect(withDate('05-Mar-2024 9:49:17')).toBe('2024-03-05T09:49:17');
    expect(withDate('99:49:17 5/3/2024')).toBeUndefined();
  });
});

describe('a WFDB record, which signal is the ECG', () => {
  const two = (labels: readonly [string, string]) => ({
    'rec.hea': bytes(
      `rec 2 ${RATE_HZ} ${WORDS.length}\n${labels.map((label) => `rec.dat 16 200 16 0 0 0 0 ${label}\n`).join('')}`,
    ),
    'rec.dat': dat(WORDS.flatMap((word, i) => [...le16(Math.round(90 * Math.sin(i / 30))), ...le16(word)])),
  });

  it('is told by its name, wherever it stands, and named', () => {
    for (const other of ['ABP', 'RESP', 'PLETH']) {
      const recording = read('rec.hea', two([other, 'ECG1']));
      isHeart(recording);
      expect(recording.found.warnings[0]).toContain('in the ECG "ECG1"');
    }
  });

  it('is never another signal: those there are are named', () => {
    expect(refusal('rec.hea', two(['ABP', 'PLETH']))).toContain('("ABP", "PLETH")');
  });

  it('is the lead on which beats are seen, where the first has none', () => {
    const recording = read('rec.hea', two(['I', 'V5']));
    isHeart(recording);
    expect(recording.found.warnings[0]).toContain('"V5" at 200 Hz, which shows them better than "I"');
  });

  it('is not looked for where the signal file is missing, which is named', () => {
    expect(refusal('rec.hea', { 'rec.hea': header('16') })).toContain('rec.dat is not beside it');
  });
});

describe('the signal file of a WFDB record', () => {
  it('is refused with the name of the header to open', () => {
    const files = { 'rec.hea': header('16'), 'rec.dat': dat(WORDS.flatMap(le16)) };
    expect(refusal('rec.dat', files)).toContain('open its header rec.hea instead');
    expect(refusal('rec.dat', { 'rec.dat': files['rec.dat'] })).toContain('rec.hea is not beside them');
  });

  it('is not confused with intervals as text', () => {
    const text = bytes(RR_MS.join('\n'));
    expect(read('rec.dat', { 'rec.dat': text }).items).toHaveLength(RR_MS.length);
  });
});

describe('a WFDB record of several segments', () => {
  const half = Math.floor(WORDS.length / 2);
  const gap = 20 * RATE_HZ;
  const parts = {
    'a.hea': header('16', undefined, 'a', half),
    'a.dat': dat(WORDS.slice(0, half).flatMap(le16)),
    'b.hea': header('16', undefined, 'b', WORDS.length - half),
    'b.dat': dat(WORDS.slice(half).flatMap(le16)),
  };
  const record = (segments: readonly string[]) => ({
    ...parts,
    'all.hea': bytes(`all/${segments.length} 1 ${RATE_HZ} 1\n${segments.join('\n')}\n`),
  });

  it('is read in one where its segments follow each other', () => {
    isHeart(read('all.hea', record([`a ${half}`, `b ${WORDS.length - half}`])));
  });

  it('keeps a null segment as a hole, and passes over the layout', () => {
    const files = {
      ...record(['lay 0', `a ${half}`, `~ ${gap}`, `b ${WORDS.length - half}`]),
      'lay.hea': bytes(`lay 1 ${RATE_HZ} 0\n~ 0 200 16 0 0 0 0 II\n`),
    };
    const recording = read('all.hea', files);
    const late = BEATS_S.map((beat) => (beat > half / RATE_HZ ? beat + 20 : beat));
    isHeart(recording, late);
    expect(recording.found.warnings).toContain('the recording has a hole of 20 s altogether');
    const across = recording.items.filter((item) => item.type === 'intervals' && item.rrMs[0]! > 10_000);
    expect(across).toEqual([]);
  });

  it('may change its rate from one to the next, as records of variable layout do', () => {
    const slow = bytes(`b 1 ${RATE_HZ / 2} ${(WORDS.length - half) >> 1}\nb.dat 16 200 16 0 0 0 0 II\n`);
    const files = {
      ...record([`a ${half}`, `~ ${gap}`, `b ${WORDS.length - half}`]),
      'b.hea': slow,
      'b.dat': dat(
        WORDS.slice(half)
          .filter((_, i) => i % 2 === 0)
          .flatMap(le16),
      ),
    };
    isHeart(
      read('all.hea', files),
      BEATS_S.map((beat) => (beat > half / RATE_HZ ? beat + 20 : beat)),
      8,
    );
  });

  it('names the segments that are missing', () => {
    const { 'b.hea': _, ...rest } = record([`a ${half}`, `b ${WORDS.length - half}`]);
    expect(refusal('all.hea', rest)).toContain('(b.hea)');
  });
});

describe('WFDB annotations with definitions', () => {
  const at = [0, ...ENDS_MS].map((ms) => 3000 + Math.round(ms / 4));
  const note = (text: string) => [...le16(22 << 10), ...le16((63 << 10) | text.length), ...bytes(text), 0];
  const text = (value: string) => note(value.length % 2 === 1 ? value : `${value} `);
  const back = [...le16(59 << 10), 0xff, 0xff, 0xff, 0xff, ...le16(1)];
  const file = (rate: number, ...more: readonly (readonly number[])[]) =>
    Uint8Array.from([...text(`## time resolution: ${rate}`), ...more.flat(), ...back, ...annotations(at)]);
  const hz = (value: number) => bytes(`own 0 ${value}\n`);
  const rrOf = ({ items }: ReadRecording) =>
    items.map((item) => (item.type === 'intervals' ? item.rrMs[0]! : 0));

  it('are read, although a null annotation at -1 + 1 comes first', () => {
    const recording = read('own.atr', { 'own.atr': file(250), 'own.hea': hz(250) });
    expect(rrOf(recording)).toHaveLength(RR_MS.length);
  });

  it('have their own resolution, whatever the header says', () => {
    const recording = read('own.atr', { 'own.atr': file(250), 'own.hea': hz(1000) });
    rrOf(recording).forEach((rr, i) => expect(Math.abs(rr - RR_MS[i]!)).toBeLessThanOrEqual(4));
    expect(rrOf(read('own.hea', { 'own.atr': file(250), 'own.hea': hz(1000) }))).toEqual(rrOf(recording));
  });

  it('may define a kind of beat of their own', () => {
    const table = [
      text('## annotation type definitions'),
      text('42 N own kind'),
      text('## end of definitions'),
    ];
    const own = Uint8Array.from([
      ...table.flat(),
      ...text('## time resolution: 250'),
      ...back,
      ...annotations(at, 42),
    ]);
    const recording = read('own.atr', { 'own.atr': own });
    expect(rrOf(recording)).toHaveLength(RR_MS.length);
    expect(recording.found.warnings).toEqual([]);
  });

  it('are looked for in another file where the first holds the rhythm alone', () => {
    const files = { 'own.hea': hz(250), 'own.atr': annotations([100], 28), 'own.qrs': annotations(at) };
    expect(rrOf(read('own.hea', files))).toHaveLength(RR_MS.length);
  });
});
