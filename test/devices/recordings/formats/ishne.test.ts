import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import type { ReadRecording } from '../../../../devices/index.ts';
import { agreement, BEATS_S, RATE_HZ, WORDS } from '../ecg-files.ts';
import { holter } from '../holter-files.ts';
import { ENDS_MS, RR_MS } from '../own-heart.ts';

const le16 = (value: number) => [value & 0xff, (value >> 8) & 0xff];
const ECG = WORDS.flatMap(le16);
const steps = RR_MS.map((rr) => Math.round(rr / 5));
const ANN = [...le16(100), 0, 0, 0x4e, 0, 0, 0, ...steps.flatMap((step) => [0x4e, 0, ...le16(step)])];

const attempt = (name: string, files: Readonly<Record<string, Uint8Array>>, rateHz?: number) =>
  readRecording(name, files[name]!, { sibling: (one) => files[one], ...(rateHz && { rateHz }) });
const read = (name: string, files: Readonly<Record<string, Uint8Array>>, rateHz?: number): ReadRecording => {
  const result = attempt(name, files, rateHz);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};
const isHeart = (recording: ReadRecording) => {
  const { found, besides } = agreement(recording.items.map(({ atMs }) => atMs));
  expect(found).toBeGreaterThanOrEqual(BEATS_S.length - 4);
  expect(besides).toBe(0);
};

describe('an ISHNE Holter ECG', () => {
  it('is told from WFDB annotations of the same ending, and read', () => {
    const recording = read('a.ecg', { 'a.ecg': holter({ body: ECG }) });
    isHeart(recording);
    expect(recording).toMatchObject({
      format: 'ishne',
      found: { startedAt: '2024-03-05T10:11:12', device: 'Own', unit: { from: 'header' } },
    });
    expect(recording.found.warnings).toEqual([expect.stringContaining('in the ECG "II" at 200 Hz')]);
  });

  it('is read on the lead that shows beats', () => {
    const body = WORDS.flatMap((word, i) => [...le16(Math.round(90 * Math.sin(i / 30))), ...le16(word)]);
    isHeart(read('a.ecg', { 'a.ecg': holter({ leads: [5, 15], body }) }));
  });

  it('is read by its annotated beats where they are beside it', () => {
    const files = { 'a.ecg': holter({ body: ECG }), 'a.ann': holter({ magic: 'ANN  1.0', body: ANN }) };
    expect(read('a.ecg', files).items).toHaveLength(RR_MS.length);
  });

  it('needs a rate, which the caller may give', () => {
    const files = { 'a.ecg': holter({ rateHz: 0, leads: [], samples: WORDS.length, body: ECG }) };
    expect(attempt('a.ecg', files)).toMatchObject({
      fault: { message: expect.stringMatching(/ISHNE Holter ECG.*--rate/) as string },
    });
    const recording = read('a.ecg', files, RATE_HZ);
    isHeart(recording);
    expect(recording.found.warnings.join()).toContain('does not say how many leads');
  });

  it('says where its checksum is wrong, and where it is only a part', () => {
    const files = { 'a.ecg': holter({ body: ECG, checksum: 1, samples: 2 * WORDS.length }) };
    const { found } = read('a.ecg', files);
    expect(found.warnings[0]).toContain('checksum of its header is wrong');
    expect(found.partial).toBe(`${WORDS.length} of ${2 * WORDS.length} samples are there`);
    expect(attempt('a.ecg', { 'a.ecg': holter({ body: [] }).slice(0, 300) })).toMatchObject({ ok: false });
  });
});

describe('ISHNE annotations', () => {
  const file = (body: readonly number[], rateHz = RATE_HZ) =>
    read('a.ann', { 'a.ann': holter({ magic: 'ANN  1.0', rateHz, body }) });

  it('are intervals between beats, to the sample', () => {
    const recording = file(ANN);
    recording.items.forEach((item, i) => {
      expect(item).toMatchObject({ rrMs: [steps[i]! * 5] });
      expect(Math.abs(item.atMs - 500 - ENDS_MS[i]!)).toBeLessThan(100);
    });
  });

  it('count a timeout as time, an artefact as nothing, and say which beats are not normal', () => {
    const tail = [
      0x21,
      0,
      ...le16(65_535),
      0x58,
      0,
      ...le16(10),
      0x56,
      0,
      ...le16(20),
      0x4e,
      0,
      ...le16(160),
    ];
    const recording = file([...ANN, ...tail]);
    expect(recording.items).toHaveLength(RR_MS.length + 1);
    expect(recording.items.at(-1)).toMatchObject({ rrMs: [800] });
    expect(recording.found.warnings).toEqual([
      '1 annotations of artefacts or pulses are no beats',
      '1 of 41 intervals stand beside a beat that is labelled as other than normal',
      '1 hole of more than 10 s without a beat',
    ]);
  });

  it('take the rate of the ECG beside them, and refuse one at which there is no heart', () => {
    const bare = holter({ magic: 'ANN  1.0', rateHz: 0, body: ANN });
    expect(read('a.ann', { 'a.ann': bare, 'a.ecg': holter({ body: ECG }) }).items).toHaveLength(RR_MS.length);
    expect(attempt('a.ann', { 'a.ann': bare }, 2000)).toMatchObject({
      fault: { reason: 'unknown-unit', message: expect.stringContaining('80 ms') as string },
    });
  });
});
