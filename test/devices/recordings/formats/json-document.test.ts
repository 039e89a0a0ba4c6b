import { describe, expect, it } from 'vitest';
import { ENDS_MS, RR_MS } from '../own-heart.ts';
import { endsOf, read, refused, rrOf } from '../readings.ts';

const json = (document: unknown) => read('a.json', JSON.stringify(document));
const EPOCH = Date.UTC(2024, 2, 5, 10, 11, 12);
const isoAt = (ms: number) => new Date(EPOCH + ms).toISOString();

describe('readRecording, a JSON document', () => {
  it.each([
    ['a list of ms', RR_MS],
    ['a list of s', RR_MS.map((rr) => rr / 1000)],
    ['a list under the name of intervals', { rr: RR_MS }],
    ['one deep within, in camel case', { user: 1, sessions: { last: { rrIntervalsMs: RR_MS } } }],
    ['objects with an interval', RR_MS.map((rr) => ({ rr, hr: 70 }))],
    ['texts for numbers', RR_MS.map((rr) => ({ ibi: String(rr) }))],
    ['one text with all of them', { data: { rr: RR_MS.join(',') } }],
    ['places for keys, as pandas writes columns', { rr: Object.fromEntries(RR_MS.map((rr, i) => [i, rr])) }],
    ["Suunto's R-R", { DeviceLog: { 'R-R': { Data: RR_MS }, Samples: [{ HR: 1.2 }] } }],
    [
      "Polar Flow's durations",
      { exercises: [{ samples: { rr: RR_MS.map((rr) => ({ duration: `PT${rr / 1000}S` })) } }] },
    ],
    [
      "Polar AccessLink's samples",
      {
        samples: [
          { 'sample-type': '0', data: '70,71,72' },
          { 'sample-type': '11', data: RR_MS.join(',') },
        ],
      },
    ],
    ['the same in ms and in s', { rr_ms: RR_MS, rr_s: RR_MS.map((rr) => rr / 1000) }],
    ['pairs of a time and an interval', RR_MS.map((rr, i) => [ENDS_MS[i]! / 1000, rr])],
    ['a log in which not every object has one', [{ battery: 90 }, ...RR_MS.map((rr) => ({ rr }))]],
    ['times of beats', { peaks: [0, ...ENDS_MS].map((ms) => ms + 500) }],
  ])('reads %s', (_, document) => expect(rrOf(json(document))).toEqual(RR_MS));

  it('places intervals by the times beside them, in whatever unit', () => {
    const holed = ENDS_MS.map((ms, i) => (i < 20 ? ms : ms + 120_000));
    for (const document of [
      RR_MS.map((rr, i) => ({ timestamp: isoAt(holed[i]!), rr })),
      { data: RR_MS.map((ibi, i) => ({ ibi, ts: EPOCH + holed[i]! })) },
      { rr: RR_MS, time: holed.map((ms) => ms / 1000) },
    ]) {
      const recording = json(document);
      expect(rrOf(recording)).toEqual(RR_MS);
      expect(endsOf(recording)[20]! - endsOf(recording)[19]!).toBeCloseTo(120_000 + RR_MS[20]!, 3);
    }
  });

  it('joins the lists of packets and of exercises, each at the time of its object', () => {
    const packets = RR_MS.map((rr, i) => ({
      TimeISO8601: isoAt(ENDS_MS[i]!),
      Attributes: { 'suunto/sml': { 'R-R': { IBI: [rr] } } },
    }));
    expect(rrOf(json({ Samples: packets }))).toEqual(RR_MS);
    const asText = packets.map(({ Attributes, ...time }) => ({
      ...time,
      Attributes: JSON.stringify(Attributes),
    }));
    expect(rrOf(json({ Samples: asText }))).toEqual(RR_MS);
    const exercises = [0, 3_600_000].map((ms) => ({ startTime: isoAt(ms), samples: { rr: RR_MS } }));
    const two = json({ exercises });
    expect(rrOf(two)).toEqual([...RR_MS, ...RR_MS]);
    expect(endsOf(two)[40]! - endsOf(two)[0]!).toBeCloseTo(3_600_000, 3);
  });

  it('reads JSON lines of other apps, however long the first is', () => {
    const lines = RR_MS.map((rr, i) =>
      JSON.stringify({ note: 'x'.repeat(i === 0 ? 5000 : 1), t: ENDS_MS[i]!, rr: [rr] }),
    );
    expect(rrOf(read('a.jsonl', `${lines.join('\n')}\n`))).toEqual(RR_MS);
  });

  it('says of pulse intervals that they are', () => {
    for (const key of ['ppi', 'ppInMs', 'PP-interval [ms]', 'pulseLength'])
      expect(json(RR_MS.map((ms) => ({ [key]: ms }))).found.warnings.join(), key).toContain(
        'pulses at the skin',
      );
    expect(json({ rr: RR_MS }).found.warnings).toEqual([]);
  });

  it('reads packets and logs of its own that another program put into a list', () => {
    const packets = [0, 1].map((s) => ({ t_s: s, hex: '1048' + '2003' }));
    expect(read('a.json', JSON.stringify(packets, undefined, 2))).toMatchObject({ format: 'packet-lines' });
  });

  it('names the interval that is wrong, and takes breathing rates for none', () => {
    expect(refused('a.json', JSON.stringify({ rr: ['800', '810', '-5', '790'] })).message).toMatch(
      /^interval 3 of its list:/,
    );
    expect(refused('a.json', JSON.stringify({ rr: [14, 15, 16, 15] }))).toMatchObject({
      reason: 'unknown-unit',
    });
  });

  it('reads raw intervals where there are corrected ones too, and chooses among no others', () => {
    expect(rrOf(json({ nn: RR_MS.map(() => 800), rr: RR_MS }))).toEqual(RR_MS);
    const two = refused(
      'a.json',
      JSON.stringify({ lying: { rr: RR_MS }, standing: { rr: RR_MS.toReversed() } }),
    );
    expect(two.message).toContain('2 lists of intervals ("lying.rr, standing.rr")');
  });

  it('says what a document without intervals is', () => {
    expect(refused('a.json', '{"foo": {"bar": 1}}').message).toContain(
      'without RR intervals (it has "foo, bar")',
    );
    expect(refused('a.json', '{"heartRate": [60, 61]}')).toMatchObject({ reason: 'heart-rate-only' });
    expect(refused('a.json', '[]').message).toContain('without RR intervals');
    expect(refused('a.json', '[800, 810, 79')).toMatchObject({ reason: 'damaged' });
    expect(
      refused('sub-01_task-rest_physio.json', '{"SamplingFrequency": 250, "Columns": ["cardiac"]}').message,
    ).toContain('open sub-01_task-rest_physio.tsv.gz');
    expect(refused('task-rest_events.json', '{"trial_type": {"R": "beat"}}').message).toContain(
      'sub-…_task-rest_events.tsv',
    );
  });
});
