import type { NnInterval } from '../artefacts/index.ts';
import { NO_SUMS, counted, figures, type RunningFigures, type Sums } from './running-sums.ts';

/** The fields of an NN interval that the windows need. */
export type WindowInterval = Pick<NnInterval, 'atMs' | 'nnMs' | 'original' | 'segment'>;

/** Time-domain figures of one window. Each is absent where the window holds too few intervals. */
export interface TimeDomain extends RunningFigures {
  /** Share of the window's time that intervals cover that were seen whole, 0–1. */
  readonly coverage: number;
}

export interface RollingTimeDomain {
  push(interval: WindowInterval): void;
  /** Figures over (atMs − window, atMs]; drops older intervals for good. */
  at(atMs: number): TimeDomain;
}

/** Intervals dropped before the sums are recomputed. */
const COMPACT_AT = 1024;

interface Entry extends WindowInterval {
  /** The neighbour before it in its segment, where there is one. */
  readonly beforeMs: number | undefined;
}

/**
 * Mean NN, SDNN, RMSSD, pNN50, SD1 and SD2 over a trailing window, kept as running sums: an interval costs O(1) for
 * any window. Every 1024 intervals the sums are recomputed from the window's intervals about its mean, so that
 * rounding does not accumulate: after a day the figures equal those of a direct computation.
 *
 * SDNN, SD1, SD2 with n − 1; differences over pairs of neighbours in one segment. A pair counts
 * while its later interval is in the window.
 * Source: Task Force 1996, doi:10.1161/01.CIR.93.5.1043; Brennan 2001, doi:10.1109/10.959330
 */
export function rollingTimeDomain(windowMs: number): RollingTimeDomain {
  const queue: Entry[] = [];
  let head = 0;
  let sums: Sums = { ...NO_SUMS };
  let seenMs = 0;
  let previous: WindowInterval | undefined;

  const count = ({ nnMs, original, beforeMs }: Entry, sign: 1 | -1) => {
    counted(sums, { nnMs, beforeMs, sign });
    if (original) seenMs += sign * nnMs;
  };
  const renew = () => {
    queue.splice(0, head);
    head = 0;
    sums = {
      ...NO_SUMS,
      aboutMs: figures<RunningFigures>(sums, {}).meanNnMs ?? queue[0]?.nnMs ?? NO_SUMS.aboutMs,
    };
    seenMs = 0;
    for (const one of queue) count(one, 1);
  };

  return {
    push(interval) {
      const { atMs, nnMs, original, segment } = interval;
      const beforeMs = previous?.segment === segment ? previous.nnMs : undefined;
      previous = interval;
      const entry = { atMs, nnMs, original, segment, beforeMs };
      queue.push(entry);
      count(entry, 1);
    },
    at(atMs) {
      for (let one = queue[head]; one && one.atMs <= atMs - windowMs; one = queue[++head]) count(one, -1);
      if (head > COMPACT_AT || (head > 0 && head === queue.length)) renew();
      return figures<TimeDomain>(sums, { coverage: Math.max(0, Math.min(1, seenMs / windowMs)) });
    },
  };
}
