import { describe, expect, it } from 'vitest';
import type { ReadRecording } from '../../../../devices/index.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import { edfSignals, SECONDS } from '../edf-files.ts';
import { FIT_DEFINITIONS, fitFile, fitHrv, fitRecord, HR, strap, TICKS } from '../fit-files.ts';
import { annotations } from '../native-files.ts';
import { bytes, ENDS_MS, le16, le32, RR_MS } from '../own-heart.ts';

function read(name: string, content: Uint8Array | string, rateHz?: number): ReadRecording {
  const given = typeof content === 'string' ? bytes(content) : content;
  const result = readRecording(name, given, rateHz === undefined ? {} : { rateHz });
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
}
const rrOf = ({ items }: ReadRecording) =>
  items.flatMap((item) => (item.type === 'intervals' ? item.rrMs : []));
const stepsOf = ({ items }: ReadRecording) => items.slice(1).map(({ atMs }, i) => atMs - items[i]!.atMs);

const hexOf = (rr: number) =>
  `104b${le16(Math.round(rr * 1.024))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')}`;
const packets = (timesMs: readonly number[], field = 't_ms') =>
  timesMs
    .map((ms, i) => `{"${field}":${field === 't_s' ? ms / 1000 : ms},"hex":"${hexOf(RR_MS[i % 40]!)}"}`)
    .join('\n');
/** Each of our intervals where it ended, but for the last twenty, which are some time earlier. */
const setBack = (byMs: number) => ENDS_MS.map((ms, i) => (i < 20 ? ms : ms - byMs));

describe('packets whose clock goes back', () => {
  it.each<readonly [string, readonly number[], string]>([
    ['past midnight', ENDS_MS.map((ms) => (ms + 86_380_000) % 86_400_000), 't_s'],
    ['at the end of 32 bits', ENDS_MS.map((ms) => (ms + 2 ** 32 - 20_000) % 2 ** 32), 't_ms'],
    ['at the end of 16 bits', ENDS_MS.map((ms) => (ms + 50_000) % 2 ** 16), 't_ms'],
  ])('%s go on', (_, timesMs, field) => {
    const recording = read('a.jsonl', packets(timesMs, field));
    expect(recording.items).toHaveLength(40);
    expect(recording.found.warnings).toEqual([]);
    stepsOf(recording).forEach((step, i) => expect(step).toBeCloseTo(RR_MS[i + 1]!, 3));
  });

  it('anywhere else are two pieces, said once, and never a reason to sort', () => {
    const recording = read('a.jsonl', packets(setBack(17_300)));
    expect(recording.items).toHaveLength(40);
    expect(stepsOf(recording)[19]).toBeGreaterThan(10_000);
    expect(recording.found.warnings).toEqual([
      'its clock goes back in line 21: what follows was read as a new piece, 10 s later, since the time between is ' +
        'not known',
    ]);
  });

  it('a little, as when two were written at once, stand at one time', () => {
    const recording = read('a.jsonl', packets(ENDS_MS.map((ms, i) => (i === 20 ? ENDS_MS[19]! - 30 : ms))));
    expect(recording.found.warnings).toEqual([]);
    expect(stepsOf(recording)[19]).toBe(0);
  });

  it('and begins before 0, as counted from a trigger, count from the first', () => {
    const recording = read('a.jsonl', packets(ENDS_MS.map((ms) => ms - 5000)));
    expect(recording.items[0]).toMatchObject({ atMs: 0 });
    expect(recording.items.at(-1)).toMatchObject({ atMs: ENDS_MS.at(-1)! - ENDS_MS[0]! });
  });

  it('from the newest to the oldest are turned round', () => {
    const recording = read('a.jsonl', packets(ENDS_MS).split('\n').toReversed().join('\n'));
    expect(recording.items).toEqual(read('a.jsonl', packets(ENDS_MS)).items);
    expect(recording.found.warnings[0]).toMatch(/newest to the oldest/);
  });
});

describe('logs one after another', () => {
  it('are pieces of one recording', () => {
    const one = `{"type":"session-started","atMs":0}\n${RR_MS.map(
      (rr, i) => `{"type":"intervals","atMs":${ENDS_MS[i]},"rrMs":[${rr}]}`,
    ).join('\n')}`;
    const recording = read('two.ndjson', `${one}\n${one}\n`);
    expect(rrOf(recording)).toEqual([...RR_MS, ...RR_MS]);
    expect(recording.found.warnings).toHaveLength(1);
    expect(recording.found.warnings[0]).toMatch(/^its clock goes back in line 43: .* new piece/);
    expect(read('one.ndjson', one).found.warnings).toEqual([]);
  });
});

describe('a WFDB annotation file whose samples go back', () => {
  it('is read in two pieces', () => {
    const samples = [0, ...setBack(12_000)].map((ms) => 3000 + Math.round(ms / 4));
    const recording = read('a.qrs', annotations(samples), 250);
    expect(rrOf(recording)).toHaveLength(39);
    expect(Math.max(...stepsOf(recording))).toBeGreaterThan(10_000);
    expect(recording.found.warnings).toEqual([
      expect.stringMatching(/^its clock goes back in annotation 22: .* new piece/),
    ]);
  });
});

describe('EDF+D whose records go back', () => {
  it('is read in two pieces, and the holes after them stay', () => {
    const third = Math.floor(SECONDS / 3);
    const onsets = Array.from({ length: SECONDS }, (_, second) =>
      second < third ? second : second < 2 * third ? second - 15 : second - 10,
    );
    const recording = read('a.edf', edfSignals({ kind: 'EDF+D', onsets }));
    expect(recording.found.warnings).toContain(
      `its clock goes back in record ${third + 1}: what follows was read as a new piece, 10 s later, since the time ` +
        'between is not known',
    );
    expect(recording.found.warnings).toContain('the recording has 2 holes of 15 s altogether');
    expect(stepsOf(recording).every((step) => step >= 0)).toBe(true);
  });
});

describe('BIDS events', () => {
  const events = (timesMs: readonly number[], type = 'R-peak') =>
    timesMs.map((ms) => `${(ms / 1000).toFixed(3)}\t0\t${type}\n`).join('');
  const head = 'onset\tduration\ttrial_type\n';

  it('of two runs, each from 0, are two pieces', () => {
    const recording = read(
      'sub-01_events.tsv',
      head + events(ENDS_MS) + events(ENDS_MS.map((ms) => ms + 333)),
    );
    expect(rrOf(recording)).toHaveLength(78);
    expect(recording.found.warnings).toEqual([
      expect.stringMatching(/^its clock goes back in line 42: .* new piece/),
    ]);
  });

  it('in the order of their kinds are put into that of their times', () => {
    const [even, odd] = [0, 1].map((rest) => ENDS_MS.filter((_, i) => i % 2 === rest));
    const recording = read('sub-01_events.tsv', head + events(even!) + events(odd!, 'QRS'));
    expect(rrOf(recording)).toHaveLength(39);
    expect(recording.found.warnings).toEqual([]);
  });
});

/** What FIT writes in place of a time that is not known. */
const NO_TIME = 0xffffffff;

describe('FIT whose clock goes back', () => {
  it('in its records is read in two pieces, with the holes after them', () => {
    const all = [...RR_MS, ...RR_MS];
    let [endMs, rest] = [0, 0];
    const records = all.flatMap((rr, i) => {
      endMs += rr;
      if (i === 40) rest = -20;
      if (i === 60) rest = 40;
      return [...fitHrv([rr]), ...fitRecord(100 + rest + Math.round(endMs / 1000))];
    });
    const recording = read('a.fit', fitFile([...FIT_DEFINITIONS, ...records]));
    expect(rrOf(recording)).toEqual(all);
    expect(recording.found.warnings).toContainEqual(
      expect.stringMatching(/^its clock goes back in interval 4\d: .* new piece/),
    );
    const holes = stepsOf(recording).filter((step) => step > 5000);
    expect(holes).toHaveLength(2);
    expect(holes[1]).toBeGreaterThan(50_000);
  });

  it('in its `hr` messages, as where a strap began anew, keeps both pieces', () => {
    const anew = TICKS.slice(0, 25).map((tick) => tick - 4900 * 1024);
    const records = [...FIT_DEFINITIONS, ...strap(), ...strap(anew, NO_TIME)];
    const recording = read('a.fit', fitFile(records));
    const whole = [...RR_MS, ...RR_MS.slice(0, 24)];
    expect(rrOf(recording)).toHaveLength(whole.length);
    rrOf(recording).forEach((rr, i) => expect(Math.abs(rr - whole[i]!)).toBeLessThan(1.1));
    expect(recording.found.warnings).toEqual(['2 stretches of beats, with a hole between them']);
  });

  it('in its `hr` messages at the end of 32 bits goes on', () => {
    const late = TICKS.map((tick) => (tick - TICKS[0]! + 2 ** 32 - 20_000) % 2 ** 32);
    const whole = late.flatMap((tick) => [3, ...le32(NO_TIME), ...le32(tick)]);
    const recording = read('a.fit', fitFile([...FIT_DEFINITIONS, ...HR, ...whole]));
    expect(rrOf(recording)).toHaveLength(40);
    expect(recording.found.warnings).toEqual([]);
  });

  it('in the messages of a wrist sensor keeps both pieces', () => {
    const message = (atS: number, some: readonly number[]) => [
      3,
      ...le32(1_000_000_000 + atS),
      ...some.flatMap((rr) => le16(rr | 0x4000)),
    ];
    const starts = [0, 4, 8, 12, -300, -296, -292, -288];
    const messages = starts.flatMap((atS, i) => message(atS, RR_MS.slice(5 * i, 5 * i + 5)));
    const definition = [0x43, 0, 0, ...le16(372), 2, 253, 4, 0x86, 1, 10, 0x84];
    const recording = read('a.fit', fitFile([...definition, ...messages]));
    expect(rrOf(recording)).toEqual(RR_MS);
    expect(stepsOf(recording)[19]).toBeGreaterThan(10_000);
    expect(recording.found.warnings).toEqual([
      'its clock goes back: what follows was read as a new piece, since the time between is not known',
    ]);
  });
});
