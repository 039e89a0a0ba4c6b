import { RESPIRATION_CONFIDENT, respirationRate, type BeatClass, type RrInterval } from '../engine/index.ts';
import {
  hrvFigures,
  seriesVerdict,
  seriesWindow,
  type CorrectionName,
  type NnSeries,
  type RecipeId,
  type Trust,
} from '../engine/hrv/index.ts';
import type { HrvRow } from './hrv-report.ts';

/** What the rows are made of. */
export interface Corrected {
  readonly intervals: readonly RrInterval[];
  /** One for each interval. */
  readonly classes: readonly BeatClass[];
  readonly series: NnSeries;
  readonly verdict: Trust;
}

export interface RowOptions {
  readonly recipe: RecipeId;
  readonly correct: CorrectionName;
  /** Seconds; absent: one row for everything. */
  readonly window?: number;
  /** Seconds from one window to the next; the length of the window unless given. */
  readonly step?: number;
}

/**
 * A row for each window, or one for all. A window without beats is left out;
 * one that cannot be saved has no figures.
 */
export function hrvRows(corrected: Corrected, { window, step, recipe, correct }: RowOptions): HrvRow[] {
  const { intervals, classes, series, verdict } = corrected;
  if (window === undefined || series.nnMs.length === 0) return [row(series, classes, { verdict, recipe })];
  const rows: HrvRow[] = [];
  const every = Math.max(step ?? window, 0.25) * 1000;
  const fromMs = series.atMs[0]! - series.nnMs[0]!;
  const at = { from: 0, to: 0 };
  const lastMs = series.atMs.at(-1)!;
  for (let k = 0; fromMs + k * every + window * 1000 <= lastMs; k++) {
    const startMs = fromMs + k * every;
    const endMs = startMs + window * 1000;
    while (at.from < intervals.length && intervals[at.from]!.atMs <= startMs) at.from += 1;
    while (at.to < intervals.length && intervals[at.to]!.atMs <= endMs) at.to += 1;
    const part = seriesWindow(series, startMs, endMs);
    const its = classes.slice(at.from, at.to);
    if (part.nnMs.length === 0) {
      // A wrong time far away must not be walked to window by window.
      const nextMs = intervals[at.to]?.atMs ?? Infinity;
      k = Math.max(k, Math.floor((nextMs - window * 1000 - fromMs) / every) - 1);
      continue;
    }
    rows.push(row(part, its, { verdict: correct === 'none' ? 'ok' : seriesVerdict(its, part), recipe }));
  }
  return rows;
}

function row(
  series: NnSeries,
  classes: readonly BeatClass[],
  { verdict, recipe }: { readonly verdict: Trust; readonly recipe: RecipeId },
): HrvRow {
  const first = series.nnMs.length === 0 ? 0 : series.atMs[0]! - series.nnMs[0]!;
  const breaths = breathing(series);
  const { beats, coveredS, ...figures } = hrvFigures(series, recipe, breaths.breathsPerMinute);
  return {
    startS: first / 1000,
    endS: (series.atMs.at(-1) ?? 0) / 1000,
    beats,
    coveredS,
    artefacts: classes.filter((one) => one !== 'normal').length / Math.max(1, classes.length),
    verdict,
    ...(typeof verdict === 'string' && { ...figures, ...breaths }),
  };
}

function breathing(series: NnSeries): Pick<HrvRow, 'breathsPerMinute' | 'respirationConfidence'> {
  const found = respirationRate(series);
  return {
    ...(found && { respirationConfidence: found.confidence }),
    ...(found && found.confidence >= RESPIRATION_CONFIDENT && { breathsPerMinute: found.breathsPerMinute }),
  };
}
