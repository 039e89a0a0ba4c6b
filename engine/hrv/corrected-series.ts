import {
  correct,
  lt2019,
  type BeatClass,
  type NnInterval,
  type RrInterval,
  type Trust,
} from '../artefacts/index.ts';
import type { NnSeries } from './nn-series.ts';
import { seriesVerdict } from './series-verdict.ts';

/** How artefacts are treated: not at all, as published in 2019, or as live. */
export const CORRECTIONS = ['none', 'lt2019', 'attune'] as const;
export type CorrectionName = (typeof CORRECTIONS)[number];

export interface CorrectedSeries {
  readonly series: NnSeries;
  /** One for each interval of the input. */
  readonly classes: readonly BeatClass[];
  readonly verdict: Trust;
}

/** The NN series of `intervals` after the named correction, and the class of each interval. */
export function correctedSeries(intervals: readonly RrInterval[], how: CorrectionName): CorrectedSeries {
  switch (how) {
    case 'none': {
      const nn = intervals.map(({ atMs, rrMs, segment }) => ({ atMs, nnMs: rrMs, segment }));
      return { series: seriesOf(nn), classes: intervals.map(() => 'normal'), verdict: 'ok' };
    }
    case 'lt2019':
      return published(intervals);
    case 'attune': {
      const { nn, beats } = correct(intervals);
      return judged(
        nn,
        beats.map((beat) => beat.class),
      );
    }
  }
}

/** The published method has no notion of gaps: it is applied to each segment. */
function published(intervals: readonly RrInterval[]): CorrectedSeries {
  const nn: Nn[] = [];
  const classes: BeatClass[] = [];
  for (let from = 0; from < intervals.length;) {
    const { segment, atMs: endMs, rrMs: firstMs } = intervals[from]!;
    let to = from;
    while (to < intervals.length && intervals[to]!.segment === segment) to += 1;
    const corrected = lt2019(intervals.slice(from, to).map(({ rrMs }) => rrMs));
    let atMs = endMs - firstMs;
    for (const nnMs of corrected.nnMs) nn.push({ atMs: (atMs += nnMs), nnMs, segment });
    classes.push(...corrected.classes);
    from = to;
  }
  return judged(nn, classes);
}

type Nn = Pick<NnInterval, 'atMs' | 'nnMs' | 'segment'>;

function judged(nn: readonly Nn[], classes: readonly BeatClass[]): CorrectedSeries {
  const series = seriesOf(nn);
  return { series, classes, verdict: seriesVerdict(classes, series) };
}

const seriesOf = (nn: readonly Nn[]): NnSeries => ({
  atMs: Float64Array.from(nn, ({ atMs }) => atMs),
  nnMs: Float64Array.from(nn, ({ nnMs }) => nnMs),
  segment: Int32Array.from(nn, ({ segment }) => segment),
});
