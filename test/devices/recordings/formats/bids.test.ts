import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import { bytes, ENDS_MS, RR_MS } from '../own-heart.ts';
import { endsOf, read, rrOf } from '../readings.ts';

describe('readRecording, BIDS', () => {
  const beats = [0, ...ENDS_MS];
  const events = (header: string, row: (onset: string) => string) =>
    `${header}\n${beats.map((ms) => row((ms / 1000 + 0.5).toFixed(3))).join('\n')}\n`;

  it.each([
    ['upper case', events('Onset\tDuration\tTrial_Type', (onset) => `${onset}\t0\tR`)],
    ['a column between', events('onset\tsample\tduration\ttrial_type', (onset) => `${onset}\t125\t0\tR`)],
    ['another order', events('trial_type\tduration\tonset', (onset) => `QRS\tn/a\t${onset}`)],
    ['quotes and commas', events('"onset","duration","value"', (onset) => `"${onset}","0","beat"`)],
  ])('reads events with %s', (_, text) => {
    rrOf(read('sub-01_events.tsv', text)).forEach((rr, i) => expect(rr).toBeCloseTo(RR_MS[i]!, 3));
  });

  it('reads rows in any order, and counts from 0 where beats came before', () => {
    const rows = beats.map((ms) => `${(ms / 1000 - 5).toFixed(3)}\t0\tR`);
    const recording = read('a_events.tsv', ['onset\tduration\ttrial_type', ...rows.toReversed()].join('\n'));
    expect(rrOf(recording)).toHaveLength(RR_MS.length);
    expect(Math.min(...endsOf(recording))).toBeGreaterThanOrEqual(0);
  });

  it('says of waves what to do', () => {
    const sibling = (name: string) =>
      name === 'sub-01_physio.json' ? bytes('{"SamplingFrequency": 100, "Columns": ["cardiac"]}') : undefined;
    const result = readRecording('sub-01_physio.tsv', '1\n2\n', { sibling });
    expect(result).toMatchObject({
      ok: false,
      fault: { message: expect.stringMatching(/\("cardiac"\) are waves.*find the beats/) as string },
    });
  });

  it('takes of sidecars the nearer before the farther, field by field', () => {
    const files: Record<string, Uint8Array> = {
      '../../physio.json': bytes('{"SamplingFrequency": 1, "Columns": ["cardiac"]}'),
      '../sub-01_physio.json': bytes('{"Columns": ["r_peak"]}'),
      'sub-01_task-rest_physio.json': bytes('{"SamplingFrequency": 1000}'),
    };
    const marks = new Set(beats);
    const samples = Array.from({ length: ENDS_MS.at(-1)! + 1 }, (_, i) => (marks.has(i) ? '1' : '0')).join(
      '\n',
    );
    const result = readRecording('sub-01_task-rest_physio.tsv', samples, { sibling: (name) => files[name] });
    expect(result.ok && rrOf(result.value)).toEqual(RR_MS);
  });

  it('finds a sidecar within a zip', () => {
    const zip = zipSync({
      'ds/task-rest_physio.json': bytes('{"SamplingFrequency": 2, "Columns": ["r_peak"]}'),
      'ds/sub-01/func/sub-01_task-rest_physio.tsv': bytes(
        Array.from({ length: 60 }, (_, i) => String(Number(i % 2 === 0))).join('\n'),
      ),
    });
    expect(rrOf(read('ds.zip', zip)).every((rr) => rr === 1000)).toBe(true);
  });
});
