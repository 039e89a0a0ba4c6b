import { badFile, type BadRecording } from '../recording.ts';

/** An export that people have and that has no beats in it: one row of the table in docs/devices.md. */
export interface Refusal {
  readonly name: string;
  /** How it is told: by a line of a text, by keys of a JSON document, by the first element of an XML document. */
  readonly line?: RegExp;
  readonly keys?: RegExp;
  readonly element?: RegExp;
  /** By the first bytes, each as one character, and by the name of a file in a zip. */
  readonly bytes?: RegExp;
  readonly entry?: RegExp;
  /** The same in words. */
  readonly recognisedBy: string;
  /** What it has in place of beats. */
  readonly has: string;
  /** What to open in its place. */
  readonly instead: string;
}

const STRAP =
  'record with a chest strap and an app that exports RR intervals, such as Elite HRV or HRV Logger';
const SUMMARY = 'figures of days and nights';
/** RMSSD and a date, and no column that begins as those of intervals do. */
const SUMMARY_TABLE =
  /^(?!.*(?:^|[,;\t])\s*"?(?:rr|r-r|ibi|nn|pp))(?=.*[,;\t])(?=.*\brmssd)(?=.*\b(?:date|time|datetime|timestamp)\b)/i;

/**
 * What is refused by its name. A document is asked only once no beats were found in it; a line of text at once, since
 * a table of figures may have columns that look like intervals.
 */
export const REFUSALS: readonly Refusal[] = [
  {
    name: "Kubios' report of results",
    line: /^[\s"%]*kubios hrv\b/i,
    recognisedBy: 'first line `Kubios HRV …`',
    has: 'figures and not the beats as they were',
    instead: 'open the file of RR intervals that it was made from',
  },
  {
    name: 'an export of Whoop',
    line: /^"?cycle start time"?[,;\t]/i,
    keys: /^(?:hrv_rmssd_milli|recovery_score|strain)$/,
    recognisedBy: '`Cycle start time,…`; `hrv_rmssd_milli`',
    has: SUMMARY,
    instead: `Whoop exports no beats: ${STRAP}`,
  },
  {
    name: 'a summary of Garmin Connect',
    line: /^"?(?:date|datum)"?[,;\t].*(?:overnight hrv|7d avg)/i,
    keys: /^(?:hrvSummary|hrvReadings|hrvValues|hrvValue|lastNightAvg|lastNight5MinHigh)$/,
    recognisedBy: '`hrvSummary`, `hrvReadings`; `Date,Overnight HRV,…`',
    has: 'averages of 5 minutes and of nights',
    instead: "export the activity's FIT file (Export Original), with HRV logging switched on in the watch",
  },
  {
    name: 'an export of Oura',
    line: /^(?=.*[,;]).*\baverage hrv\b.*\b(?:readiness|sleep) score\b|^(?=.*[,;]).*\breadiness score\b.*\baverage hrv\b/i,
    keys: /^(?:rmssd_5min|hr_5min|readiness_score_delta|average_hrv|bedtime_start)$|\bhrv\.(?:interval|items)$/,
    recognisedBy: '`hrv` with `interval` and `items`; `rmssd_5min`; `Average HRV,… Readiness Score`',
    has: 'averages of 5 minutes',
    instead: `Oura exports beats only as \`ibi\` of its API: open that, or ${STRAP}`,
  },
  {
    name: 'an export of Fitbit',
    line: /^"?timestamp"?,"?rmssd"?,"?(?:nremhr|coverage)"?/i,
    keys: /^(?:dailyRmssd|deepRmssd)$|\bminutes\.value\.rmssd$/,
    recognisedBy: '`timestamp,rmssd,nremhr` or `coverage`; `dailyRmssd`',
    has: 'averages of 5 minutes and of nights',
    instead: `Fitbit exports no beats: ${STRAP}`,
  },
  {
    name: 'an export of Samsung Health',
    line: /^"?com\.samsung\.(?:s?health)\b/i,
    keys: /^(?:heart_rate_max|com\.samsung\..*|binning_data)$/,
    recognisedBy: 'first line `com.samsung.shealth…`; `heart_rate_max`',
    has: 'heart rates and figures',
    instead: `Samsung Health exports no beats: ${STRAP}`,
  },
  {
    name: 'an export of Withings',
    line: /^"?start"?,"?duration"?,"?value"?\s*$/i,
    recognisedBy: '`start,duration,value`',
    has: 'heart rates and figures',
    instead: `Withings exports no beats: ${STRAP}`,
  },
  {
    name: 'an export of Google Fit',
    keys: /^fitValue$/,
    recognisedBy: '`fitValue`',
    has: 'heart rates',
    instead: `Google Fit exports no beats: ${STRAP}`,
  },
  {
    name: 'a table of HRV figures, as of HRV4Training, Elite HRV or Welltory',
    line: SUMMARY_TABLE,
    keys: /^(?:ln)?(?:rmssd|sdnn)$/i,
    recognisedBy: '`rMSSD` and a date, and no intervals',
    has: 'figures of measurements',
    instead: 'export the RR intervals of one measurement',
  },
  {
    name: "an ECG of Apple's watch",
    line: /^"?(?:classification|klassifi\w+|clasificaci\w+)"?[,;].*(?:rhythm|rhythmus|rythme|ritmo|inconclusive|atrial)/i,
    recognisedBy: '`Classification,Sinus Rhythm`',
    has: 'samples of a wave of 30 s',
    instead: "open Apple Health's export.xml, which has beats beside each HRV reading",
  },
  {
    name: 'the clinical half of an Apple Health export',
    element: /^ClinicalDocument$/i,
    recognisedBy: '`<ClinicalDocument>`',
    has: 'no beats',
    instead: 'open export.xml, which lies beside it',
  },
  {
    name: 'a GPX, TCX or KML file',
    element: /^(?:gpx|TrainingCenterDatabase|kml)$/i,
    recognisedBy: '`<gpx>`, `<TrainingCenterDatabase>`, `<kml>`',
    has: 'a track and heart rates at most',
    instead: 'export the same activity as FIT (Export Original)',
  },
  {
    name: 'a web page',
    element: /^html$/i,
    recognisedBy: '`<html>`',
    has: 'no data, and may be a sign-in in place of the file',
    instead: 'download the file again',
  },
  {
    name: 'a workbook of a spreadsheet',
    bytes: /^\xd0\xcf.\xe0/,
    entry: /^(?:xl\/workbook\.(?:xml|bin)|content\.xml|Index\/Document\.iwa)$/,
    recognisedBy: '`.xls`, `.xlsx`, `.ods`, `.numbers`, by their bytes',
    has: 'cells that only its program reads',
    instead: 'save the sheet with the RR intervals as CSV',
  },
  {
    name: 'a document of a word processor',
    line: /^\{\\rtf/,
    bytes: /^%PDF-/,
    entry: /^word\/document\.xml$/,
    recognisedBy: 'RTF, `.docx`, PDF, by their bytes',
    has: 'pages to read',
    instead: 'save the intervals as plain text',
  },
  {
    name: 'a database',
    bytes: /^SQLite format 3\0/,
    recognisedBy: 'the first bytes of SQLite',
    has: 'tables that only its app reads, as Gadgetbridge and others keep them',
    instead: 'export the RR intervals as CSV from the app',
  },
  {
    name: 'a data file of MATLAB, HDF5 or Parquet',
    bytes: /^(?:MATLAB 5\.0|\x89HDF|PAR1)/,
    recognisedBy: 'their first bytes',
    has: 'variables whose meaning it does not say',
    instead: 'write the RR intervals as CSV with the header t_s,rr_ms',
  },
  {
    name: 'packed as RAR, 7z, xz, bzip2 or tar',
    bytes: /^(?:Rar!|7z\xbc\xaf|\xfd7zXZ|BZh[1-9]|[^\0]{1,100}\0[^]{156,256}ustar)/,
    recognisedBy: 'their first bytes',
    has: 'its files within',
    instead: 'unpack it, and open the file of RR intervals',
  },
];

/** The words about a refused export. */
export const refusalMessage = ({ name, has, instead }: Refusal): string =>
  `this is ${name}, which has ${has}; ${instead}`;

const refused = (one: Refusal | undefined): BadRecording | undefined =>
  one && badFile('empty', refusalMessage(one));

/** The refusal of a text with this line at its beginning. */
export const refusalOfText = (text: string): BadRecording | undefined =>
  refused(REFUSALS.find(({ line }) => line?.test(text.trim())));

/** @param keys  of a document, at any depth: each by itself, and as a path with points, without places in lists */
export const refusalOfKeys = (keys: Iterable<string>): BadRecording | undefined => {
  const all = [...keys];
  return refused(REFUSALS.find((one) => all.some((key) => one.keys?.test(key))));
};

/** @param head  the first bytes of a file */
export const refusalOfBytes = (head: Uint8Array): BadRecording | undefined => {
  const text = Array.from(head.subarray(0, 512), (byte) => String.fromCharCode(byte)).join('');
  return refused(REFUSALS.find(({ bytes }) => bytes?.test(text)));
};

/** @param names  of the files in a zip */
export const refusalOfEntries = (names: readonly string[]): BadRecording | undefined =>
  refused(REFUSALS.find(({ entry }) => names.some((name) => entry?.test(name))));

export const refusalOfElement = (root: string): BadRecording | undefined =>
  refused(REFUSALS.find(({ element }) => element?.test(root)));
