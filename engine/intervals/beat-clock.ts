import type { EngineConfig } from '../config.ts';
import { runningQuantile } from '../dsp/running-quantile.ts';
import type { Beat } from '../session/signal.ts';

/** Where a group of RR intervals stands in time, and what was missing before it. */
export interface Placement {
  readonly beats: readonly Beat[];
  readonly gap?: { readonly fromMs: number; readonly toMs: number };
}

export interface BeatClock {
  /** RR intervals of one notification, oldest first; only its arrival is known. */
  placeArrived(arrivedMs: number, rrMs: readonly number[]): Placement;
  /** RR intervals whose last one ended at `endMs`. */
  placeTimed(endMs: number, rrMs: readonly number[]): Placement;
  /** How far the last of these would end after its own arrival, ms; more than jitter explains: they were counted before. */
  aheadMs(arrivedMs: number, rrMs: readonly number[]): number;
  /** Intervals were dropped on purpose: whatever comes next begins a new segment. */
  interrupt(): void;
}

const NOTHING: Placement = { beats: [] };

/** Share of an RR interval by which neighbours may miss or overlap each other and still be neighbours. */
const SEAM = 0.25;
/** A strap's clock and ours drift apart; beats are moved towards the arrival anchor by this share of each RR at most. */
const SLEW = 0.02;
/** Low, since a notification may come late but never before its beat; above 0, so that one early clock step does not stick. */
const ANCHOR_SHARE = 0.1;

type Settings = Pick<EngineConfig, 'gapMs' | 'anchorS'>;

/**
 * Puts RR intervals on session time. A strap sends no times, so within a segment beats follow from the sum of
 * intervals; the arrival offset's running low quantile anchors that sum, since notifications come late but never early.
 * When the offset leaves the anchor by more than max(`gapMs`, 2·RR), notifications were lost: a gap, and a new segment.
 */
export function beatClock({ gapMs, anchorS }: Settings): BeatClock {
  let segment = 0;
  let lastEndMs: number | undefined;
  let interrupted = true;
  /** End of the latest interval on the strap's own clock, ms since the segment began. */
  let strapMs = 0;
  /** Where the strap's clock stands on ours: session time = strap time + offset. */
  let offsetMs = 0;
  let anchor = runningQuantile(anchorS * 1000, ANCHOR_SHARE);

  const follow = (endMs: number, rrMs: readonly number[]): Beat[] => {
    let atMs = endMs - sum(rrMs);
    lastEndMs = endMs;
    return rrMs.map((rr): Beat => ({ type: 'beat', atMs: (atMs += rr), rrMs: rr, segment }));
  };
  const begin = (endMs: number, rrMs: readonly number[]): Placement => {
    const fromMs = lastEndMs;
    const toMs = endMs - sum(rrMs);
    segment += 1;
    interrupted = false;
    const beats = follow(endMs, rrMs);
    return fromMs !== undefined && toMs - fromMs > limit(rrMs) ? { beats, gap: { fromMs, toMs } } : { beats };
  };
  const beginArrived = (arrivedMs: number, rrMs: readonly number[]): Placement => {
    strapMs = sum(rrMs);
    offsetMs = arrivedMs - strapMs;
    anchor = runningQuantile(anchorS * 1000, ANCHOR_SHARE);
    anchor.push(arrivedMs, offsetMs);
    return begin(arrivedMs, rrMs);
  };
  const limit = (rrMs: readonly number[]) => Math.max(gapMs, 2 * Math.max(...rrMs));

  return {
    placeArrived(arrivedMs, rrMs) {
      if (rrMs.length === 0) return NOTHING;
      if (interrupted) return beginArrived(arrivedMs, rrMs);
      const lengthMs = sum(rrMs);
      const arrivalOffsetMs = arrivedMs - (strapMs + lengthMs);
      const anchorMs = anchor.push(arrivedMs, arrivalOffsetMs);
      if (arrivalOffsetMs - anchorMs > limit(rrMs)) return beginArrived(arrivedMs, rrMs);
      strapMs += lengthMs;
      offsetMs += Math.max(-SLEW * lengthMs, Math.min(SLEW * lengthMs, anchorMs - offsetMs));
      return { beats: follow(strapMs + offsetMs, rrMs) };
    },
    placeTimed(endMs, rrMs) {
      if (rrMs.length === 0) return NOTHING;
      const startMs = endMs - sum(rrMs);
      const seamless =
        !interrupted && lastEndMs !== undefined && Math.abs(startMs - lastEndMs) <= SEAM * rrMs[0]!;
      return seamless ? { beats: follow(endMs, rrMs) } : begin(endMs, rrMs);
    },
    aheadMs: (arrivedMs, rrMs) => (interrupted ? 0 : strapMs + sum(rrMs) + offsetMs - arrivedMs),
    interrupt() {
      interrupted = true;
    },
  };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
