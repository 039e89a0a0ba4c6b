import type { VirtualStrap } from './virtual-strap.ts';

/** A heart that beats into a strap in real time, a notification a second, as straps send them. */
export interface BeatingHeart {
  readonly stop: () => void;
  /** Notifications that somebody listened to. */
  readonly sent: number;
}

/**
 * @param rateAt  heart rate at `seconds` from the start, 1/min; breathing at 15 a minute moves each RR by ±3 %
 */
export function beat(strap: VirtualStrap, rateAt: (seconds: number) => number): BeatingHeart {
  const startedAt = performance.now();
  let nextBeatS = 0;
  let sent = 0;
  const timer = setInterval(() => {
    const nowS = (performance.now() - startedAt) / 1000;
    const rrMs: number[] = [];
    while (nextBeatS < nowS) {
      const rr = (60_000 / rateAt(nextBeatS)) * (1 + 0.03 * Math.sin((2 * Math.PI * nextBeatS) / 4));
      rrMs.push(rr);
      nextBeatS += rr / 1000;
    }
    if (strap.beat({ bpm: Math.round(rateAt(nowS)), rrMs: rrMs.slice(-8), contact: true })) sent++;
  }, 1000);
  return {
    stop: () => clearInterval(timer),
    get sent() {
      return sent;
    },
  };
}
