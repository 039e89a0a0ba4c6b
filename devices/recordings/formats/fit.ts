import { fault, ok, type Result } from '../../../engine/index.ts';
import { noStrapBeats, noWristIntervals, takeStrapBeats, takeWristIntervals } from './fit-beats.ts';
import { fitMessages, type FitMessage } from './fit-messages.ts';
import { joinSections, sectionsOf, type Activity } from './fit-sections.ts';
import { fitChain, type FitSequence } from './fit-sequences.ts';
import { badFile, noBeats, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type WholeFile } from '../parser.ts';
import type { WholeFileFormat } from '../format.ts';

const FILE_ID = 0;
const RECORD = 20;
const HRV = 78;
const HR = 132;
const BEAT_INTERVALS = 290;
const RAW_BBI = 372;
const TIMESTAMP = 253;
const INVALID = 0xffff;
/** FIT counts seconds from 31 December 1989, UTC. */
const FIT_EPOCH_S = 631_065_600;
const HEART_RATE = 3;

const MAKERS: Readonly<Record<number, string>> = {
  1: 'Garmin',
  23: 'Suunto',
  32: 'Wahoo Fitness',
  38: 'o-synce',
  63: 'Specialized',
  70: 'Sigma Sport',
  123: 'Polar',
  260: 'Zwift',
  265: 'Strava',
  267: 'Bryton',
  294: 'Coros',
};

const tellsFit = (head: Uint8Array): boolean =>
  head.length >= 12 && String.fromCharCode(...head.subarray(8, 12)) === '.FIT';

/**
 * A FIT activity, or several that follow each other in one file: the RR intervals of `hrv` messages (field 0, 1/1000 s)
 * oldest first, the beats of a strap that kept them by itself (`hr`), and the intervals of a wrist sensor (`raw_bbi`,
 * `beat_intervals`). The first carry no times, so each follows the one before; the records between them, a second
 * apart, show where beats are missing.
 * Source: Garmin FIT profile, messages `file_id`, `record`, `hrv`, `hr`, `raw_bbi` and `beat_intervals`.
 */
function parseFit({ bytes }: WholeFile): Result<ParsedRecording, BadRecording> {
  const { sequences, trailing } = fitChain(bytes);
  if (sequences.length === 0)
    return fault(badFile('damaged', 'its header is damaged; copy it from the device again'));
  const good = sequences.filter(({ checksum }) => checksum !== 'wrong');
  if (good.length === 0)
    return fault(
      badFile('damaged', 'its checksum is wrong, so some of it was changed; copy it from the device again'),
    );
  const read = good.map((sequence) => activityIn(sequence));
  const ends = read.flatMap(({ broken }) => broken ?? []);
  const bad = sequences.length - good.length;
  const left =
    bad > 0 ? [`${bad} of its ${sequences.length} parts ${bad === 1 ? 'has' : 'have'} a wrong checksum`] : [];
  const partial = [...left, ...ends][0];
  const warnings = [
    ...(good.some(({ checksum, end }) => checksum === 'absent' && end === 'complete')
      ? ['it has no checksum, so damage would not show']
      : []),
    ...(trailing > 0 ? [`${trailing} bytes after its end are no FIT and were not read`] : []),
  ];
  const activities = read.map(({ activity }) => activity);
  return recordingOf(activities, { partial, warnings, length: bytes.length });
}

function activityIn({ messages, end }: FitSequence): {
  readonly activity: Activity;
  readonly broken?: string;
} {
  const activity: Activity = {
    rrMs: [],
    atS: [],
    invalid: 0,
    rates: 0,
    strap: noStrapBeats(),
    wrist: noWristIntervals(),
    timeS: undefined,
    startS: undefined,
    device: undefined,
  };
  const whole = fitMessages(messages, (message) => take(message, activity));
  if (end === 'open')
    return {
      activity,
      broken: 'its header was never finished, as when a device stops; it was read to its end',
    };
  return end === 'complete' && whole ? { activity } : { activity, broken: BREAKS_OFF };
}

const BREAKS_OFF = 'it breaks off';

function take(message: FitMessage, activity: Activity): void {
  const { number, littleEndian, fields, timeOffset } = message;
  const stamp = fields.get(TIMESTAMP);
  if (stamp?.byteLength === 4 && number === RECORD) activity.timeS = stamp.getUint32(0, littleEndian);
  else if (timeOffset !== undefined && activity.timeS !== undefined)
    activity.timeS += (timeOffset - (activity.timeS & 31) + 32) & 31;
  if (number === HR) takeStrapBeats(message, activity.strap);
  if (number === RAW_BBI) takeWristIntervals(message, activity.wrist, 'raw_bbi');
  if (number === BEAT_INTERVALS) takeWristIntervals(message, activity.wrist, 'beat_intervals');
  if (number === FILE_ID) identify(fields, littleEndian, activity);
  const rate = number === RECORD ? fields.get(HEART_RATE) : undefined;
  // A damaged definition may give the field no bytes at all.
  if (rate && rate.byteLength > 0 && rate.getUint8(0) !== 0xff) activity.rates += 1;
  const field = number === HRV ? fields.get(0) : undefined;
  for (let i = 0; field && i + 2 <= field.byteLength; i += 2) {
    const raw = field.getUint16(i, littleEndian);
    if (raw === INVALID) continue;
    if (raw === 0) {
      activity.invalid += 1;
      continue;
    }
    activity.rrMs.push(raw);
    activity.atS.push(activity.timeS ?? Number.NaN);
  }
}

function identify(fields: FitMessage['fields'], littleEndian: boolean, activity: Activity): void {
  const maker = fields.get(1);
  const product = fields.get(2);
  const created = fields.get(4);
  if (maker?.byteLength === 2) {
    const number = maker.getUint16(0, littleEndian);
    const model = product?.byteLength === 2 ? product.getUint16(0, littleEndian) : INVALID;
    const name = MAKERS[number] ?? `maker ${number}`;
    activity.device = model === INVALID ? name : `${name}, product ${model}`;
  }
  if (created?.byteLength === 4) {
    const seconds = created.getUint32(0, littleEndian);
    if (seconds !== 0xffffffff) activity.startS = seconds;
  }
}

function recordingOf(
  activities: readonly Activity[],
  read: {
    readonly partial: string | undefined;
    readonly warnings: readonly string[];
    readonly length: number;
  },
): Result<ParsedRecording, BadRecording> {
  const sections = activities.flatMap((activity) => sectionsOf(activity));
  const good = sections.filter(({ bad }) => bad === undefined);
  const partial = read.partial === BREAKS_OFF ? `it breaks off after ${read.length} bytes` : read.partial;
  if (good.length === 0) {
    const bad = sections.find((section) => section.bad)?.bad;
    return fault(bad ?? nothingIn(activities, partial));
  }
  const { items, times, warnings } = joinSections(good);
  const count = (of: (activity: Activity) => number) => activities.reduce((sum, one) => sum + of(one), 0);
  const said = (number: number, what: string) => (number > 0 ? [`${number} ${what}`] : []);
  const kinds = [...new Set(good.map(({ kind }) => `\`${kind}\``))].join(' and ');
  const facts = {
    what: kinds === '`hrv`' ? 'a FIT activity with HRV messages' : `a FIT activity with ${kinds} messages`,
    unit: { name: good[0]!.kind === 'hr' ? '1/1024 s' : '1/1000 s', from: 'format' },
    times,
  } as const;
  const startS = activities.find((activity) => activity.startS !== undefined)?.startS;
  const startedAt = startS === undefined ? undefined : new Date((startS + FIT_EPOCH_S) * 1000).toISOString();
  const device = activities.find((activity) => activity.device !== undefined)?.device;
  const all = [
    ...read.warnings,
    ...warnings,
    ...sections.flatMap(({ bad }) => (bad ? [bad.message] : [])),
    ...said(
      count(({ invalid }) => invalid),
      'intervals of 0 were left out',
    ),
    ...said(
      count(({ strap }) => strap.lost),
      'beats without a whole time before them were left out',
    ),
    ...said(
      count(({ wrist }) => wrist.doubtful),
      'intervals are doubtful by the sensor itself',
    ),
    ...said(
      count(({ wrist }) => wrist.gaps),
      'gaps are marked by the sensor',
    ),
  ];
  return ok({ format: 'fit', items, found: found(facts, { device, startedAt, partial, warnings: all }) });
}

/** Why there is no beat in it. */
function nothingIn(activities: readonly Activity[], partial: string | undefined): BadRecording {
  if (partial !== undefined) return badFile('damaged', `${partial}, before the first beat; copy it again`);
  return activities.some(({ rates }) => rates > 0)
    ? badFile('heart-rate-only', 'this activity has heart rates only; switch "log HRV" on in the watch')
    : noBeats('this FIT file has no heart beats');
}

export const FIT: WholeFileFormat = {
  id: 'fit',
  kind: 'whole-file',
  tells: (_name, bytes) => tellsFit(bytes),
  recognisedByHead: true,
  parse: parseFit,
  layouts: [
    {
      name: 'FIT activity (Garmin and others)',
      format: 'fit',
      recognisedBy: '`.FIT` in byte 8',
      gives:
        '`hrv`, `hr`, `raw_bbi`, `beat_intervals` messages, all files of a chain; maker, start; checksum',
      unit: '1/1000 s, or 1/1024 s of `hr`, by the format',
      times: 'intervals follow each other; records show holes over 3 s',
      tested:
        'recorded: 4 files, every interval equal to python-fitparse; chains, `hr` and `raw_bbi` virtual',
    },
  ],
};
