import { fault, ok, type Result } from '../../../engine/index.ts';
import { crc16 } from '../values/crc.ts';
import { fitMessages, type FitMessage } from './fit-messages.ts';
import { placeArrived } from '../values/placing.ts';
import { badFile, noBeats, type BadRecording } from '../recording.ts';
import { found, type ParsedRecording, type WholeFile } from '../parser.ts';
import { faultOfUnit, MS } from '../values/units.ts';
import type { WholeFileFormat } from '../format.ts';

const FILE_ID = 0;
const RECORD = 20;
const HRV = 78;
/** Messages with beat times in 12 bits, and intervals from a wrist sensor: known, but not read. */
const UNREAD: Readonly<Record<number, string>> = { 132: '`hr`', 372: '`raw_bbi`' };
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

const isFit = (head: Uint8Array): boolean =>
  head.length >= 12 && String.fromCharCode(...head.subarray(8, 12)) === '.FIT';

/** What is collected from the messages. */
interface Activity {
  readonly rrMs: number[];
  /** For each interval, the latest time of a record before it, s. */
  readonly atS: number[];
  invalid: number;
  rates: number;
  readonly unread: Set<string>;
  timeS: number | undefined;
  startS: number | undefined;
  device: string | undefined;
}

/**
 * A FIT activity: the RR intervals of its `hrv` messages (field 0, 1/1000 s), oldest first. They carry no times, so
 * each follows the one before; the records between them, a second apart, show where beats are missing.
 * Source: Garmin FIT profile, messages `file_id`, `record` and `hrv`.
 */
function parseFit({ bytes }: WholeFile): Result<ParsedRecording, BadRecording> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headerSize = bytes[0]!;
  const dataSize = view.getUint32(4, true);
  const end = headerSize + dataSize;
  const complete = dataSize > 0 && bytes.length >= end + 2;
  if (headerSize < 12)
    return fault(badFile('damaged', 'its header is damaged; copy it from the device again'));
  const sum = complete ? view.getUint16(end, true) : 0;
  // Some programs write 0 instead of a checksum.
  if (sum !== 0 && crc16(bytes.subarray(0, end)) !== sum)
    return fault(
      badFile('damaged', 'its checksum is wrong, so some of it was changed; copy it from the device again'),
    );

  const activity: Activity = {
    rrMs: [],
    atS: [],
    invalid: 0,
    rates: 0,
    unread: new Set(),
    timeS: undefined,
    startS: undefined,
    device: undefined,
  };
  const whole = fitMessages(bytes.subarray(headerSize, complete ? end : bytes.length), (message) =>
    take(message, activity),
  );
  const partial = complete && whole ? undefined : `it breaks off after ${bytes.length} bytes`;
  const warnings = complete && sum === 0 ? ['it has no checksum, so damage would not show'] : [];
  return activityRead(activity, { partial, warnings });
}

function take({ number, littleEndian, fields, timeOffset }: FitMessage, activity: Activity): void {
  const stamp = fields.get(TIMESTAMP);
  if (stamp?.byteLength === 4 && number === RECORD) activity.timeS = stamp.getUint32(0, littleEndian);
  else if (timeOffset !== undefined && activity.timeS !== undefined)
    activity.timeS += (timeOffset - (activity.timeS & 31) + 32) & 31;
  if (number in UNREAD) activity.unread.add(UNREAD[number]!);
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

function activityRead(
  activity: Activity,
  { partial, warnings }: { readonly partial: string | undefined; readonly warnings: readonly string[] },
): Result<ParsedRecording, BadRecording> {
  const { rrMs, rates, unread, invalid, startS, device } = activity;
  if (rrMs.length === 0) {
    if (partial !== undefined)
      return fault(badFile('damaged', `${partial}, before the first beat; copy it again`));
    if (unread.size > 0)
      return fault(
        noBeats(
          `its beats are in ${[...unread].join(' and ')} messages, which are not read; ` +
            "export the RR intervals from the maker's app",
        ),
      );
    return fault(
      rates > 0
        ? badFile('heart-rate-only', 'this activity has heart rates only; switch "log HRV" on in the watch')
        : noBeats('this FIT file has no heart beats'),
    );
  }
  const bad = faultOfUnit(rrMs, MS);
  if (bad) return fault(bad);
  const placed = placeArrived(recordTimes(activity), rrMs);
  const zeros = invalid > 0 ? [`${invalid} intervals of 0 were left out`] : [];
  const facts = {
    what: 'a FIT activity with HRV messages',
    unit: { name: '1/1000 s', from: 'format' },
    times: placed.times,
  } as const;
  const startedAt = startS === undefined ? undefined : new Date((startS + FIT_EPOCH_S) * 1000).toISOString();
  const more = { device, startedAt, partial, warnings: [...warnings, ...placed.warnings, ...zeros] };
  return ok({ format: 'fit', items: placed.items, found: found(facts, more) });
}

/** Arrival of each interval, ms; those before the first record are placed back to back, ending at it. */
function recordTimes({ atS, rrMs }: Activity): number[] {
  const first = atS.findIndex((time) => !Number.isNaN(time));
  if (first < 0) return rrMs.map(() => 0);
  const timesMs = atS.map((time) => time * 1000);
  for (let i = first - 1; i >= 0; i--) timesMs[i] = timesMs[i + 1]! - rrMs[i + 1]!;
  return timesMs;
}

export const FIT: WholeFileFormat = {
  id: 'fit',
  kind: 'whole-file',
  tells: (_name, bytes) => isFit(bytes),
  recognisedByHead: true,
  parse: parseFit,
  layouts: [
    {
      name: 'FIT activity (Garmin and others)',
      format: 'fit',
      recognisedBy: '`.FIT` in byte 8',
      gives: 'RR of `hrv` messages; maker, product, start; checksum',
      unit: '1/1000 s, by the format',
      times: 'intervals follow each other; records show holes over 3 s',
      tested: 'recorded: 4 files, every interval equal to python-fitparse',
    },
  ],
};
