import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bytes, ENDS_MS, RR_MS } from '../own-heart.ts';
import { read, refused, rrOf } from '../readings.ts';

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

  it.each([
    [
      'rr.xls',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]),
      /workbook.*CSV/,
    ],
    [
      'rr.xlsx',
      zipSync({ '[Content_Types].xml': bytes('<Types/>'), 'xl/workbook.xml': bytes('<workbook/>') }),
      /workbook.*CSV/,
    ],
    ['rr.docx', zipSync({ 'word/document.xml': bytes('<document/>') }), /word processor/],
    ['rr.txt', bytes('{\\rtf1\\ansi 800\\par 810}'), /word processor/],
    ['rr.pdf', bytes(`%PDF-1.4\n${'x'.repeat(300)}`), /word processor/],
    ['rr.db', bytes(`SQLite format 3\0${'\0'.repeat(300)}`), /database/],
    ['rr.mat', bytes(`MATLAB 5.0 MAT-file, Platform: PCWIN64${' '.repeat(300)}`), /MATLAB/],
    [
      'rr.7z',
      Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, ...new Array<number>(300).fill(7)]),
      /unpack it/,
    ],
    ['rr.tar', bytes(`rr.txt${'\0'.repeat(251)}ustar\x0000${'\0'.repeat(300)}`), /unpack it/],
  ])('says of %s by its bytes what it is', (name, content, words) =>
    expect(refused(name, content).message).toMatch(words),
  );

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
