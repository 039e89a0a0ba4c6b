import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createRecordingReader } from '../../../../devices/recordings/reader/recording-reader.ts';
import { bytes, RR_MS } from '../own-heart.ts';
import { endsOf, read, refused, rrOf } from '../readings.ts';

const EPOCH = Date.UTC(2024, 2, 5, 10, 11, 12);
const isoAt = (ms: number) => new Date(EPOCH + ms).toISOString();

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
