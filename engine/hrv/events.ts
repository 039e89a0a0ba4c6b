import type { Derived } from '../session/signal.ts';

declare module '../session/signal.ts' {
  interface Signals {
    readonly hrv: HrvMeasured;
  }
}

/**
 * Figures over the window that ends at `atMs`, less the beats that are not judged yet.
 * A figure that cannot be given is absent.
 */
export interface HrvMeasured extends Derived<'hrv'> {
  readonly windowS: number;
  readonly beats: number;
  /** Share of the window covered by intervals that were seen whole, 0–1. */
  readonly coverage: number;
  /** The device sends no intervals: the mean is that of its own rates, and coverage the share of seconds with one. */
  readonly heartRateOnly?: true;
  /** Share of the window's beats that are not normal, 0–1. */
  readonly corrected: number;
  /** Set where that share is high: beat-by-beat figures are flagged, or withheld with this reason. */
  readonly verdict?: 'flagged' | 'too-many-artefacts' | 'irregular-rhythm';
  /** The mean of what the strap itself showed in the window, 1/min. */
  readonly strapHrBpm?: number;
  readonly meanHrBpm?: number;
  readonly rmssdMs?: number;
  readonly sdnnMs?: number;
  readonly spectrum?: { readonly windowS: number; readonly lfMs2: number; readonly hfMs2: number };
}
