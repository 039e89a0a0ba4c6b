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
}

export interface RollingTimeDomain {
  push(beat: WindowBeat): void;
  /** Figures over (atMs − window, atMs]; lets go of older beats for good. */
  at(atMs: number): TimeDomain;
}

/**
 * Mean NN, SDNN and RMSSD over a trailing window, kept as running sums: a beat costs O(1) whatever the window.
 *
 * SDNN with n − 1; RMSSD over pairs of accepted neighbours in one segment. Sums are about a fixed 800 ms, so that
 * adding and taking away for a day loses no digit that matters.
 * Source: Task Force 1996, doi:10.1161/01.CIR.93.5.1043
 */
export function rollingTimeDomain(windowMs: number): RollingTimeDomain {
  const queue: { beat: WindowBeat; difference: number | undefined }[] = [];
  let head = 0;
  let total = { accepted: 0, pairs: 0, rrMs: 0, nn: 0, nn2: 0, difference2: 0 };
  let previousRrMs = 0;

  const count = ({ beat, difference }: (typeof queue)[number], sign: 1 | -1) => {
    if (!beat.accepted) return;
    const nn = beat.rrMs - REFERENCE_MS;
    total.accepted += sign;
    total.rrMs += sign * beat.rrMs;
    total.nn += sign * nn;
    total.nn2 += sign * nn * nn;
    if (difference === undefined) return;
    total.pairs += sign;
    total.difference2 += sign * difference * difference;
  };

  return {
    push(beat) {
      const entry = { beat, difference: beat.adjacent ? beat.rrMs - previousRrMs : undefined };
      previousRrMs = beat.rrMs;
      queue.push(entry);
      count(entry, 1);
    },
    at(atMs) {
      while (head < queue.length && queue[head]!.beat.atMs <= atMs - windowMs) count(queue[head++]!, -1);
      if (head === queue.length) total = { accepted: 0, pairs: 0, rrMs: 0, nn: 0, nn2: 0, difference2: 0 };
      if (head > 1024 || head === queue.length) {
        queue.splice(0, head);
        head = 0;
      }
      const beats = queue.length - head;
      return {
        beats,
        coverage: Math.min(1, total.rrMs / windowMs),
        corrected: beats === 0 ? 0 : 1 - total.accepted / beats,
        ...figures(total),
      };
    },
  };
}

const REFERENCE_MS = 800;

function figures({
  accepted: n,
  pairs,
  nn,
  nn2,
  difference2,
}: {
  readonly accepted: number;
  readonly pairs: number;
  readonly nn: number;
  readonly nn2: number;
  readonly difference2: number;
}): Pick<TimeDomain, 'meanNnMs' | 'sdnnMs' | 'rmssdMs'> {
  return {
    ...(n > 0 && { meanNnMs: REFERENCE_MS + nn / n }),
    ...(n > 1 && { sdnnMs: Math.sqrt(Math.max(0, (nn2 - (nn * nn) / n) / (n - 1))) }),
    ...(pairs > 0 && { rmssdMs: Math.sqrt(Math.max(0, difference2) / pairs) }),
  };
}
