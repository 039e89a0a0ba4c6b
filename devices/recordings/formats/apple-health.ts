import { fault, ok, type Result } from '../../../engine/index.ts';
import { found, intervalsAt, type ParsedRecording } from '../parser.ts';
import { badFile, noBeats, numberIn, type BadRecording, type RecordingItem } from '../recording.ts';
import { wallClockMs } from '../values/times.ts';

export type Attributes = Readonly<Record<string, string>>;

/** The beats beside one HRV reading, about a minute of them. */
interface Piece {
  /** When the reading began; NaN where the file does not say. */
  readonly startMs: number;
  /** Times of day, ms, and the rate that the watch gave each beat. */
  readonly beats: readonly { readonly dayMs: number; readonly bpm: number }[];
}

/** Takes the elements of an export as they come; keeps the beats alone. */
export interface AppleHealth {
  open(element: string, attributes: Attributes): BadRecording | undefined;
  close(element: string): void;
  /** @param partial  why this is not the whole export */
  finish(partial: string | undefined): Result<ParsedRecording, BadRecording>;
}

const DAY_MS = 86_400_000;
/** Times of day may lack their half of the day; beats are never as far apart. */
const HALF_DAY_MS = DAY_MS / 2;
/** A beat later than this share of the interval that its own rate makes has one before it that was not found. */
const HOLE = 1.5;
/** Longest interval where no rate is given, ms. */
const LONGEST_MS = 3000;
const MAX_BEATS = 5_000_000;

/**
 * Beats in Apple Health's export.xml: `InstantaneousBeatsPerMinute` under each HRV reading, with the time of day of
 * each beat to 1/100 s. Intervals are the differences of these times, since the rates are in whole beats a minute.
 * Source: the document type definition at the beginning of an export.
 */
export function appleHealth(): AppleHealth {
  const pieces: Piece[] = [];
  let beats: { readonly dayMs: number; readonly bpm: number }[] = [];
  let startMs = Number.NaN;
  let count = 0;
  return {
    open(element, attributes) {
      if (element === 'Record') startMs = wallClockMs(attributes['startDate'] ?? '');
      if (element !== 'InstantaneousBeatsPerMinute') return undefined;
      const dayMs = timeOfDay(attributes['time'] ?? '');
      if (!Number.isNaN(dayMs)) beats.push({ dayMs, bpm: numberIn(attributes['bpm']) });
      count += 1;
      return count > MAX_BEATS
        ? badFile('too-long', `it has more than ${MAX_BEATS} beats; cut it into pieces`)
        : undefined;
    },
    close(element) {
      if (element !== 'HeartRateVariabilityMetadataList') return;
      if (beats.length > 1) pieces.push({ startMs, beats });
      beats = [];
    },
    finish(partial) {
      if (beats.length > 1) pieces.push({ startMs, beats });
      return placed(pieces, partial);
    },
  };
}

/** A time of day in any of the ways that an export has it, ms: `7:00:00.86`, `07:00:00,86`, `7:00:00.86 PM`. */
function timeOfDay(text: string): number {
  const [, h, m, s, part = '0'] = /(\d{1,2})[:.](\d\d)[:.](\d\d)(?:[.,](\d{1,9}))?/.exec(text) ?? [];
  return h === undefined
    ? Number.NaN
    : ((+h * 60 + +m!) * 60 + +s!) * 1000 + Math.round(Number(`0.${part}`) * 1000);
}

const sinceBefore = (dayMs: number, beforeMs: number): number =>
  (((dayMs - beforeMs) % HALF_DAY_MS) + HALF_DAY_MS) % HALF_DAY_MS;

interface Count {
  holes: number;
  doubles: number;
}

function placed(
  pieces: readonly Piece[],
  partial: string | undefined,
): Result<ParsedRecording, BadRecording> {
  const items: RecordingItem[] = [];
  const count: Count = { holes: 0, doubles: 0 };
  const dated = pieces.every(({ startMs }) => !Number.isNaN(startMs));
  const ordered = dated ? pieces.toSorted((a, b) => a.startMs - b.startMs) : onOneClock(pieces);
  const originMs = ordered[0]?.startMs ?? 0;
  let endMs = 0;
  let read = 0;
  for (const { startMs, beats } of ordered) {
    const fromMs = startMs - originMs;
    // The same minute may be there twice, from a phone and a watch.
    if (read > 0 && fromMs < endMs) count.doubles += 1;
    else {
      endMs = Math.max(endMs, addPiece(items, { fromMs, beats }, count));
      read += 1;
    }
  }
  if (items.length === 0) return fault(NO_BEATS);
  const facts = {
    what: 'the beats beside the HRV readings of Apple Health',
    unit: UNIT,
    times: 'written',
  } as const;
  const startedAt = dated ? new Date(originMs).toISOString() : undefined;
  const more = { device: 'Apple Watch', startedAt, partial, warnings: warningsOf(read, count) };
  return ok({ format: 'apple-health', items, found: found(facts, more) });
}

const UNIT = { name: '1/100 s', from: 'format' } as const;

/** Adds the intervals of a piece; gives when it ended. */
function addPiece(
  items: RecordingItem[],
  { fromMs, beats }: { readonly fromMs: number; readonly beats: Piece['beats'] },
  count: Count,
): number {
  let atMs = fromMs;
  for (const [i, { dayMs, bpm }] of beats.entries()) {
    if (i === 0) continue;
    const rr = sinceBefore(dayMs, beats[i - 1]!.dayMs);
    atMs += rr;
    const longest = bpm > 0 ? (HOLE * 60_000) / bpm : LONGEST_MS;
    if (rr > longest) count.holes += 1;
    else if (rr > 0) items.push(intervalsAt(atMs, rr));
  }
  return atMs;
}

/** Pieces without dates, each on the first day on which its time of day comes after the piece before. */
function onOneClock(pieces: readonly Piece[]): readonly Piece[] {
  let beforeMs = 0;
  return pieces.map(({ beats }) => {
    let startMs = beats[0]!.dayMs;
    while (startMs < beforeMs) startMs += DAY_MS;
    beforeMs = beats.slice(1).reduce((ms, { dayMs }, i) => ms + sinceBefore(dayMs, beats[i]!.dayMs), startMs);
    return { startMs, beats };
  });
}

const NO_BEATS = noBeats(
  'this Apple Health export has no beats: the watch keeps them beside each HRV reading, ' +
    'which a minute of Mindfulness makes',
);

const warningsOf = (readings: number, { holes, doubles }: Count): readonly string[] => [
  `${readings} ${readings === 1 ? 'reading' : 'readings'} of about a minute, by the pulse wave at the wrist, ` +
    'with each beat to 1/100 s',
  ...(holes > 0 ? [`${holes} ${holes === 1 ? 'hole' : 'holes'} where a beat was not found`] : []),
  ...(doubles > 0 ? [`${doubles} readings that overlap another were left out`] : []),
];
