import type { EngineConfig } from '../config/engine-config.ts';
import { runningQuantile } from '../dsp/running-quantile.ts';
import type { Rr } from './events.ts';
import { sum } from '../maths/statistics.ts';

/** RR intervals placed in time, and the gap before them. Empty while that is not decided yet. */
export interface Placement {
  readonly beats: readonly Rr[];
  readonly gap?: { readonly fromMs: number; readonly toMs: number };
}

export interface BeatClock {
  /**
   * RR intervals of one notification, oldest first; only its arrival is known.
   * May place those of earlier ones as well.
   */
  placeArrived(arrivedMs: number, rrMs: readonly number[]): Placement;
  /** RR intervals whose last one ended at `endMs`. */
  placeTimed(endMs: number, rrMs: readonly number[]): Placement;
  /** How far the last of these would end after its own arrival, ms; if more than jitter, they are duplicates. */
  aheadMs(arrivedMs: number, rrMs: readonly number[]): number;
  /** Intervals were dropped on purpose: waiting ones are placed, and the next begins a new segment. */
  interrupt(): Placement;
}

const NOTHING: Placement = { beats: [] };

/** Share of an RR interval by which neighbours may miss or overlap each other and still be neighbours. */
const SEAM = 0.25;
/**
 * A strap's clock and ours drift apart; beats are moved towards the arrival
 * anchor by this share of each RR at most.
 */
const SLEW = 0.02;
/** The same where beats would end after they arrived, which is impossible: the first packets were late. */
const SLEW_BACK = 0.2;
/**
 * Low, since a notification may come late but never before its beat; above 0, so
 * that one early clock step does not stick.
 */
const ANCHOR_SHARE = 0.1;
/** A late packet waits this long for others to catch up before it counts as a loss. */
const PATIENCE_MS = 10_000;
/** This many packets that are equally late, within this jitter, will not catch up. */
const STEADY_PACKETS = 3;
const STEADY_MS = 300;

type Settings = Pick<EngineConfig, 'gapMs' | 'anchorS'>;

/** A late notification that is not placed yet. */
interface Waiting {
  readonly arrivedMs: number;
  readonly rrMs: readonly number[];
  /** Arrival minus the end of its last interval on the strap's clock. */
  readonly offsetMs: number;
}

/**
 * Puts RR intervals on session time. A strap sends no times, so within a segment beats follow from
 * the sum of intervals; the arrival offset's running low quantile anchors that sum, since
 * notifications come late but never early.
 *
 * When the offset leaves the anchor by more than max(`gapMs`, 2·RR), notifications were either held up (a slow
 * link, a suspended tab) or lost. Delayed ones catch up, with intervals arriving faster than real time; so the
 * packet waits. If one comes on time again, nothing was lost and all go on in one segment. If they stay equally
 * late, or for 10 s, there was a gap, and a new segment begins.
 */
export function beatClock({ gapMs, anchorS }: Settings): BeatClock {
  return new ArrivalClock(gapMs, anchorS * 1000);
}

class ArrivalClock implements BeatClock {
  private readonly gapMs: number;
  private readonly spanMs: number;
  private segment = 0;
  private lastEndMs: number | undefined;
  private interrupted = true;
  /** End of the latest placed interval on the strap's own clock, ms since the segment began. */
  private strapMs = 0;
  /** Offset of the strap's clock: session time = strap time + offset. */
  private offsetMs = 0;
  private anchor = runningQuantile(0, ANCHOR_SHARE);
  private anchorMs = 0;
  private waiting: Waiting[] = [];

  constructor(gapMs: number, spanMs: number) {
    this.gapMs = gapMs;
    this.spanMs = spanMs;
  }

  placeArrived(arrivedMs: number, rrMs: readonly number[]): Placement {
    if (rrMs.length > 0) {
      const offsetMs = arrivedMs - (this.strapMs + this.waitingMs() + sum(rrMs));
      this.waiting.push({ arrivedMs, rrMs, offsetMs });
      if (this.interrupted) return this.beginWaiting();
      if (offsetMs - this.anchorMs <= this.limit(rrMs)) return this.caughtUp();
    }
    return this.isLost(arrivedMs) ? this.beginWaiting() : NOTHING;
  }

  placeTimed(endMs: number, rrMs: readonly number[]): Placement {
    if (rrMs.length === 0) return NOTHING;
    const startMs = endMs - sum(rrMs);
    const seamless =
      !this.interrupted &&
      this.lastEndMs !== undefined &&
      Math.abs(startMs - this.lastEndMs) <= SEAM * rrMs[0]!;
    return seamless ? { beats: this.follow(startMs, endMs, rrMs) } : this.begin(endMs, rrMs);
  }

  aheadMs(arrivedMs: number, rrMs: readonly number[]): number {
    if (this.interrupted) return 0;
    return this.strapMs + this.waitingMs() + sum(rrMs) + this.offsetMs - arrivedMs;
  }

  interrupt(): Placement {
    const placed = this.waiting.length > 0 ? this.beginWaiting() : NOTHING;
    this.interrupted = true;
    return placed;
  }

  private waitingMs(): number {
    return sum(this.waiting.map(({ rrMs }) => sum(rrMs)));
  }

  private limit(rrMs: readonly number[]): number {
    return Math.max(this.gapMs, 2 * Math.max(...rrMs));
  }

  private isLost(nowMs: number): boolean {
    const first = this.waiting[0];
    if (first === undefined) return false;
    if (nowMs - first.arrivedMs > PATIENCE_MS) return true;
    const latest = this.waiting.slice(-STEADY_PACKETS).map(({ offsetMs }) => offsetMs);
    return latest.length === STEADY_PACKETS && Math.max(...latest) - Math.min(...latest) <= STEADY_MS;
  }

  /** The latest packet is on time, so those before it were only late: the segment continues. */
  private caughtUp(): Placement {
    const { arrivedMs, offsetMs } = this.waiting.at(-1)!;
    const rrMs = this.waiting.flatMap((one) => one.rrMs);
    // The first that is on time again is still late; after a long sleep the anchor would know nothing else.
    if (this.waiting.length === 1) this.anchorMs = this.anchor.push(arrivedMs, offsetMs);
    this.waiting = [];
    const lengthMs = sum(rrMs);
    const startMs = this.strapMs + this.offsetMs;
    this.strapMs += lengthMs;
    const back = this.offsetMs - offsetMs > this.limit(rrMs) ? SLEW_BACK : SLEW;
    this.offsetMs += Math.max(-back * lengthMs, Math.min(SLEW * lengthMs, this.anchorMs - this.offsetMs));
    return { beats: this.follow(startMs, this.strapMs + this.offsetMs, rrMs) };
  }

  /** Begins a new segment with all waiting packets, anchored by the least late one. */
  private beginWaiting(): Placement {
    const rrMs = this.waiting.flatMap((one) => one.rrMs);
    this.strapMs = 0;
    this.offsetMs = Infinity;
    let atMs = 0;
    for (const one of this.waiting) {
      this.strapMs += sum(one.rrMs);
      if (one.arrivedMs - this.strapMs >= this.offsetMs) continue;
      this.offsetMs = one.arrivedMs - this.strapMs;
      atMs = one.arrivedMs;
    }
    this.waiting = [];
    this.anchor = runningQuantile(this.spanMs, ANCHOR_SHARE);
    this.anchorMs = this.anchor.push(atMs, this.offsetMs);
    return this.begin(this.strapMs + this.offsetMs, rrMs);
  }

  private begin(endMs: number, rrMs: readonly number[]): Placement {
    const fromMs = this.lastEndMs;
    const toMs = endMs - sum(rrMs);
    this.segment += 1;
    this.interrupted = false;
    const beats = this.follow(toMs, endMs, rrMs);
    return fromMs !== undefined && toMs - fromMs > this.limit(rrMs)
      ? { beats, gap: { fromMs, toMs } }
      : { beats };
  }

  /** Beats between two times, the difference to the sum of their intervals shared out among them. */
  private follow(startMs: number, endMs: number, rrMs: readonly number[]): Rr[] {
    const lengthMs = sum(rrMs);
    const stretch = lengthMs > 0 ? (endMs - startMs) / lengthMs : 1;
    let atMs = startMs;
    this.lastEndMs = endMs;
    return rrMs.map((rr): Rr => ({
      type: 'rr',
      atMs: (atMs += rr * stretch),
      rrMs: rr,
      segment: this.segment,
    }));
  }
}
