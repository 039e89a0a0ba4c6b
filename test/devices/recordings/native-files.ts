import { gzipSync, zipSync } from 'fflate';
import { RATE_HZ, WORDS } from './ecg-files.ts';
import { edf, edfSignals, SECONDS } from './edf-files.ts';
import { FIT_DEFINITIONS, fitActivity, fitFile, strap, wrist } from './fit-files.ts';
import { holter } from './holter-files.ts';
import { bytes, ENDS_MS, le16, RR_MS } from './own-heart.ts';

const lines = (...all: readonly string[]) => bytes(`${all.join('\n')}\n`);
/** MIT annotations: these codes at these samples. */
export function labelledAnnotations(marks: readonly (readonly [sample: number, code: number])[]): Uint8Array {
  let before = 0;
  const words = marks.flatMap(([sample, code]) => {
    const step = sample - before;
    before = sample;
    return step >= 0 && step < 1024
      ? le16((code << 10) | step)
      : [...le16(59 << 10), ...le16(step >>> 16), ...le16(step & 0xffff), ...le16(code << 10)];
  });
  return Uint8Array.from([...words, 0, 0]);
}

/** A normal beat at each of these samples. */
export const annotations = (samples: readonly number[], code = 1): Uint8Array =>
  labelledAnnotations(samples.map((sample) => [sample, code]));

export const WFDB_HEADER = bytes('own 1 250 10000\nown.dat 16 200 16 0 0 0 0 ECG\n');
/** At 250 samples a second, each interval is a whole number of 4 ms. */
export const wfdb = (): Uint8Array => annotations([0, ...ENDS_MS].map((ms) => 3000 + Math.round(ms / 4)));

const padded = (value: string | number, width: number) => String(value).padEnd(width).slice(0, width);

/** An EDF file of one signal, a record a second. */
export function edfSignal(label: string, rateHz: number, samples: ArrayLike<number>): Uint8Array {
  const count = Math.floor(samples.length / rateHz);
  const widths = { label: 16, transducer: 80, dimension: 8, low: 8, high: 8, dLow: 8, dHigh: 8, filter: 80 };
  const values = {
    label,
    transducer: '',
    dimension: 'uV',
    low: -3200,
    high: 3200,
    dLow: -32000,
    dHigh: 32000,
    filter: '',
  };
  const head =
    padded('0', 8) +
    padded('X X X X', 80) +
    padded('Startdate 05-MAR-2024 X X X', 80) +
    '05.03.2410.11.12' +
    padded(512, 8) +
    padded('', 44) +
    padded(count, 8) +
    padded(1, 8) +
    padded(1, 4) +
    Object.entries(widths)
      .map(([name, width]) => padded(values[name as keyof typeof values], width))
      .join('') +
    padded(rateHz, 8) +
    padded('', 32);
  const raw = Array.from({ length: count * rateHz }, (_, i) => le16(Math.round(samples[i]! * 8000) & 0xffff));
  return Uint8Array.from([...bytes(head), ...raw.flat()]);
}

const seconds = (ms: number) => (ms / 1000).toFixed(6);
const wall = (ms: number) => new Date(Date.UTC(2024, 2, 5, 10, 11, 12) + ms).toISOString().replace('Z', '');
/** Time of day, some seconds before midnight. */
const night = (ms: number) => new Date(86_380_000 + ms).toISOString().slice(11, 23);
const starts = ENDS_MS.map((end, i) => end - RR_MS[i]!);

export const HRM = (length = '00:00:32.0', interval = 238): Uint8Array =>
  bytes(
    [
      '[Params]',
      'Version=106',
      'Monitor=13',
      'Date=20240305',
      'StartTime=10:11:12.0',
      `Length=${length}`,
      `Interval=${interval}`,
      '',
      '[Note]',
      'calm',
      '',
      '[HRData]',
      ...RR_MS,
      '',
    ].join('\r\n'),
  );

export const PHYSIO_JSON = bytes(
  '{"SamplingFrequency": 250, "StartTime": -2, "Columns": ["cardiac", "r_peak"]}',
);

const ECG = WORDS.flatMap(le16);
const HOLTER = holter({ body: ECG });
/** Steps between beats at 200 samples a second, each with its label. */
const HOLTER_BEATS = holter({
  magic: 'ANN  1.0',
  body: [...le16(100), 0, 0, 0x4e, 0, 0, 0, ...RR_MS.flatMap((rr) => [0x4e, 0, ...le16(Math.round(rr / 5))])],
});
const SIGNALS_HEADER = bytes(`ecg 1 ${RATE_HZ} ${WORDS.length}\necg.dat 16 200 16 0 0 0 0 II\n`);

/** The files beside the samples. */
export const SIBLINGS: Readonly<Record<string, Uint8Array>> = {
  'ecg.dat': Uint8Array.from(ECG),
  'own.hea': WFDB_HEADER,
  'own.atr': wfdb(),
  'labelled.hea': bytes('labelled 1 250 10000\nlabelled.dat 16 200 16 0 0 0 0 ECG\n'),
  'sub-01_physio.json': PHYSIO_JSON,
};
export const sibling = (name: string): Uint8Array | undefined => SIBLINGS[name];

function physio(): Uint8Array {
  const peaks = new Set([0, ...ENDS_MS].map((ms) => 250 + Math.round(ms / 4)));
  return lines(...Array.from({ length: 9000 }, (_, i) => `${(i % 50) / 10}\t${peaks.has(i) ? 1 : 0}`));
}

const IBI = lines(
  '1709633472.000000, IBI',
  ...RR_MS.map((rr, i) => `${seconds(ENDS_MS[i]!)},${seconds(rr)}`),
);

const hexOf = (raw: readonly number[]): string =>
  raw.map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** Annotations that say their own resolution, with a beat of another kind and notes between. */
function marked(): (readonly [sample: number, code: number])[] {
  const beats = [0, ...ENDS_MS].map((ms, i) => [3000 + Math.round(ms / 4), i % 9 === 4 ? 5 : 1] as const);
  return beats.flatMap((beat, i) => (i % 11 === 7 ? [beat, [beat[0] + 60, 16] as const] : [beat]));
}

function appleExport(): Uint8Array {
  const beats = [0, ...ENDS_MS].map(
    (ms) => `<InstantaneousBeatsPerMinute bpm="75" time="7:${clockOf(ms)}"/>`,
  );
  return lines(
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<HealthData locale="en_GB">',
    '<Record type="HKQuantityTypeIdentifierHeartRateVariabilitySDNN" startDate="2024-03-05 07:00:00 +0100" value="40">',
    '<HeartRateVariabilityMetadataList>',
    ...beats,
    '</HeartRateVariabilityMetadataList>',
    '</Record>',
    '</HealthData>',
  );
}

const clockOf = (ms: number) => new Date(ms).toISOString().slice(14, 22);
/** Zip keeps years from 1980 on. */
const PACKED_AT = new Date('2024-03-05');

/** One of each layout: the file's name and bytes, and the format that it is to be read as. */
export const SAMPLES: readonly (readonly [name: string, format: string, content: Uint8Array])[] = [
  ['activity.fit', 'fit', fitActivity()],
  ['chain.fit', 'fit', Uint8Array.from([...fitActivity(), ...fitFile([...FIT_DEFINITIONS, ...strap()])])],
  ['strap.fit', 'fit', fitFile([...FIT_DEFINITIONS, ...strap()])],
  ['wrist.fit', 'fit', fitFile([...FIT_DEFINITIONS, ...wrist(RR_MS)])],
  ['holter.ecg', 'ishne', HOLTER],
  ['holter.ann', 'ishne', HOLTER_BEATS],
  ['ecg.hea', 'wfdb', SIGNALS_HEADER],
  ['ecg.edf', 'edf', edfSignals({ labels: ['Resp', 'ECG'] })],
  ['ecg.bdf', 'edf', edfSignals({ width: 3 })],
  [
    'pieces.edf',
    'edf',
    edfSignals({ kind: 'EDF+D', onsets: Array.from({ length: SECONDS }, (_, i) => i + 5 * +(i > 20)) }),
  ],
  [
    'labelled.edf',
    'edf',
    edf([0, ...ENDS_MS].map((ms, i) => [(ms + 352) / 1000, i % 9 === 4 ? 'V' : 'N'] as const)),
  ],
  ['labelled.atr', 'wfdb', labelledAnnotations(marked())],
  ['units.csv', 'rr-csv', lines('time;rr', 's;ms', ...RR_MS.map((rr, i) => `${seconds(ENDS_MS[i]!)};${rr}`))],
  ['export.xml', 'apple-health', appleExport()],
  [
    'packed.zip',
    'rr-csv',
    zipSync({ 'a/rr.csv': lines('rr_ms', ...RR_MS.map(String)) }, { mtime: PACKED_AT }),
  ],
  ['watch.hrm', 'polar-hrm', HRM()],
  ['2024-03-05 10-11-12.txt', 'rr-text', bytes(RR_MS.join('\n'))],
  ['kubios-s.txt', 'rr-text', lines(...RR_MS.map((rr) => seconds(rr)))],
  ['comma.txt', 'rr-text', lines(...RR_MS.map((rr) => seconds(rr).replace('.', ',')))],
  [
    'kubios.csv',
    'rr-csv',
    lines('Time (s),RR (s)', ...RR_MS.map((rr, i) => `${seconds(ENDS_MS[i]!)},${seconds(rr)}`)),
  ],
  ['pairs.txt', 'rr-csv', lines(...RR_MS.map((rr, i) => `${seconds(ENDS_MS[i]!)}\t${rr}`))],
  [
    '2024_RR.csv',
    'rr-csv',
    lines(
      'date,rr,since start',
      ...RR_MS.map((rr, i) => `${wall(starts[i]!).replace('T', ' ')},${rr},${starts[i]}`),
    ),
  ],
  [
    'fatmaxxer.csv',
    'rr-csv',
    lines(
      'timestamp, rr, since_start ',
      ...RR_MS.map((rr, i) => `${1709633472000 + ENDS_MS[i]!},${rr},${seconds(ENDS_MS[i]!)}`),
    ),
  ],
  [
    'Polar_H10_RR.txt',
    'rr-csv',
    lines('Phone timestamp;RR-interval [ms]', ...RR_MS.map((rr, i) => `${wall(ENDS_MS[i]!)};${rr}`)),
  ],
  ['excel.csv', 'rr-csv', lines('Zeit;RR (s)', ...RR_MS.map((rr) => `;${seconds(rr).replace('.', ',')}`))],
  ['attune.csv', 'rr-csv', lines('t_s,rr_ms', ...RR_MS.map((rr, i) => `${seconds(ENDS_MS[i]!)},${rr}`))],
  ['ann2rr.txt', 'rr-csv', lines(...RR_MS.map((rr, i) => `${seconds(rr)} ${i % 9 === 4 ? 'V' : 'N'}`))],
  [
    'r-table.txt',
    'rr-csv',
    lines('"t" "rr"', ...RR_MS.map((rr, i) => `"${i + 1}" ${seconds(ENDS_MS[i]!)} ${rr}`)),
  ],
  ['midnight.csv', 'rr-csv', lines('Uhrzeit;RR', ...RR_MS.map((rr, i) => `${night(ENDS_MS[i]!)};${rr}`))],
  ['lines.txt', 'rr-text', lines(...[0, 10, 20, 30].map((at) => RR_MS.slice(at, at + 10).join(' ')))],
  [
    'rdann.txt',
    'beat-times',
    lines(
      '      Time   Sample #  Type  Sub Chan  Num      Aux',
      ...[0, ...ENDS_MS].map(
        (ms) =>
          `    ${night(ms + 60_352).slice(4)} ${String(Math.round(ms * 0.36)).padStart(8)}     N    0    0    0`,
      ),
    ),
  ],
  [
    'rpeaks.csv',
    'beat-times',
    lines('rpeaks_s,label', ...[0, ...ENDS_MS].map((ms) => `${seconds(ms + 352)},N`)),
  ],
  ['beats.txt', 'beat-times', lines(...[0, ...ENDS_MS].map((ms) => `    ${seconds(ms + 352)}`))],
  [
    'data.csv',
    'event-log',
    lines(
      `${wall(0)}+02:00;STEPS;299.0`,
      ...RR_MS.map((rr, i) => `${wall(ENDS_MS[i]!)}+02:00;HEART_RATE_VARIABILITY;${rr}.0`),
    ),
  ],
  ['IBI.csv', 'empatica-ibi', IBI],
  [
    'E4.zip',
    'empatica-ibi',
    zipSync({ 'HR.csv': lines('1709633472.0', '1.0', '75.0'), 'IBI.csv': IBI }, { mtime: PACKED_AT }),
  ],
  ['own.atr', 'wfdb', wfdb()],
  ['own.hea', 'wfdb', WFDB_HEADER],
  ['beats.edf', 'edf', edf([0.352, ...ENDS_MS.map((ms) => (ms + 352) / 1000)])],
  [
    'sub-01_events.tsv',
    'bids-events',
    lines(
      'onset\tduration\ttrial_type',
      '0\t30\trest',
      ...[0, ...ENDS_MS].map((ms) => `${seconds(ms)}\t0\tR-peak`),
    ),
  ],
  ['sub-01_physio.tsv.gz', 'bids-physio', gzipSync(physio(), { mtime: 0 })],
  ['rr.json', 'json', bytes(JSON.stringify({ session: { rr_intervals: RR_MS } }, undefined, 2))],
  [
    'log.sml',
    'xml',
    bytes(
      `<?xml version="1.0"?><sml><DeviceLog><R-R><Data>${RR_MS.join(' ')}</Data></R-R></DeviceLog></sml>`,
    ),
  ],
  ['packed.csv.gz', 'rr-csv', gzipSync(lines('rr_ms', ...RR_MS.map(String)), { mtime: 0 })],
  [
    'packets.jsonl',
    'packet-lines',
    lines(
      ...RR_MS.map(
        (rr, i) => `{"t_s":${seconds(ENDS_MS[i]!)},"hex":"104b${hexOf(le16(Math.round(rr * 1.024)))}"}`,
      ),
    ),
  ],
  [
    'log.ndjson',
    'session-log',
    lines(
      '{"type":"session-started","atMs":0}',
      ...RR_MS.map((rr, i) => `{"type":"intervals","atMs":${ENDS_MS[i]},"rrMs":[${rr}]}`),
    ),
  ],
];
