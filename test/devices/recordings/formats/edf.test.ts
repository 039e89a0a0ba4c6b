import { describe, expect, it } from 'vitest';
import type { ReadRecording } from '../../../../devices/index.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import { agreement, BEATS_S, RATE_HZ } from '../ecg-files.ts';
import { edf, edfSignals as file, SECONDS, type EdfLayout } from '../edf-files.ts';
import { ENDS_MS } from '../own-heart.ts';

const attempt = (content: Uint8Array, rateHz?: number) =>
  readRecording('a.edf', content, rateHz === undefined ? {} : { rateHz });
const read = (content: Uint8Array, rateHz?: number): ReadRecording => {
  const result = attempt(content, rateHz);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};
const refusal = (content: Uint8Array): string => {
  const result = attempt(content);
  if (result.ok) throw new Error(`read as ${result.value.found.what}`);
  return result.fault.message;
};
const isHeart = (recording: ReadRecording, beatsS = BEATS_S) => {
  const { found, besides } = agreement(
    recording.items.map(({ atMs }) => atMs),
    beatsS,
  );
  expect(found).toBeGreaterThanOrEqual(beatsS.length - 5);
  expect(besides).toBe(0);
};

describe('an EDF header', () => {
  it.each<readonly [string, EdfLayout]>([
    ['padded with 0 bytes', { pad: '\0' }],
    ['with a decimal comma in the length of a record', { recordS: '1,0' }],
    ['of another version', { version: '0.0' }],
    ['with a wrong length of its own', { headerBytes: '99' }],
    ['with colons in the time', { time: '10:11:12' }],
  ])('%s is read', (_, layout) => {
    const recording = read(file(layout));
    isHeart(recording);
    expect(recording.found).toMatchObject({ startedAt: '2024-03-05T10:11:12' });
    expect(recording.found.partial).toBeUndefined();
  });

  it('with a time that no clock shows has no start', () => {
    expect(read(file({ time: '10.11.75' })).found.startedAt).toBeUndefined();
  });

  it('that counts fewer records than there are, or more, is read as far as both go, and said', () => {
    const less = read(file({ records: String(SECONDS - 3) })).found;
    expect(less.warnings).toContain(`3 records beyond the ${SECONDS - 3} of its header were left out`);
    expect(read(file({ records: '500' })).found.partial).toBe(`${SECONDS} of 500 records are there`);
    expect(read(file({ records: '-1' })).found.partial).toBe('it was never finished');
  });

  it('with records of 0 s names the way out, which works', () => {
    const content = file({ recordS: '0' });
    expect(refusal(content)).toMatch(/"ECG" lasts 0 s.*--rate/);
    isHeart(read(content, RATE_HZ));
  });
});

describe('an EDF file with signals', () => {
  it.each(['ECG1', 'ECGI', 'ECGMLII', 'EKG1-EKG2', 'EKG', 'II,', 'V5'])(
    'is read where one is called %s',
    (label) => {
      const recording = read(file({ labels: ['Resp', label] }));
      isHeart(recording);
      expect(recording.found.warnings[0]).toContain(`in the ECG "${label}"`);
    },
  );

  it('is refused where none is an ECG, with their names', () => {
    expect(refusal(file({ labels: ['EEG Fpz', 'ECG Resp'] }))).toContain('("EEG Fpz", "ECG Resp")');
  });

  it('is read as BDF too, with its 24 bits', () => {
    const recording = read(file({ width: 3 }));
    isHeart(recording);
    expect(recording.found.what).toBe('a BDF file with an ECG');
  });

  it('keeps the holes of EDF+D, across which no interval reaches', () => {
    const half = SECONDS >> 1;
    const onsets = Array.from({ length: SECONDS }, (_, second) => (second < half ? second : second + 5));
    const recording = read(file({ kind: 'EDF+D', onsets }));
    isHeart(
      recording,
      BEATS_S.map((beat) => (beat < half ? beat : beat + 5)),
    );
    expect(recording.found.warnings).toContain('the recording has a hole of 5 s altogether');
    const longest = Math.max(
      ...recording.items.map((item) => (item.type === 'intervals' ? item.rrMs[0]! : 0)),
    );
    expect(longest).toBeLessThan(2000);
  });
});

describe('EDF+ annotations', () => {
  it.each(['R-peak', 'Rpeak', 'R_peak', 'QRS', 'Normal', 'Beat'])('called %s are beats', (text) => {
    const recording = read(edf([0.352, ...ENDS_MS.map((ms) => (ms + 352) / 1000)], text));
    expect(recording.items).toHaveLength(ENDS_MS.length);
    expect(recording.found.what).toBe('beats annotated in an EDF+ file');
  });
});
