import { describe, expect, it } from 'vitest';
import type { BadRecording, ReadRecording } from '../../../../devices/index.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';

/** A calm heart with the small noise of its own, 120 intervals. */
const RR = Array.from(
  { length: 120 },
  (_, i) => 850 + Math.round(40 * Math.sin(i / 5)) + ((i * 37) % 61) - 30,
);
const ENDS = RR.map((_, i) => RR.slice(0, i + 1).reduce((sum, rr) => sum + rr, 0));
/** The second half is 100 s later. */
const WITH_HOLE = ENDS.map((end, i) => (i < 60 ? end : end + 100_000));
const MORNING = Date.UTC(2024, 2, 5, 7);
const day = (ms: number) => new Date(ms).toISOString().slice(11, 23);
const local = (ms: number) => new Date(ms).toISOString().slice(0, 23).replace('T', ' ');

const table = (header: string, row: (i: number) => string | number) =>
  `${[...(header === '' ? [] : [header]), ...RR.map((_, i) => row(i))].join('\n')}\n`;
const attempt = (text: string, rateHz?: number) =>
  readRecording('a.csv', text, rateHz === undefined ? {} : { rateHz });
const read = (text: string, rateHz?: number): ReadRecording => {
  const result = attempt(text, rateHz);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};
const refused = (text: string): BadRecording => {
  const result = attempt(text);
  if (result.ok) throw new Error(`read as ${result.value.format}`);
  return result.fault;
};
const rrOf = ({ items }: ReadRecording) =>
  items.flatMap((item) => (item.type === 'intervals' ? item.rrMs : []));
const labelsOf = ({ items }: ReadRecording) =>
  items.map((item) => (item.type === 'intervals' ? item.labels?.[0] : undefined));
/** Ms without a beat before each interval. */
const holesOf = ({ items }: ReadRecording) =>
  items.map((item, i) =>
    i === 0 ? 0 : item.atMs - rrOf({ items } as ReadRecording)[i]! - items[i - 1]!.atMs,
  );
const isWhole = (recording: ReadRecording, rr: readonly number[] = RR) => {
  expect(rrOf(recording)).toHaveLength(rr.length);
  rrOf(recording).forEach((one, i) => expect(Math.abs(one - rr[i]!)).toBeLessThan(1));
};

describe('readRecording, times of a table', () => {
  it.each<[string, (ms: number) => string | number]>([
    ['unix_timestamp', (ms) => (MORNING + ms) / 1000],
    ['Timestamp (ms)', (ms) => MORNING + ms],
    ['timestamp_us', (ms) => (MORNING + ms) * 1000],
    ['sensor timestamp [ns]', (ms) => ms * 1e6],
    ['Zeit (s)', (ms) => ms / 1000],
    ['time since start (ms)', (ms) => ms],
    ['ts', (ms) => ms / 1000],
    ['Time (min)', (ms) => (ms / 60_000).toFixed(7)],
    ['LocalTimestamp', (ms) => Math.floor((MORNING + ms) / 1000)],
    ['Uhrzeit', (ms) => day(MORNING + ms)],
    ['elapsed', (ms) => `0 days ${day(ms)}`],
    ['Datum', (ms) => local(MORNING + ms)],
    ['when', (ms) => `${local(MORNING + ms).replace(' ', 'T')}+01:00`],
    ['date', (ms) => new Date(MORNING + ms).toLocaleString('de-DE', { timeZone: 'UTC' }).replace(',', '')],
    ['date', (ms) => new Date(MORNING + ms).toLocaleString('en-US', { timeZone: 'UTC' }).replace(',', '')],
    ['a name that says nothing', (ms) => ms / 1000],
    ['ticks of 30.5 µs', (ms) => ms * 32.768],
  ])('finds the hole by a column "%s"', (name, time) => {
    const recording = read(table(`${name},rr_ms`, (i) => `${time(WITH_HOLE[i]!)},${RR[i]}`));
    isWhole(recording);
    expect(holesOf(recording).filter((hole) => hole > 95_000 && hole < 105_000)).toHaveLength(1);
    expect(recording.found.times).not.toBe('summed');
  });

  it('joins a column of dates and one of times of day', () => {
    const recording = read(
      table('Datum;Uhrzeit;RR', (i) => {
        const at = MORNING + 61_150_000 + ENDS[i]!;
        return `${new Date(at).toLocaleDateString('de-DE', { timeZone: 'UTC' })};${day(at)};${RR[i]}`;
      }),
    );
    isWhole(recording);
    expect(recording.found.startedAt).toBe('2024-03-05T23:59:10.820');
    expect(Math.max(...holesOf(recording))).toBeLessThan(1);
  });

  it('names a column of times that it does not understand', () => {
    const recording = read(table('Zeit,rr_ms', (i) => `t${i},${RR[i]}`));
    isWhole(recording);
    expect(recording.found.warnings).toEqual([
      'the column "Zeit" was not understood as times of these intervals, so holes cannot be seen',
    ]);
  });

  it('takes no number of a row for a time', () => {
    expect(read(table(',rr', (i) => `${i},${RR[i]}`)).found).toMatchObject({ times: 'summed', warnings: [] });
    expect(read(table('', (i) => `${i + 1};${RR[i]}`)).found.times).toBe('summed');
  });
});

describe('readRecording, clocks that go back', () => {
  const EVENING = Date.UTC(2024, 2, 5, 23, 59);
  const isUnbroken = (recording: ReadRecording) => {
    isWhole(recording);
    holesOf(recording).forEach((hole) => expect(Math.abs(hole)).toBeLessThan(2));
  };

  it.each<[string, string]>([
    ['a time of day', table('time,rr', (i) => `${day(EVENING + ENDS[i]!)},${RR[i]}`)],
    ['whole seconds', table('time,rr', (i) => `${day(EVENING + ENDS[i]!).slice(0, 8)},${RR[i]}`)],
    ['two columns', table('', (i) => `${day(EVENING + ENDS[i]!)} ${RR[i]}`)],
    ['a counter of 16 bits', table('timestamp_ms,rr', (i) => `${ENDS[i]! % 65_536},${RR[i]}`)],
    ['a counter of 32 bits', table('ticks,rr', (i) => `${(ENDS[i]! + 2 ** 32 - 50_000) % 2 ** 32},${RR[i]}`)],
  ])('goes on past midnight or the end of a counter: %s', (_, text) => {
    isUnbroken(read(text));
    expect(read(text).found.warnings).toEqual([]);
  });

  it.each([
    ['back', -3_600_000],
    ['forward', 3_600_000],
  ])('makes no hole where the clock is put %s by an hour and the intervals go on', (word, byMs) => {
    const recording = read(
      table('date,rr', (i) => `${local(EVENING + ENDS[i]! + (i < 60 ? 0 : byMs))},${RR[i]}`),
    );
    isUnbroken(recording);
    expect(recording.found.warnings).toHaveLength(1);
    expect(recording.found.warnings[0]).toContain(`${word} by an hour in line 62`);
  });

  it.each<[string, string, number]>([
    ['a table', table('t_s,rr_ms', (i) => `${(ENDS[i]! - (i < 60 ? 0 : ENDS[59]!)) / 1000},${RR[i]}`), 120],
    [
      'a clock',
      table('date,rr', (i) => `${local(EVENING + ENDS[i]! - (i < 60 ? 0 : 17_300))},${RR[i]}`),
      120,
    ],
    ['beats', table('', (i) => (ENDS[i]! - (i < 60 ? 0 : ENDS[59]!)) / 1000), 118],
    [
      'an Empatica',
      table('1709622000.0, IBI', (i) => `${(ENDS[i]! - (i < 60 ? 0 : ENDS[59]!)) / 1000},${RR[i]! / 1000}`),
      120,
    ],
    [
      'a Garmin log',
      table(
        '',
        (i) =>
          `${local(EVENING + ENDS[i]! - (i < 60 ? 0 : 17_300)).replace(' ', 'T')};HEART_RATE_VARIABILITY;${RR[i]}`,
      ),
      120,
    ],
  ])('begins a new piece where the clock starts again, and says so once: %s', (_, text, count) => {
    const recording = read(text);
    expect(recording.items).toHaveLength(count);
    expect(holesOf(recording).filter((hole) => hole > 5000)).toHaveLength(1);
    expect(recording.found.warnings.filter((one) => one.includes('goes back'))).toHaveLength(1);
  });

  it('takes no time beyond all dates, and never one that is infinite', () => {
    const recording = read(table('t_s,rr_ms', (i) => `${i === 70 ? '1e999' : ENDS[i]! / 1000},${RR[i]}`));
    expect(recording.items.every(({ atMs }) => Number.isFinite(atMs))).toBe(true);
    expect(refused(table('', () => '1e999')).message).toContain('too large');
  });

  it('turns rows round that run from the newest to the oldest', () => {
    isUnbroken(read(table('date,rr', (i) => `${local(EVENING + ENDS[119 - i]!)},${RR[119 - i]}`)));
  });

  it('sorts rows in disorder if their times then fit, and else does without these times', () => {
    const mixed = (i: number) => (i * 47) % 120;
    isUnbroken(read(table('date,rr', (i) => `${local(EVENING + ENDS[mixed(i)]!)},${RR[mixed(i)]}`)));
    const nonsense = read(table('time,rr', (i) => `${(i * 7919) % 10_007},${RR[i]}`));
    isUnbroken(nonsense);
    expect(nonsense.found.warnings.join()).toContain('"time" was not understood');
  });
});

describe('readRecording, marks for a missing beat', () => {
  const isMissing = (i: number) => i % 30 === 7;
  const there = RR.filter((_, i) => !isMissing(i));
  const broken = (recording: ReadRecording) => {
    isWhole(recording, there);
    const holes = holesOf(recording).flatMap((hole, i) => (hole > 300 ? [i] : []));
    expect(holes).toEqual([7, 36, 65, 94]);
    expect(recording.found.warnings).toEqual(['4 beats are marked as missing: gaps']);
  };

  it.each(['0', 'NaN', 'nan', 'NA', 'null', 'None', '-', '−', '–', '-1', '65535', '""'])(
    'takes %s for a gap in every layout',
    (mark) => {
      const rr = (i: number) => (isMissing(i) ? mark : RR[i]!);
      const cell = (i: number) => (isMissing(i) && mark === '""' ? '' : rr(i));
      broken(read(table('', rr)));
      broken(read(table('rr', rr)));
      broken(read(table('', (i) => `${ENDS[i]! / 1000}\t${cell(i)}`)));
      broken(read(table('t_s,rr_ms', (i) => `${ENDS[i]! / 1000},${cell(i)}`)));
      broken(read(table('date,hr,rr', (i) => `${local(MORNING + ENDS[i]!)},71,${cell(i)}`)));
    },
  );

  it('takes blank lines of a single column, and rows left out of numbered ones, for gaps', () => {
    broken(read(table('', (i) => (isMissing(i) ? '' : RR[i]!))));
    broken(read(table('rr', (i) => (isMissing(i) ? '' : RR[i]!))));
    const numbered = RR.flatMap((rr, i) => (isMissing(i) ? [] : [`${i},${rr}`]));
    broken(read([',rr', ...numbered].join('\n')));
  });

  it('takes no difference across a mark even where the times go on without a hole', () => {
    let atMs = 0;
    broken(
      read(
        table('t_s,rr_ms', (i) => {
          atMs += isMissing(i) ? 0 : RR[i]!;
          return `${atMs / 1000},${isMissing(i) ? 0 : RR[i]!}`;
        }),
      ),
    );
  });

  it('takes no interval across a beat that is missing among times of beats', () => {
    const recording = read(table('rpeaks_s', (i) => (isMissing(i) ? 'NaN' : ENDS[i]! / 1000)));
    expect(recording.items).toHaveLength(119 - 8);
    expect(Math.max(...rrOf(recording))).toBeLessThan(1000);
  });

  it('counts no beat as missing where most rows are those of another sensor', () => {
    const rows = RR.flatMap((rr, i) => [
      `${ENDS[i]! / 1000 - 0.2},0.1,`,
      `${ENDS[i]! / 1000 - 0.1},0.1,`,
      `${ENDS[i]! / 1000},0.1,${rr}`,
    ]);
    const recording = read(['time,acc,rr', ...rows].join('\n'));
    isWhole(recording);
    expect(recording.found.warnings).toEqual(['240 of 360 rows have no interval, and were left out']);
    expect(recording.found.times).toBe('written');
  });

  it('keeps a gap of a .hrm and of an Empatica', () => {
    const hrm = `[Params]\nVersion=106\nInterval=238\nLength=00:01:42.0\n\n[HRData]\n`;
    expect(
      holesOf(read(hrm + table('', (i) => (isMissing(i) ? 0 : RR[i]!)))).filter((hole) => hole > 300),
    ).toHaveLength(4);
    broken(read(table('1709622000.0, IBI', (i) => `${ENDS[i]! / 1000},${isMissing(i) ? 0 : RR[i]! / 1000}`)));
  });
});

describe('readRecording, layouts of tables', () => {
  const two = (i: number) => i * 2;
  const half = (row: (i: number) => string) =>
    `${RR.slice(0, 60)
      .map((_, i) => row(i))
      .join('\n')}\n`;
  it.each<[string, string]>([
    ['two columns between blanks', table('', (i) => `${ENDS[i]! / 1000} ${RR[i]! / 1000}`)],
    ['R, write.table', table('"time" "rr"', (i) => `"${i + 1}" ${ENDS[i]! / 1000} ${RR[i]}`)],
    ['R, one column', table('"rr"', (i) => `"${i + 1}" ${RR[i]}`)],
    ['R, commas', table('"rr"', (i) => `"${i + 1}",${RR[i]}`)],
    ['pandas, to_string', table('       rr', (i) => `${String(i).padEnd(6)} ${RR[i]}`)],
    ['numbered rows with commas', table('', (i) => `${i + 1},${RR[i]}`)],
    ['whole numbers of time and RR', table('', (i) => `${ENDS[i]},${RR[i]}`)],
    ['RR and heart rate', table('', (i) => `${RR[i]} ${Math.round(60_000 / RR[i]!)}`)],
    ['one line of all', `${RR.join(',')}\n`],
    ['ten a line', RR.map((rr, i) => `${rr}${i % 10 === 9 ? '\n' : ' '}`).join('')],
    ['two a line', half((i) => `${RR[two(i)]},${RR[two(i) + 1]}`)],
    [
      'several in a cell',
      `time,rr\n${half((i) => `${ENDS[two(i) + 1]! / 1000},"${RR[two(i)]} ${RR[two(i) + 1]}"`)}`,
    ],
    [
      'further cells',
      `Date,RR\n${half((i) => `${local(MORNING + ENDS[two(i) + 1]!)},${RR[two(i)]},${RR[two(i) + 1]}`)}`,
    ],
    ['decimal commas', table('', (i) => (RR[i]! / 1000).toFixed(3).replace('.', ','))],
    ['decimal commas under a name', table('RR (s)', (i) => (RR[i]! / 1000).toFixed(3).replace('.', ','))],
    [
      'PP intervals',
      table('Phone timestamp;PP-interval [ms];blocker', (i) => `${local(MORNING + ENDS[i]!)};${RR[i]};0`),
    ],
    [
      'an E4 saved again by a spreadsheet',
      table('1709622000,000000; IBI', (i) => `${ENDS[i]! / 1000};${RR[i]! / 1000}`.replaceAll('.', ',')),
    ],
  ])('reads %s', (_, text) => isWhole(read(text)));

  it.each<[string, string]>([
    ['a column', table('rpeaks_ms', (i) => ENDS[i]!)],
    [
      'nanoseconds since 1970',
      table('systolic_peaks_timestamp', (i) => `${BigInt(MORNING + ENDS[i]!) * 1_000_000n}`),
    ],
    ['microseconds since 1970', table('', (i) => (MORNING + ENDS[i]!) * 1000)],
  ])('reads times of beats: %s', (_, text) => {
    const recording = read(text);
    isWhole(recording, RR.slice(1));
    expect(recording.items[0]!.atMs).toBeLessThan(5000);
  });

  it('reads events whose columns stand in another order or begin before 0', () => {
    const upper = `ONSET\tsample\tDURATION\ttrial_type\n${table('', (i) => `${ENDS[i]! / 1000}\t${i}\t0\tR`)}`;
    isWhole(read(upper), RR.slice(1));
    const before = read(`onset\tduration\ttrial_type\n${table('', (i) => `${ENDS[i]! / 1000 - 50}\t0\tR`)}`);
    expect(before.items.at(-1)!.atMs - before.items[0]!.atMs).toBeCloseTo(ENDS[119]! - ENDS[1]!, 6);
  });

  it('refuses beats that stand twice, and counts them', () => {
    const twice = ENDS.flatMap((end, i) => (i === 20 || i === 40 ? [end / 1000, end / 1000] : [end / 1000]));
    expect(refused(twice.join('\n'))).toMatchObject({ reason: 'unsorted', line: 22 });
    expect(refused(twice.join('\n')).message).toContain('2 beats stand twice');
  });
});

describe('readRecording, --rate', () => {
  const samples = (hz: number) => RR.map((rr) => Math.round((rr * hz) / 1000));
  it.each<[string, (hz: number) => string]>([
    ['a table', (hz) => ['rr', ...samples(hz)].join('\n')],
    ['a table that names samples', (hz) => ['RR (samples)', ...samples(hz)].join('\n')],
    ['text', (hz) => samples(hz).join('\n')],
    [
      'labelled text',
      (hz) =>
        samples(hz)
          .map((one) => `${one} N`)
          .join('\n'),
    ],
    ['R peaks', (hz) => ['rpeaks', ...ENDS.map((end) => Math.round((end * hz) / 1000))].join('\n')],
    ['R peaks without a header', (hz) => ENDS.map((end) => Math.round((end * hz) / 1000)).join('\n')],
    [
      'numbered rows',
      (hz) =>
        samples(hz)
          .map((one, i) => `${i + 1},${one}`)
          .join('\n'),
    ],
  ])('helps wherever it is advised: %s', (_, text) => {
    for (const hz of [100, 128, 250, 4000]) {
      expect(refused(text(hz)).message).toContain('--rate <hz>');
      const recording = read(text(hz), hz);
      expect(recording.found.unit).toEqual({ name: `1/${hz} s`, from: 'option' });
      rrOf(recording)
        .slice(-100)
        .forEach((rr, i) => expect(Math.abs(rr - RR.slice(-100)[i]!)).toBeLessThan(1000 / hz + 1));
    }
  });

  it('is not advised for breaths, heart rates, or what has a unit of its own', () => {
    const breaths = refused(table('time,HR,RR,SpO2', (i) => `${i},72,${14 + (i % 4)},97`));
    expect(breaths.message).toMatch(/breaths a minute/);
    const rates = refused(table('', (i) => Math.round(71 + 3 * Math.sin(i / 9))));
    expect(rates).toMatchObject({ reason: 'heart-rate-only' });
    for (const { message } of [breaths, rates]) expect(message).not.toContain('--rate');
  });

  it('is not used where the header has a unit, and says so; at an impossible rate the likely one is named', () => {
    const own = read(
      table('t_s,rr_ms', (i) => `${ENDS[i]! / 1000},${RR[i]}`),
      360,
    );
    isWhole(own);
    expect(own.found.warnings).toEqual(['its header says ms, so --rate was not used']);
    const wrong = attempt(samples(250).join('\n'), 4000);
    expect(wrong).toMatchObject({
      ok: false,
      fault: { message: expect.stringMatching(/about 25\d.* a second/) as string },
    });
  });
});

describe('readRecording, labels of beats', () => {
  const isOdd = (i: number) => i === 20 || i === 21 || i === 70;
  const odd = (labels: readonly unknown[]) => labels.flatMap((label, i) => (label === undefined ? [] : [i]));

  it.each([
    ['N', 'V'],
    ['N', 'A'],
    ['N', 'S'],
    ['R', 'F'],
    ['normal', 'ectopic'],
    ['.', 'V'],
  ])('marks the intervals on both sides of a beat that is not %s but %s', (normal, other) => {
    const label = (i: number) => (isOdd(i) ? other : normal);
    for (const text of [
      table('', (i) => `${RR[i]! / 1000} ${label(i)}`),
      table('', (i) => `${RR[i]},${label(i)}`),
      table('', (i) => `${ENDS[i]! / 1000}\t${RR[i]}\t${label(i)}`),
      table('rr_ms,beat', (i) => `${RR[i]},${label(i)}`),
      table('time;RR;Type', (i) => `${ENDS[i]! / 1000};${RR[i]};${label(i)}`),
    ]) {
      expect(odd(labelsOf(read(text)))).toEqual([20, 21, 22, 70, 71]);
      expect(labelsOf(read(text))[20]).toBe('ectopic');
    }
    const beats = [
      table('', (i) => `${ENDS[i]! / 1000} ${label(i)}`),
      table('R-peak (s);label', (i) => `${ENDS[i]! / 1000};${label(i)}`),
      table(
        '',
        (i) => `    ${day(ENDS[i]!).slice(3).replace(/^0/, '')}  ${i * 300}     ${label(i)}    0    0    0`,
      ),
    ];
    for (const text of beats) expect(odd(labelsOf(read(text)))).toEqual([19, 20, 21, 69, 70]);
  });

  it.each(['X', '|', 'artifact'])('takes %s for a false detection', (other) => {
    const labels = labelsOf(read(table('', (i) => `${RR[i]} ${isOdd(i) ? other : 'N'}`)));
    expect(labels[20]).toBe('artefact');
    expect(odd(labels)).toEqual([20, 21, 22, 70, 71]);
  });

  it('reads labels that stand beside the unusual beats alone', () => {
    expect(odd(labelsOf(read(table('', (i) => `${RR[i]}${isOdd(i) ? ' V' : ''}`))))).toEqual([
      20, 21, 22, 70, 71,
    ]);
  });

  it('leaves notes between beats out, and other words alone', () => {
    const rows = ENDS.flatMap((end, i) => [
      `${end / 1000} N`,
      ...(i === 50 ? [`${end / 1000 + 0.1} +`] : []),
    ]);
    isWhole(read(rows.join('\n')), RR.slice(1));
    expect(
      odd(labelsOf(read(table('rr_ms,class', (i) => `${RR[i]},${i < 60 ? 'rest' : 'stress'}`)))),
    ).toEqual([]);
  });
});
