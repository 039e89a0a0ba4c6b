import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { BadRecording, ReadRecording } from '../../../../devices/index.ts';
import { readRecording } from '../../../../devices/recordings/reader/read-recording.ts';
import { createRecordingReader } from '../../../../devices/recordings/reader/recording-reader.ts';
import { bytes, ENDS_MS, RR_MS } from '../native-files.ts';

const read = (name: string, content: Uint8Array | string): ReadRecording => {
  const result = readRecording(name, content);
  if (!result.ok) throw new Error(result.fault.message);
  return result.value;
};
const refused = (name: string, content: Uint8Array | string): BadRecording => {
  const result = readRecording(name, content);
  if (result.ok) throw new Error(`read as ${result.value.format}`);
  return result.fault;
};
const rrOf = ({ items }: ReadRecording) =>
  items.flatMap((item) => (item.type === 'intervals' ? item.rrMs : []));
const endsOf = ({ items }: ReadRecording) => items.map(({ atMs }) => atMs);
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
    const two = refused('a.json', JSON.stringify({ lying: { rr: RR_MS }, standing: { rr: RR_MS } }));
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

const health = (records: string) => `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE HealthData [
<!ELEMENT HealthData (ExportDate,Me,Record*)>
<!-- InstantaneousBeatsPerMinute bpm="1" time="00:00:00.00" -->
<!ATTLIST Record value CDATA #IMPLIED device CDATA #IMPLIED
]>
<HealthData locale="de_DE">
 <Record type="HKQuantityTypeIdentifierHeartRate" unit="count/min" value="61"/>
${records}
</HealthData>
`;
/** Beats of a minute at this time of day, ms, in steps of 10 ms as the watch writes them. */
const TENTHS = RR_MS.map((rr) => Math.round(rr / 10) * 10);
const clock = (ms: number, mark = '.') => new Date(ms).toISOString().slice(11, 22).replace('.', mark);
function reading(startMs: number, { mark = '.', start = true, skip = -1, after = '' } = {}): string {
  let ms = startMs;
  const beats = [startMs, ...TENTHS.map((rr) => (ms += rr))].map((at, i) => {
    const bpm = Math.round(60_000 / (TENTHS[i - 1] ?? 800));
    return i === skip ? '' : `<InstantaneousBeatsPerMinute bpm="${bpm}" time="${clock(at, mark)}${after}"/>`;
  });
  const startDate = new Date(startMs).toISOString().slice(0, 19).replace('T', ' ');
  const attributes = start ? `startDate="${startDate} +0000"` : '';
  return `<Record type="HKQuantityTypeIdentifierHeartRateVariabilitySDNN" ${attributes}>
  <HeartRateVariabilityMetadataList>${beats.join('\n')}</HeartRateVariabilityMetadataList></Record>`;
}

describe('readRecording, Apple Health', () => {
  it('reads the beats beside each HRV reading as a piece', () => {
    const two = read('export.xml', health(reading(EPOCH + 86_400_000) + reading(EPOCH)));
    expect(rrOf(two)).toEqual([...TENTHS, ...TENTHS]);
    expect(endsOf(two)[40]! - endsOf(two)[0]!).toBe(86_400_000);
    expect(two).toMatchObject({
      format: 'apple-health',
      found: { startedAt: isoAt(0), device: 'Apple Watch' },
    });
  });

  it('reads times as each language writes them, past midnight and without dates', () => {
    for (const options of [{ mark: ',' }, { after: ' AM' }, { start: false }])
      expect(rrOf(read('export.xml', health(reading(EPOCH, options))))).toEqual(TENTHS);
    const midnight = Date.UTC(2024, 2, 6) - 10_000;
    expect(rrOf(read('export.xml', health(reading(midnight))))).toEqual(TENTHS);
    const undated = health(reading(EPOCH, { start: false }) + reading(EPOCH - 3_600_000, { start: false }));
    expect(endsOf(read('export.xml', undated))[40]! - endsOf(read('export.xml', undated))[0]!).toBe(
      23 * 3_600_000,
    );
  });

  it('leaves a hole where a beat was not found, and readings that are there twice', () => {
    const holed = read('export.xml', health(reading(EPOCH, { skip: 10 }) + reading(EPOCH)));
    expect(rrOf(holed)).toHaveLength(TENTHS.length - 2);
    expect(holed.found.warnings.slice(1)).toEqual([
      '1 hole where a beat was not found',
      '1 readings that overlap another were left out',
    ]);
  });

  it('says of an export that breaks off that it is a part, and of one without beats how they come about', () => {
    const cut = health(reading(EPOCH)).slice(0, -200);
    expect(read('export.xml', cut).found.partial).toContain('breaks off');
    expect(read('export.xml', health(reading(EPOCH))).found.partial).toBeUndefined();
    expect(refused('export.xml', health('')).message).toContain('Mindfulness');
  });

  it('reads it out of its zip, whatever else is there', () => {
    const zip = zipSync({
      'apple_health_export/export_cda.xml': bytes('<ClinicalDocument/>'),
      'apple_health_export/Export.xml': bytes(health(reading(EPOCH))),
      ...Object.fromEntries(
        Array.from({ length: 60 }, (_, i) => [
          `apple_health_export/electrocardiograms/ecg_${i}.csv`,
          bytes('Name,x\n'),
        ]),
      ),
    });
    expect(rrOf(read('export.zip', zip))).toEqual(TENTHS);
  });

  it('keeps nothing of a huge export but its beats', () => {
    const reader = createRecordingReader('export.xml');
    const [head, tail] = health('@').split('@') as [string, string];
    reader.push(bytes(head));
    const other = bytes('<Record type="HKQuantityTypeIdentifierStepCount" value="12"/>\n'.repeat(10_000));
    for (let i = 0; i < 50; i++) expect(reader.push(other)).toBeUndefined();
    reader.push(bytes(reading(EPOCH) + tail));
    const result = reader.end();
    expect(result.ok && rrOf(result.value)).toEqual(TENTHS);
  });
});

describe('readRecording, other XML', () => {
  it.each([
    ['numbers in one element', `<sml><R-R><Data>${RR_MS.join(' ')}</Data></R-R></sml>`],
    ['an element for each', `<log>${RR_MS.map((rr) => `<IBI>${rr}</IBI>`).join('')}</log>`],
    ['an attribute of each', `<log>${RR_MS.map((rr) => `<beat rr="${rr}"/>`).join('')}</log>`],
    [
      'a namespace and a mark',
      `\uFEFF<?xml version="1.0"?>\n<x:log xmlns:x="y"><RR>${RR_MS.join(',')}</RR></x:log>`,
    ],
  ])('reads %s', (_, document) => expect(rrOf(read('a.sml', document))).toEqual(RR_MS));

  it('says what it is otherwise', () => {
    expect(refused('a.xml', '<?xml version="1.0"?><notes><note/></notes>').message).toContain(
      '("notes") without RR intervals',
    );
    expect(refused('a.xml', '<!-- nothing -->')).toMatchObject({ reason: 'damaged' });
    expect(refused('a.xml', `<log><RR>${RR_MS.join(' ')} many</RR></log>`).message).toMatch(
      /^interval 41 in it: /,
    );
  });
});

describe('readRecording, what is refused by its name', () => {
  it.each([
    [
      'oura.json',
      { data: [{ hrv: { interval: 300, items: [40, null, 45] } }] },
      /Oura.*averages of 5 minutes/,
    ],
    ['oura-v1.json', { sleep: [{ rmssd_5min: [40, 41], hr_5min: [60, 61] }] }, /Oura/],
    ['garmin.json', { hrvSummary: { lastNightAvg: 61 }, hrvReadings: [{ hrvValue: 60 }] }, /Garmin.*FIT/],
    [
      'fitbit.json',
      { hrv: [{ value: { dailyRmssd: 34.9, deepRmssd: 31 }, dateTime: '2024-03-05' }] },
      /Fitbit/,
    ],
    ['whoop.json', { records: [{ score: { hrv_rmssd_milli: 61 } }] }, /Whoop/],
    ['samsung.json', [{ heart_rate: 81, heart_rate_max: 90, start_time: 1 }], /Samsung Health/],
    [
      'whoop.csv',
      'Cycle start time,Cycle end time,Heart rate variability (ms)\n2024-03-04,2024-03-05,61\n',
      /Whoop/,
    ],
    ['hrv.csv', 'timestamp,rmssd,nremhr,entropy\n2024-03-05T00:00:00,31.2,52,2.5\n', /Fitbit/],
    [
      'samsung.csv',
      'com.samsung.shealth.tracker.heart_rate,6318003,4\nstart_time,heart_rate\n1,60\n',
      /Samsung Health/,
    ],
    ['garmin.csv', 'Date,Overnight HRV,Baseline,7d Avg\nMar 5,61ms,55ms - 70ms,60ms\n', /Garmin.*FIT/],
    ['oura.csv', 'date,Sleep Score,Average HRV,Readiness Score\n2024-03-05,80,45,81\n', /Oura/],
    ['hrv4t.csv', 'date,HR,rMSSD,SDNN\n2024-03-05,60,45,50\n', /figures of measurements/],
    [
      'ecg.csv',
      'Name,x\nClassification,Sinus Rhythm\nSample Rate,512 hertz\n\n1.5\n2.5\n',
      /ECG of Apple's watch/,
    ],
    ['export_cda.xml', '<?xml version="1.0"?><ClinicalDocument></ClinicalDocument>', /export\.xml/],
    ['a.gpx', '<?xml version="1.0"?><gpx><trk/></gpx>', /GPX.*FIT/],
    ['a.fit', '<!DOCTYPE html><html><body>Sign in</body></html>', /web page/],
  ])('says of %s what it is and what to open', (name, content, words) => {
    const text = typeof content === 'string' ? content : JSON.stringify(content);
    const { message, line } = refused(name, text);
    expect(message).toMatch(words);
    expect(line).toBeUndefined();
  });

  it('says so of what lies in a zip', () => {
    const zip = zipSync({
      'x/sleeps.csv': bytes('Cycle start time,Cycle end time\n1,2\n'),
      'x/readme.pdf': bytes('%PDF'),
    });
    expect(refused('whoop.zip', zip).message).toMatch(/Whoop/);
  });

  it('reads a table of intervals with a column of RMSSD', () => {
    expect(
      rrOf(
        read(
          'a.csv',
          `timestamp,hr,rmssd,rr\n${RR_MS.map((rr, i) => `${ENDS_MS[i]!},70,40,${rr}`).join('\n')}\n`,
        ),
      ),
    ).toEqual(RR_MS);
  });
});

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
