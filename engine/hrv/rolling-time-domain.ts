import { NO_SUMS, counted, figures, type Sums } from './running-sums.ts';

/** A beat as the windows see it: accepted or not, and whether it follows its neighbour without a hole. */
export interface WindowBeat {
  readonly atMs: number;
  readonly rrMs: number;
  readonly accepted: boolean;
  /** The beat before it was accepted and belongs to the same segment. */
  readonly adjacent: boolean;
}

/** Time-domain figures of one window. Each is absent where the window holds too little for it. */
export interface TimeDomain {
  readonly beats: number;
  /** Share of the window's time that accepted intervals cover, 0–1. */
  readonly coverage: number;
  /** Share of the beats that were not accepted, 0–1. */
  readonly corrected: number;
  readonly meanNnMs?: number;
  readonly sdnnMs?: number;
  readonly rmssdMs?: number;
  /** Per cent of the pairs. */
  readonly pnn50Percent?: number;
  readonly sd1Ms?: number;
  readonly sd2Ms?: number;
}

export interface RollingTimeDomain {
  push(beat: WindowBeat): void;
  /** Figures over (atMs − window, atMs]; lets go of older beats for good. */
  at(atMs: number): TimeDomain;
}

/** Beats that may leave before the sums are made anew. */
const COMPACT_AT = 1024;

interface Entry {
  readonly beat: WindowBeat;
  /** The accepted neighbour before it, where there is one. */
  readonly beforeMs: number | undefined;
}

/**
 * Mean NN, SDNN, RMSSD, pNN50, SD1 and SD2 over a trailing window, kept as running sums: a beat costs O(1) whatever the
 * window. Once in 1024 beats the sums are made anew from what the window holds, about its own mean, so that no rounding
 * outlives them: after a day the figures are those of a direct computation.
 *
 * SDNN, SD1, SD2 with n − 1; differences over pairs of accepted neighbours in one segment. A pair counts while its later
 * beat is in the window.
 * Source: Task Force 1996, doi:10.1161/01.CIR.93.5.1043; Brennan 2001, doi:10.1109/10.959330
 */
export function rollingTimeDomain(windowMs: number): RollingTimeDomain {
  const queue: Entry[] = [];
  let head = 0;
  let sums: Sums = { ...NO_SUMS };
  let previousRrMs = 0;

  const renew = () => {
    queue.splice(0, head);
    head = 0;
    const first = queue.find(({ beat }) => beat.accepted);
    sums = { ...NO_SUMS, aboutMs: figures(sums).meanNnMs ?? first?.beat.rrMs ?? NO_SUMS.aboutMs };
    for (const { beat, beforeMs } of queue)
      if (beat.accepted) counted(sums, { nnMs: beat.rrMs, beforeMs, sign: 1 });
  };

  return {
    push(beat) {
      const entry = { beat, beforeMs: beat.adjacent ? previousRrMs : undefined };
      previousRrMs = beat.rrMs;
      queue.push(entry);
      if (beat.accepted) counted(sums, { nnMs: beat.rrMs, beforeMs: entry.beforeMs, sign: 1 });
    },
    at(atMs) {
      for (let entry = queue[head]; entry && entry.beat.atMs <= atMs - windowMs; entry = queue[++head]) {
        const { beat, beforeMs } = entry;
        if (beat.accepted) counted(sums, { nnMs: beat.rrMs, beforeMs, sign: -1 });
      }
      if (head > COMPACT_AT || (head > 0 && head === queue.length)) renew();
      const beats = queue.length - head;
      return {
        beats,
        coverage: Math.min(1, sums.nnMs / windowMs),
        corrected: beats === 0 ? 0 : 1 - sums.accepted / beats,
        ...figures(sums),
      };
    },
  };
}
