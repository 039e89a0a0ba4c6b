import { describe, expect, it } from 'vitest';
import type { BadRecording, ReadRecording } from '../../../../devices/index.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import {
  HR,
  packed,
  strap,
  TICKS,
  FIT_DEFINITIONS,
  fitActivity,
  fitFile,
  fitHrv,
  fitRecord,
} from '../fit-files.ts';
import { ENDS_MS, RR_MS } from '../own-heart.ts';

const attempt = (...parts: readonly (Uint8Array | readonly number[])[]) =>
  readRecording('a.fit', Uint8Array.from(parts.flatMap((part) => [...part])));
const read = (...parts: readonly (Uint8Array | readonly number[])[]): ReadRecording => {
  const result = attempt(...parts);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};
const refused = (...parts: readonly (Uint8Array | readonly number[])[]): BadRecording => {
  const result = attempt(...parts);
  if (result.ok) throw new Error(`read as ${result.value.found.what}`);
  return result.fault;
};
const rrOf = ({ items }: ReadRecording) =>
  items.flatMap((item) => (item.type === 'intervals' ? item.rrMs : []));

const le16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
const later = (fromS: number) =>
  fitFile([
    ...FIT_DEFINITIONS,
    ...RR_MS.flatMap((rr, i) => [...fitHrv([rr]), ...fitRecord(fromS + Math.round(ENDS_MS[i]! / 1000))]),
  ]);

describe('a chain of FIT files', () => {
  it('is read to its end, with the hole between its files', () => {
    const recording = read(fitActivity(), later(600));
    expect(rrOf(recording)).toEqual([...RR_MS, ...RR_MS]);
    const [last, first] = [recording.items[39]!, recording.items[40]!];
    expect(first.atMs - last.atMs).toBeGreaterThan(500_000);
    expect(recording.found.warnings).toContain('2 stretches of beats, with a hole between them');
  });

  it('is put in the order of time, and beats of the same time count once', () => {
    expect(
      rrOf(read(later(600), fitFile([...FIT_DEFINITIONS, ...fitHrv([700, 710]), ...fitRecord(2)]))),
    ).toEqual([700, 710, ...RR_MS]);
    const twice = read(fitActivity(), fitActivity());
    expect(rrOf(twice)).toEqual(RR_MS);
    expect(twice.found.warnings[0]).toContain('40 beats of `hrv` messages are of the same time as others');
  });

  it('loses only the file whose checksum is wrong, and says so', () => {
    const bad = later(600);
    const recording = read(fitActivity(), bad.with(200, bad[200]! ^ 1));
    expect(rrOf(recording)).toEqual(RR_MS);
    expect(recording.found.partial).toBe('1 of its 2 parts has a wrong checksum');
  });

  it('says what stands after its end', () => {
    expect(read(fitActivity(), new Uint8Array(512)).found.warnings).toEqual([
      '512 bytes after its end are no FIT and were not read',
    ]);
  });
});

describe('a FIT file that was never finished', () => {
  const open = (file: Uint8Array) => file.with(4, 0).with(5, 0).with(6, 0).with(7, 0);

  it('is read to its end where the header says 0, and marked as a part', () => {
    const { found, ...recording } = read(open(fitActivity()).slice(0, -2));
    expect(recording.items).toHaveLength(RR_MS.length);
    expect(found.partial).toContain('its header was never finished');
  });
});

describe('FIT `hr` messages', () => {
  it('are the beats of a strap, in whole times and in 12 bits', () => {
    const recording = read(fitFile([...FIT_DEFINITIONS, ...strap()]));
    expect(recording.items).toHaveLength(40);
    rrOf(recording).forEach((rr, i) => expect(Math.abs(rr - RR_MS[i]!)).toBeLessThan(1.1));
    expect(recording.found).toMatchObject({ unit: { name: '1/1024 s' }, times: 'written', warnings: [] });
  });

  it('are read from the second file of a chain, where the first has heart rates alone', () => {
    const first = fitFile([...FIT_DEFINITIONS, ...fitRecord(0), ...fitRecord(1)]);
    expect(rrOf(read(first, fitFile(strap())))).toHaveLength(40);
  });

  it('are refused where they are no heart, with what was found in them', () => {
    const slow = TICKS.map((_, i) => 5000 * 1024 + i * 3855);
    const { reason, message } = refused(fitFile([...FIT_DEFINITIONS, ...strap(slow)]));
    expect(reason).toBe('not-milliseconds');
    expect(message).toMatch(/the 41 beats in its `hr` messages .*typically 3765 ms apart/);
  });

  it('count what cannot be completed', () => {
    const file = fitFile([
      ...FIT_DEFINITIONS,
      ...HR,
      4,
      ...packed(TICKS.slice(1, 9)),
      ...strap().slice(HR.length),
    ]);
    expect(read(file).found.warnings).toEqual(['8 beats without a whole time before them were left out']);
  });
});

describe('FIT intervals of a wrist sensor', () => {
  const message = (number: number, values: readonly number[]) =>
    fitFile([0x43, 0, 0, ...le16(number), 1, 1, 2 * values.length, 0x84, 3, ...values.flatMap(le16)]);

  it('are read from `raw_bbi`, with gaps and what the sensor doubts', () => {
    const words = [...RR_MS.map((rr) => rr | 0x4000), 5000 | 0x8000, 800 | 0x4000, 810, 0xffff];
    const recording = read(message(372, words));
    expect(rrOf(recording)).toEqual([...RR_MS, 800, 810]);
    expect(recording.items[40]!.atMs - recording.items[39]!.atMs).toBe(5800);
    expect(recording.found.warnings).toEqual([
      '1 intervals are doubtful by the sensor itself',
      '1 gaps are marked by the sensor',
    ]);
  });

  it('are read from `beat_intervals`', () => {
    expect(rrOf(read(message(290, RR_MS)))).toEqual(RR_MS);
  });
});
