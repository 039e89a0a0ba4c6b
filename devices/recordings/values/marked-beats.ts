import type { RecordingItem } from '../recording.ts';
import { labelled, ofIntervals, type BeatLabel } from './beat-labels.ts';
import { placeBeats, type Placed } from './placing.ts';
import { straightenClock, type ClockRows } from './straighten-clock.ts';
import { median } from './units.ts';

/** When beats were, in the order of the file, each perhaps with a label. */
export interface MarkedBeats extends Pick<ClockRows, 'kind' | 'unitMs' | 'lines' | 'counts'> {
  /** As the file has them, ms. */
  readonly timesMs: readonly number[];
  readonly labels: readonly (BeatLabel | undefined)[];
  /** Number of each among all marks but 'no-beat', also those without a time; absent where each has one. */
  readonly ranks?: readonly number[];
  /**
   * What an artefact is: a `beat` that may be a false one, or a `note` that somebody put between the beats. No
   * interval begins or ends at a note, and one that has a note within is labelled as an artefact.
   */
  readonly artefacts: 'beat' | 'note';
}

/** A recording that begins after a year of its own time has a date for a beginning, ms. */
const A_YEAR_MS = 3.15e10;

/** A beat on the straightened clock. */
interface Beat {
  readonly atMs: number;
  readonly label: BeatLabel | undefined;
  readonly rank: number;
  /** Its time is not known. */
  readonly isStray: boolean;
  /** It, or a note before it, begins a new piece. */
  readonly isBreak: boolean;
  /** Notes of artefacts between it and the beat before. */
  readonly notes: number;
}

/**
 * The intervals between labelled beats, whatever the clock did. No interval is taken across a beat that is missing.
 *
 * @returns `undefined` where the times are in no order
 */
export function placeMarked(marks: MarkedBeats): Placed | undefined {
  const kept = marks.timesMs.flatMap((_, i) => (marks.labels[i] === 'no-beat' ? [] : [i]));
  const timesMs = kept.map((i) => marks.timesMs[i]!);
  const steps = timesMs.slice(1).map((ms, i) => Math.abs(ms - timesMs[i]!));
  const typicalMs = median(steps.filter((step) => step > 0));
  const clock = straightenClock({
    ...marks,
    timesMs,
    rrMs: timesMs.map(() => typicalMs),
    lines: kept.map((i) => marks.lines[i]!),
    alone: true,
  });
  if (!clock) return undefined;
  const [strays, breaks] = [new Set(clock.strays), new Set(clock.breaks)];
  const beats: Beat[] = [];
  let [notes, isBreak] = [0, false];
  clock.order.forEach((at, i) => {
    const mark = kept[at]!;
    const label = marks.labels[mark];
    isBreak ||= breaks.has(i);
    if (label === 'artefact' && marks.artefacts === 'note') notes += 1;
    else {
      const rank = marks.ranks?.[mark] ?? i;
      beats.push({ atMs: clock.timesMs[i]!, label, rank, isStray: strays.has(i), isBreak, notes });
      [notes, isBreak] = [0, false];
    }
  });
  const placed = intervalsBetween(beats);
  return { ...placed, warnings: [...placed.warnings, ...clock.warnings] };
}

function intervalsBetween(beats: readonly Beat[]): Placed {
  const firstMs = beats[0]?.atMs ?? 0;
  const originMs = firstMs < 0 || firstMs > A_YEAR_MS ? firstMs : 0;
  const timesMs = beats.map(({ atMs }) => atMs - originMs);
  const begin = beats.flatMap(({ isBreak }, i) => (isBreak ? [i] : []));
  const placed = placeBeats(timesMs, new Set(begin));
  const placeOf = new Map(timesMs.map((ms, i) => [ms, i]));
  const placeIn = ({ atMs }: RecordingItem) => placeOf.get(atMs)!;
  const known = placed.items.filter((item) => {
    const [before, beat] = [beats[placeIn(item) - 1]!, beats[placeIn(item)]!];
    return Math.abs(beat.rank - before.rank) === 1 + beat.notes && !beat.isStray && !before.isStray;
  });
  const labels = ofIntervals(beats.map(({ label }) => label));
  const marked = labelled(
    known,
    known.map((item) => {
      const label = labels[placeIn(item)];
      return beats[placeIn(item)]!.notes > 0 && label !== 'ectopic' ? 'artefact' : label;
    }),
  );
  return { ...placed, items: marked.items, warnings: [...marked.warnings, ...placed.warnings] };
}
