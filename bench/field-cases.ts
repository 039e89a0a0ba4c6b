/**
 * What is right for each input of ../shared/data/reports: the facts of its README, by name pattern; the first that fits
 * counts. Where nothing else is said, an input is 300 beats of 850 ms on average: 70.6/min over 255 s.
 */
export interface FieldCase {
  readonly name: RegExp;
  /** `read`: with or without a warning, and with the figures below. `warned`: read, but not in silence. */
  readonly right: 'read' | 'warned' | 'refused' | 'warned or refused' | 'read or refused';
  /** What a warning or refusal must speak of. */
  readonly says?: RegExp;
  readonly beats?: readonly [least: number, most: number];
  readonly bpm?: number;
  readonly pnn50Percent?: number;
  /** Seconds by the clock, from the start of the first interval. */
  readonly clockS?: number;
}

const USUAL = { beats: [299, 300], bpm: 70.6 } as const;
const plain = (name: RegExp, more: Partial<FieldCase> = {}): FieldCase => ({
  name,
  right: 'read',
  ...USUAL,
  ...more,
});
const steady = (name: RegExp, bpm: number, beats: number): FieldCase => ({
  name,
  right: 'read',
  bpm,
  beats: [beats, beats],
});
const refused = (name: RegExp, says: RegExp): FieldCase => ({ name, right: 'refused', says });

const FIELD_CASES: readonly FieldCase[] = [
  // A file that contradicts its reading.
  refused(/^t39_ppg_adc/, /wave/i),
  { name: /^t15_overcount/, right: 'warned or refused', says: /twice|clock|times/i },
  { name: /^n08_resampled/, right: 'warned or refused', says: /even|resampled/i },
  plain(/^p12_ms_units/, { right: 'warned', bpm: 72.3, says: /2\.\d %|1\/1000|ms/ }),
  { name: /^t38_indices/, right: 'warned or refused', says: /--rate/ },
  // Units.
  // Nothing in them tells 1/1024 s from ms; with --rate they are read rightly.
  { name: /^t23_samples_.*1024/, right: 'read', beats: [300, 300] },
  { name: /^t23_samples/, right: 'warned or refused', says: /--rate/ },
  refused(/^t22_rr_is_breathing/, /breath/i),
  { name: /^t33_unix_us/, right: 'read or refused', ...USUAL, says: /µs|microsecond|time/i },
  { name: /^t32_systolic/, right: 'read or refused', ...USUAL, says: /peak|time|sample/i },
  { name: /^t24_pnn50/, right: 'read', beats: [300, 300], bpm: 59.5, pnn50Percent: 0 },
  // Marks for a missing beat: a gap, counted and said.
  { name: /^t10_zeros/, right: 'warned', bpm: 70.6, says: /missing|no beat|left out|gap/i },
  // A row a second with the latest interval in it, and no blank cell.
  { name: /^t11_blank/, right: 'warned', bpm: 70.4, says: /even/ },
  { name: /^t25_nan/, right: 'warned', bpm: 70.6, says: /missing|no beat|left out|gap/i },
  { name: /^p4_65535/, right: 'warned', bpm: 70.6, says: /missing|no beat|left out|gap/i },
  { name: /^t17_filler/, right: 'read' },
  // Packets.
  plain(/^p8_dup500ms/),
  steady(/^p7_equal_1000/, 60, 300),
  steady(/^p7_equal_500/, 120, 600),
  steady(/^p6_/, 115.8, 400),
  refused(/^p3_contact_false/, /contact|skin|beat/i),
  // Exports without beats, or files that only go with others.
  { name: /^t18_apple/, right: 'read', beats: [59, 59], bpm: 70.6 },
  { name: /^t19_oura/, right: 'read or refused', ...USUAL, says: /Oura/i },
  { name: /^t20_garmin/, right: 'read or refused', ...USUAL, says: /Garmin/i },
  { name: /^t20_whoop/, right: 'refused', says: /Whoop/i },
  { name: /^t40_suunto/, right: 'read or refused', ...USUAL, says: /Suunto|sml/i },
  refused(/physio\.json$/, /sidecar|BIDS|beside/i),
  refused(/recording-ecg_physio\.tsv\.gz$/, /signal|wave/i),
  refused(/^wfdb\/.*\.(?:dat|mat)$|^wfdb\/sub\/.*\.dat$/, /./),
  { name: /^wfdb\/holter/, right: 'read or refused', ...USUAL, says: /ISHNE/i },
  { name: /^wfdb\/nofs/, right: 'read or refused', ...USUAL, says: /--rate/ },
  plain(/^wfdb\/seg_/, { beats: [149, 151] }),
  plain(/^wfdb\/mf\.hea/, { beats: [295, 300] }),
  plain(/^wfdb\/invalid\.hea/, { beats: [258, 300] }),
  refused(/^h46_bpm/, /heart rate/i),
  refused(/^f41_badcrc/, /checksum/i),
  refused(/^t21_e4_(?:empty|header_only)/, /no (?:beats|intervals)/),
  refused(/^t34_dup_beats/, /not later|twice|same/i),
  refused(/^t35_x/, /./),
  // Several RR in a cell of some rows: 249 rows, 44 of them with two.
  { name: /^t12_/, right: 'read', beats: [293, 293], bpm: 70.6 },
  // Layouts that may be refused, truly.
  {
    name: /^t0[167]_|^t02|^t03|^t31_|^t29_|^e48_(?:nul|recdur|version)|^b58_upper/,
    right: 'read or refused',
    ...USUAL,
    says: /./,
  },
  // Clocks: a hole of 120 s, midnight, daylight saving.
  { name: /^t37_time/, right: 'read', ...USUAL, clockS: 375, says: /time|column/i },
  plain(/^t1[34]_/),
  // Less than the usual 300 beats.
  { name: /^n01/, right: 'read' },
  steady(/^n02/, 60, 300),
  { name: /^n03/, right: 'read' },
  plain(/^n04|^n05/, { beats: [298, 302] }),
  { name: /^t04_last/, right: 'read' },
  { name: /^e49_(?:flat|rail)/, right: 'read', beats: [258, 300], bpm: 70.6 },
  { name: /^e48_smaller|^f45_/, right: 'warned', bpm: 70.6, says: /part/ },
  { name: /^f38_chained/, right: 'read', beats: [500, 500] },
  // Their `hr` messages hold one byte over and over: beats 3.8 s apart, and a clock that goes back.
  refused(/^f43_swim|^f47_chained/, /`hr` messages/),
  plain(/^h46_over24h/, { right: 'warned', says: /part/ }),
  plain(/./),
];

export const fieldCase = (name: string): FieldCase => FIELD_CASES.find((one) => one.name.test(name))!;
