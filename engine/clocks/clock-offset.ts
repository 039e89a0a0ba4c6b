/** One question for the time of another clock. */
export interface Ping {
  /** By the own clock, ms, when it was asked, and when the answer was here. */
  readonly sentMs: number;
  readonly receivedMs: number;
  /** What the other clock said in between, ms. */
  readonly otherMs: number;
}

/** How another clock lies against one's own. */
export interface ClockOffset {
  /** The other clock minus the own one, ms. */
  readonly offsetMs: number;
  /** The true offset lies within this of `offsetMs`, ms, however unevenly the two ways took. */
  readonly uncertaintyMs: number;
}

/** Between where the offset must lie, ms. */
interface Bounds {
  readonly lowMs: number;
  readonly highMs: number;
}

/** How fast two clocks may part: quartz of phones and computers stays within 50 ppm each. */
const MOST_DRIFT = 100e-6;
/** Browsers give times on a grid of up to 1 ms: each of two clocks errs by half of that. */
const GRID_MS = 1;

/**
 * The offset of another clock from pings, as of the latest of them.
 *
 * An answer proves that the other clock showed `otherMs` at some time between question and answer, however the delay
 * was shared between the ways. What was quickest on each way proves most: the bounds of all pings, older ones wider by
 * what the clocks may have drifted since, are cut with each other. Where one contradicts the later ones, one of the
 * clocks was set meanwhile, and it and all before it are of another time.
 *
 * @param pings  in the order of their answers; a minute of them is enough. One whose answer came before its question
 *   is left out
 * @returns `undefined`: there is no ping
 * Cost: O(pings).
 * Source: K. Marzullo and S. Owicki 1983, Stanford CSL-TR-83-247; the minimum filter of RFC 5905, section 10, is
 * its special case in which both ways are alike.
 */
export function clockOffset(pings: readonly Ping[]): ClockOffset | undefined {
  const sound = pings.filter(({ sentMs, receivedMs }) => receivedMs >= sentMs);
  const latest = sound.at(-1);
  if (!latest) return undefined;
  let bounds = boundsOf(latest, latest.receivedMs);
  for (const ping of sound.slice(0, -1).reverse()) {
    const both = cut(bounds, boundsOf(ping, latest.receivedMs));
    if (!both) break;
    bounds = both;
  }
  const { lowMs, highMs } = bounds;
  return { offsetMs: (lowMs + highMs) / 2, uncertaintyMs: (highMs - lowMs) / 2 };
}

const boundsOf = ({ sentMs, receivedMs, otherMs }: Ping, nowMs: number): Bounds => {
  const slackMs = GRID_MS + MOST_DRIFT * Math.abs(nowMs - receivedMs);
  return { lowMs: otherMs - receivedMs - slackMs, highMs: otherMs - sentMs + slackMs };
};

/** @returns `undefined`: nothing lies within both */
const cut = (a: Bounds, b: Bounds): Bounds | undefined => {
  const lowMs = Math.max(a.lowMs, b.lowMs);
  const highMs = Math.min(a.highMs, b.highMs);
  return lowMs <= highMs ? { lowMs, highMs } : undefined;
};
