/** Another clock's times as times of the own clock. */
export interface SlewedClock {
  /** The offset that was measured last, the other clock minus the own one, ms. The first one counts at once. */
  measured(offsetMs: number): void;
  /** What the own clock showed, ms, when the other showed `otherMs`; never less than it said before. */
  ownMs(otherMs: number, nowMs: number): number;
}

/** A second is shortened or lengthened by 5 ms at the most, half of what is heard in a steady beat. */
const MOST_SLEW = 0.005;
/** What is further off was set, and did not drift: at 5 ms a second it would take minutes. */
const FURTHEST_MS = 1000;

/**
 * Goes over to each newly measured offset little by little, so that what comes evenly by one clock comes evenly by the
 * other. A clock that was set is another clock: its offset counts at once. Whatever happens, times stay in order and
 * none lies in the future: one that would is taken for now.
 */
export function slewedClock(): SlewedClock {
  let targetMs: number | undefined;
  let offset: { readonly ms: number; readonly atMs: number } | undefined;
  let lastMs = -Infinity;
  const slewTo = (nowMs: number): number => {
    const target = targetMs ?? 0;
    const before = offset;
    const far = before === undefined ? Infinity : target - before.ms;
    const mostMs = before === undefined ? 0 : MOST_SLEW * Math.max(0, nowMs - before.atMs);
    const ms =
      before === undefined || Math.abs(far) > FURTHEST_MS
        ? target
        : before.ms + Math.max(-mostMs, Math.min(mostMs, far));
    offset = { ms, atMs: nowMs };
    return ms;
  };
  return {
    measured: (offsetMs) => {
      targetMs = offsetMs;
    },
    ownMs: (otherMs, nowMs) => {
      // Where nothing was measured yet, what comes is of now.
      const meantMs = targetMs === undefined ? nowMs : otherMs - slewTo(nowMs);
      lastMs = Math.max(lastMs, Math.min(nowMs, meantMs));
      return lastMs;
    },
  };
}
