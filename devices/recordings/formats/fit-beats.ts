import type { FitMessage } from './fit-messages.ts';

const TIMESTAMP = 253;
const FRACTION = 0;
const FILTERED_BPM = 6;
const EVENT_TIMES = 9;
const EVENT_TIMES_12 = 10;
/** The part of a beat's time that 12 bits hold, 1/1024 s: about four seconds. */
const TURN = 0x1000;
/** Clock of `hr` messages, 1/s. */
const TICKS = 1024;
const INVALID_32 = 0xffffffff;
/** Its whole times begin anew there. */
const ROUND = 2 ** 32;
/** A step across the end of the round is at most this long, 1/1024 s. */
const ACROSS = 10 * TICKS;

/** Beats on one and the same clock of a strap. */
interface StrapRun {
  /** Times of the beats by the strap's clock, 1/1024 s, rising. */
  readonly ticks: number[];
  /** What the strap's clock showed at the watch's time, s; `undefined` until a message says it. */
  anchorS: number | undefined;
}

/** Beats that a strap kept by itself and the watch took over later. */
export interface StrapBeats {
  /** A clock that goes back begins a new one. */
  readonly runs: StrapRun[];
  /** Times that came before there was a whole one to complete them. */
  lost: number;
}

export const noStrapBeats = (): StrapBeats => ({ runs: [], lost: 0 });

/**
 * Takes the beats of an `hr` message: whole times in 1/1024 s, and then times of which there are the lower 12 bits,
 * two in three bytes, each the next after the one before that ends in them.
 * Source: Garmin FIT profile, message `hr` (132).
 */
export function takeStrapBeats({ fields, littleEndian }: FitMessage, beats: StrapBeats): void {
  const whole = fields.get(EVENT_TIMES);
  for (let at = 0; whole && at + 4 <= whole.byteLength; at += 4) {
    const ticks = whole.getUint32(at, littleEndian);
    if (ticks === INVALID_32) continue;
    addBeat(ticks, beats);
    if (at === 0) anchor(fields, littleEndian, beats.runs.at(-1)!);
  }
  const packed = fields.get(EVENT_TIMES_12);
  const rates = fields.get(FILTERED_BPM);
  const lows: number[] = [];
  for (let at = 0; packed && at + 3 <= packed.byteLength; at += 3) {
    const [low, middle, high] = [packed.getUint8(at), packed.getUint8(at + 1), packed.getUint8(at + 2)];
    if (low === 0xff && middle === 0xff && high === 0xff) continue;
    lows.push(low | ((middle & 15) << 8), (middle >> 4) | (high << 4));
  }
  // A message with fewer beats than it has room for lacks the rates of the others.
  const isThere = (i: number) => rates?.byteLength !== lows.length || rates.getUint8(i) !== 0xff;
  lows.filter((_, i) => isThere(i)).forEach((low) => completeBeat(low, beats));
}

function completeBeat(low: number, beats: StrapBeats): void {
  const before = beats.runs.at(-1)?.ticks.at(-1);
  if (before === undefined) beats.lost += 1;
  else addBeat(before + ((low - before) & (TURN - 1)), beats);
}

function addBeat(ticks: number, { runs }: StrapBeats): void {
  const run = runs.at(-1);
  const before = run?.ticks.at(-1);
  if (run === undefined || before === undefined) {
    runs.push({ ticks: [ticks], anchorS: undefined });
    return;
  }
  const rounds = Math.floor(before / ROUND) * ROUND;
  const next = [ticks, ticks + rounds, ticks + rounds + ROUND].find(
    (one) => one >= before && (one === ticks || one - before < ACROSS),
  );
  // The same beat is often sent twice: whole, and as the last of the message before.
  if (next === before) return;
  if (next === undefined) runs.push({ ticks: [ticks], anchorS: undefined });
  else run.ticks.push(next);
}

function anchor(fields: FitMessage['fields'], littleEndian: boolean, run: StrapRun): void {
  const [stamp, fraction] = [fields.get(TIMESTAMP), fields.get(FRACTION)];
  if (stamp?.byteLength !== 4 || run.anchorS !== undefined) return;
  const seconds = stamp.getUint32(0, littleEndian);
  if (seconds === INVALID_32) return;
  const parts = fraction?.byteLength === 2 ? fraction.getUint16(0, littleEndian) : 0;
  const atS = seconds + (parts === 0xffff ? 0 : parts / 32_768);
  run.anchorS = atS - run.ticks.at(-1)! / TICKS;
}

/** A run of beats, s by the watch where it said when, else from the beginning of the strap's clock. */
export interface TimedRun {
  readonly beatsS: readonly number[];
  readonly isAnchored: boolean;
}

export const strapRuns = ({ runs }: StrapBeats): readonly TimedRun[] =>
  runs.map(({ ticks, anchorS }) => ({
    beatsS: ticks.map((tick) => (anchorS ?? 0) + tick / TICKS),
    isAnchored: anchorS !== undefined,
  }));

const BBI_DATA = 1;
const BBI_TIME_MS = 0;

/** Intervals that a wrist sensor measured: `raw_bbi` messages, or `beat_intervals`, which have no marks. */
export interface WristIntervals {
  kind: 'raw_bbi' | 'beat_intervals';
  readonly rrMs: number[];
  /** When each interval ended, ms: intervals and gaps one after another. */
  readonly endsMs: number[];
  /** Where the intervals so far end, ms; NaN before the first. */
  nowMs: number;
  /** When the message before was, ms by the watch; NaN before the first. */
  stampMs: number;
  /** How far the watch's clock was set back, ms. */
  backMs: number;
  /** Times that it was. */
  setBack: number;
  doubtful: number;
  gaps: number;
}

export const noWristIntervals = (): WristIntervals => ({
  kind: 'raw_bbi',
  rrMs: [],
  endsMs: [],
  nowMs: Number.NaN,
  stampMs: Number.NaN,
  backMs: 0,
  setBack: 0,
  doubtful: 0,
  gaps: 0,
});

const TIME_BITS = 0x3fff;
const CONFIDENT = 0x4000;
const GAP = 0x8000;
/** A message later than its intervals by more than this means that some are missing. */
const LATE_MS = 3000;
const BETWEEN_PIECES_MS = 10_000;

/**
 * Takes the intervals of a `raw_bbi` message: 14 bits of ms, a bit for high confidence, a bit for "this is a gap"; or
 * of a `beat_intervals` message: ms alone.
 * Source: Garmin FIT profile, messages `beat_intervals` (290) and `raw_bbi` (372).
 */
export function takeWristIntervals(
  { fields, littleEndian }: FitMessage,
  wrist: WristIntervals,
  kind: WristIntervals['kind'],
): void {
  wrist.kind = kind;
  const data = fields.get(BBI_DATA);
  const stamp = fields.get(TIMESTAMP);
  const words: number[] = [];
  for (let at = 0; data && at + 2 <= data.byteLength; at += 2) {
    const word = data.getUint16(at, littleEndian);
    if (word !== 0xffff) words.push(kind === 'raw_bbi' ? word : Math.min(word, TIME_BITS) | CONFIDENT);
  }
  if (stamp?.byteLength === 4) {
    const part = fields.get(BBI_TIME_MS);
    const partMs = part?.byteLength === 2 ? part.getUint16(0, littleEndian) % 1000 : 0;
    const stampMs = stamp.getUint32(0, littleEndian) * 1000 + partMs;
    const lengthMs = words.reduce((sum, word) => sum + (word & TIME_BITS), 0);
    // The time between two pieces is not known.
    if (stampMs < wrist.stampMs - LATE_MS) {
      wrist.setBack += 1;
      wrist.backMs = wrist.nowMs + lengthMs + BETWEEN_PIECES_MS - stampMs;
    }
    wrist.stampMs = stampMs;
    const atMs = stampMs + wrist.backMs;
    if (!(atMs - (wrist.nowMs + lengthMs) <= LATE_MS)) wrist.nowMs = atMs - lengthMs;
  } else if (Number.isNaN(wrist.nowMs)) wrist.nowMs = 0;
  for (const word of words) {
    wrist.nowMs += word & TIME_BITS;
    if (word & GAP) wrist.gaps += 1;
    else if ((word & TIME_BITS) > 0) {
      if (!(word & CONFIDENT)) wrist.doubtful += 1;
      wrist.rrMs.push(word & TIME_BITS);
      wrist.endsMs.push(wrist.nowMs);
    }
  }
}
