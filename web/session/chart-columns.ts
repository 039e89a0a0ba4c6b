import type uPlot from 'uplot';
import { arousalOfCue, LADDER } from '../../engine/index.ts';
import type { ModuleBand, SessionPicture } from './session-picture.ts';

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Beats further apart than this have a hole between them, which is not drawn over. */
const HOLE_MS = 4000;

/** Seconds and beats per minute; `null` where beats are missing. */
export function heartColumns({ heart }: SessionPicture, { fromMs }: Span): uPlot.AlignedData {
  const at: number[] = [];
  const bpm: (number | null)[] = [];
  let lastMs = Infinity;
  for (let i = firstFrom(heart, fromMs); i < heart.length; i++) {
    const point = heart[i]!;
    if (point.atMs - lastMs > HOLE_MS) {
      at.push((lastMs + 1) / 1000);
      bpm.push(null);
    }
    at.push(point.atMs / 1000);
    bpm.push(point.bpm);
    lastMs = point.atMs;
  }
  return [at, bpm];
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
