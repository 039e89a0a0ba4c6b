import { sortedWindow } from '../maths/sorted-window.ts';
import { isPlausibleRr } from './plausible-range.ts';

/** Farther than this share from the local median is noise. */
const NOISE_SHARE = 0.25;
const MEDIAN_BEATS = 11;

/**
 * Whether an interval may be a heart beat at all: in the physiological range and within 25 % of the median of the
 * latest 11. Coarser than the artefact classes and final at once, so it serves what needs many beats rather than
 * each beat: the level of heart rate, and whether a rhythm is irregular, which a correction would smooth away.
 * Source: Malik 1989, doi:10.1016/0002-9149(89)90211-5 (20 % of the last interval), with a median instead.
 */
export function plausibleBeats(): (rrMs: number) => boolean {
  const recent = sortedWindow(MEDIAN_BEATS);
  return (rrMs) => {
    if (!isPlausibleRr(rrMs)) return false;
    recent.push(rrMs);
    const middle = recent.quantile(0.5);
    return Math.abs(rrMs - middle) <= NOISE_SHARE * middle;
  };
}
