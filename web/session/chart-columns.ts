import type uPlot from 'uplot';
import { arousalOfCue, LADDER, type LiveBeat } from '../../engine/index.ts';
import { bpmOf, isSound, type HeartRate } from './heart-rates.ts';
import type { ModuleBand, SessionPicture } from './session-picture.ts';

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Rates of a device without intervals that are further apart have packets missing between them. */
const HOLE_MS = 4000;
/** How high above the lower edge an artefact is marked, as a share of the height: it has no heart rate. */
const MARK_HEIGHT = 0.04;

/**
 * Seconds; beats per minute, `null` where beats are missing or are none; and a mark at each interval that is an
 * artefact or beside an ectopic beat, over which the line is not drawn.
 */
export function heartColumns({ heart }: SessionPicture, { fromMs }: Span): uPlot.AlignedData {
  return heart.source === 'rr' ? beatColumns(heart.beats, fromMs) : shownColumns(heart.shown, fromMs);
}

function beatColumns(beats: readonly LiveBeat[], fromMs: number): uPlot.AlignedData {
  const columns = emptyColumns();
  const first = firstFrom(beats, fromMs);
  for (let i = first; i < beats.length; i++) {
    const beat = beats[i]!;
    const before = beats[i - 1];
    if (i > first && before && before.segment !== beat.segment) columns.add(before.atMs + 1, null, null);
    if (isSound(beat)) columns.add(beat.atMs, bpmOf(beat.rrMs), null);
    else columns.add(beat.atMs, null, MARK_HEIGHT);
  }
  return columns.all;
}

function shownColumns(shown: readonly HeartRate[], fromMs: number): uPlot.AlignedData {
  const columns = emptyColumns();
  let lastMs = Infinity;
  for (let i = firstFrom(shown, fromMs); i < shown.length; i++) {
    const { atMs, bpm } = shown[i]!;
    if (atMs - lastMs > HOLE_MS) columns.add(lastMs + 1, null, null);
    columns.add(atMs, bpm, null);
    lastMs = atMs;
  }
  return columns.all;
}

function emptyColumns() {
  const all: [number[], (number | null)[], (number | null)[]] = [[], [], []];
  return {
    all,
    add(atMs: number, bpm: number | null, mark: number | null): void {
      all[0].push(atMs / 1000);
      all[1].push(bpm);
      all[2].push(mark);
    },
  };
}

/** Seconds; one standard deviation up and down, the estimate, and the target, all of 100; `null` where withheld. */
export function arousalColumns({ arousal, modules }: SessionPicture, { fromMs }: Span): uPlot.AlignedData {
  const shown = arousal.slice(firstFrom(arousal, fromMs));
  const column = (of: (estimate: { value: number; sd: number }) => number): (number | null)[] =>
    shown.map(({ estimate }) => (estimate ? 100 * clamp(of(estimate)) : null));
  let band = 0;
  const target = shown.map(({ atMs }) => {
    while (band + 1 < modules.length && modules[band + 1]!.fromMs <= atMs) band += 1;
    const now = modules[band];
    return now && now.fromMs <= atMs ? targetOf(now) : null;
  });
  return [
    shown.map(({ atMs }) => atMs / 1000),
    column(({ value, sd }) => value + sd),
    column(({ value, sd }) => value - sd),
    column(({ value }) => value),
    target,
  ];
}

/** Where the aim stands on the 0–100 scale. Silence aims at nothing. */
function targetOf({ family, targetRung }: ModuleBand): number | null {
  const rung = targetRung === undefined || family === 'silence' ? undefined : LADDER[targetRung];
  return rung ? 100 * arousalOfCue(rung) : null;
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));

/** Index of the first point at or after `fromMs`; points are in order of time. */
function firstFrom(points: readonly { readonly atMs: number }[], fromMs: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (points[middle]!.atMs < fromMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
