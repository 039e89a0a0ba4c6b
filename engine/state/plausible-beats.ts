import type { Beat } from '../session/signal.ts';
import { sortedWindow } from '../artefacts/sorted-window.ts';

/** A beat as it came, and whether it may be one. */
export interface JudgedBeat extends Beat {
  readonly plausible: boolean;
}

/** Intervals outside are no heart beats, ms. Source: Task Force 1996, doi:10.1161/01.CIR.93.5.1043 */
const RANGE_MS = [300, 2000] as const;
/** Farther than this share from the local median is noise. */
const NOISE_SHARE = 0.25;
const MEDIAN_BEATS = 11;

/**
 * Whether an interval may be a heart beat at all: in the physiological range and within 25 % of the median of the latest 11.
 * Coarser than the artefact classes and never in doubt, so it serves what needs many beats rather than each beat: the level of
 * heart rate, and whether a rhythm is irregular, which a correction would smooth away.
 * Source: Malik 1989, doi:10.1016/0002-9149(89)90211-5 (20 % of the last interval), with a median in its place.
 */
export function plausibleBeats(): (beat: Beat) => JudgedBeat {
  const recent = sortedWindow(MEDIAN_BEATS);
  return ({ atMs, rrMs, segment }) => {
    let plausible = rrMs >= RANGE_MS[0] && rrMs <= RANGE_MS[1];
    if (plausible) {
      recent.push(rrMs);
      const middle = recent.quantile(0.5);
      plausible = Math.abs(rrMs - middle) <= NOISE_SHARE * middle;
    }
    return { type: 'beat', atMs, rrMs, segment, plausible };
  };
}
