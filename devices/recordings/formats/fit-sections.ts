import type { StrapBeats, WristIntervals } from './fit-beats.ts';
import { strapRuns } from './fit-beats.ts';
import { placeArrived, placeBeats, placeSummed, placeTimed, type Placed } from '../values/placing.ts';
import { straightenClock } from '../values/straighten-clock.ts';
import { badFile, type BadRecording, type Found, type RecordingItem } from '../recording.ts';
import { faultOfUnit, median, MS } from '../values/units.ts';

/** What is collected from the messages of one FIT file. */
export interface Activity {
  readonly rrMs: number[];
  /** For each interval, the latest time of a record before it, s. */
  readonly atS: number[];
  invalid: number;
  rates: number;
  readonly strap: StrapBeats;
  readonly wrist: WristIntervals;
  timeS: number | undefined;
  startS: number | undefined;
  device: string | undefined;
}

/** A stretch of beats of one kind of message. */
export interface Section extends Placed {
  readonly kind: 'hrv' | 'hr' | WristIntervals['kind'];
  /** When its item at 0 was, ms of the watch's clock; `undefined` where that is not known. */
  readonly zeroMs: number | undefined;
  /** Why it cannot be a heart. */
  readonly bad?: BadRecording;
}

/** The stretches of one FIT file, in the order of its time. */
export function sectionsOf(activity: Activity): readonly Section[] {
  return [...hrvSection(activity), ...strapSections(activity.strap), ...wristSection(activity.wrist)];
}

function hrvSection(activity: Activity): readonly Section[] {
  const { rrMs } = activity;
  if (rrMs.length === 0) return [];
  const timesMs = recordTimes(activity);
  const bad = faultOfUnit(rrMs, MS);
  const zeroMs = timesMs ? timesMs[0]! - rrMs[0]! : startMs(activity);
  const placed = timesMs ? placeRecorded(timesMs, rrMs) : placeSummed(rrMs);
  return [{ ...placed, times: 'arrival', kind: 'hrv', zeroMs, ...(bad && { bad }) }];
}

/** Intervals and the times of the records between them, which count whole seconds, whatever the watch's clock did. */
function placeRecorded(timesMs: readonly number[], rrMs: readonly number[]): Placed {
  const lines = rrMs.map((_, i) => i + 1);
  const clock = straightenClock({ timesMs, rrMs, kind: 'number', unitMs: 1000, lines, counts: 'interval' });
  // Records stand in the order in which they were written: if their times do not, these say nothing.
  if (!clock || clock.order.some((at, i) => at !== i)) {
    const warning = 'the times of its records are in no order, so holes cannot be seen';
    return { ...placeSummed(rrMs), warnings: [warning] };
  }
  const placed = placeArrived(clock.timesMs, rrMs);
  return { ...placed, warnings: [...placed.warnings, ...clock.warnings] };
}

const startMs = ({ startS }: Activity): number | undefined =>
  startS === undefined ? undefined : startS * 1000;

/** Arrival of each interval, ms; those before the first record are placed back to back, ending at it. */
function recordTimes({ atS, rrMs }: Activity): number[] | undefined {
  const first = atS.findIndex((time) => !Number.isNaN(time));
  if (first < 0) return undefined;
  const timesMs = atS.map((time) => time * 1000);
  for (let i = first - 1; i >= 0; i--) timesMs[i] = timesMs[i + 1]! - rrMs[i + 1]!;
  return timesMs;
}

function strapSections(strap: StrapBeats): readonly Section[] {
  const runs = strapRuns(strap).filter(({ beatsS }) => beatsS.length > 1);
  const rrMs = runs.flatMap(({ beatsS }) => beatsS.slice(1).map((at, i) => (at - beatsS[i]!) * 1000));
  if (rrMs.length === 0) return [];
  const unlike = faultOfUnit(rrMs, MS) && noHeart(rrMs, runs.length);
  return runs.map(({ beatsS, isAnchored }) => {
    const placed = placeBeats(beatsS.map((at) => (at - beatsS[0]!) * 1000));
    const zeroMs = isAnchored ? beatsS[0]! * 1000 : undefined;
    return { ...placed, kind: 'hr', zeroMs, ...(unlike && { bad: unlike }) };
  });
}

function noHeart(rrMs: readonly number[], runs: number): BadRecording {
  const back = runs > 1 ? ` and their clock goes back ${runs - 1} times` : '';
  return badFile(
    'not-milliseconds',
    `the ${rrMs.length + runs} beats in its \`hr\` messages do not follow each other like those of a heart ` +
      `(typically ${Math.round(median(rrMs))} ms apart${back}); export the RR intervals from the maker's app`,
  );
}

function wristSection({ kind, rrMs, endsMs, setBack }: WristIntervals): readonly Section[] {
  if (rrMs.length === 0) return [];
  const bad = faultOfUnit(rrMs, MS);
  const placed = placeTimed(endsMs, rrMs);
  const times = setBack === 1 ? '' : ` ${setBack} times`;
  const back = `its clock goes back${times}: what follows was read as a new piece, since the time between is not known`;
  const warnings = setBack > 0 ? [...placed.warnings, back] : placed.warnings;
  return [{ ...placed, warnings, kind, zeroMs: endsMs[0]! - rrMs[0]!, ...(bad && { bad }) }];
}

/** Between two stretches of which nobody knows how far apart they were, ms: long enough to be a hole. */
const UNKNOWN_HOLE_MS = 10_000;

/** All of them on one clock; of two at the same time, the first. */
export function joinSections(sections: readonly Section[]): Placed {
  const known = sections.every(({ zeroMs }) => zeroMs !== undefined);
  const ordered = known ? sections.toSorted((a, b) => a.zeroMs! - b.zeroMs!) : sections;
  const items: RecordingItem[] = [];
  const warnings: string[] = [];
  let apart = 0;
  for (const section of ordered) {
    const endMs = items.at(-1)?.atMs;
    const sinceMs = known
      ? section.zeroMs! - ordered[0]!.zeroMs!
      : (endMs ?? -UNKNOWN_HOLE_MS) + UNKNOWN_HOLE_MS;
    if (endMs !== undefined && sinceMs < endMs - 1000) {
      warnings.push(
        `${section.items.length} beats of \`${section.kind}\` messages are of the same time as others, ` +
          'and were left out',
      );
      continue;
    }
    if (endMs !== undefined) apart += 1;
    const atMs = Math.max(sinceMs, endMs ?? 0);
    items.push(...section.items.map((item) => ({ ...item, atMs: item.atMs + atMs })));
    warnings.push(...section.warnings);
  }
  const holes = `${apart + 1} stretches of beats, with ${apart === 1 ? 'a hole' : `${apart} holes`} between them`;
  return { items, times: timesOf(ordered), warnings: apart > 0 ? [holes, ...warnings] : warnings };
}

const timesOf = (sections: readonly Section[]): Found['times'] =>
  sections.some(({ times }) => times === 'arrival') ? 'arrival' : 'written';
