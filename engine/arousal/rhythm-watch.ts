import type { EngineConfig } from '../config/engine-config.ts';
import type { ScreenedRr } from '../intervals/events.ts';

type Screened = Pick<ScreenedRr, 'rrMs' | 'segment' | 'plausible'>;

/** A change from one interval to the next by more than this share exceeds what breathing causes. */
const IRREGULAR_SHARE = 0.1;
/** Length of the memory, in pairs. */
const MEMORY_PAIRS = 60;
/** Pairs needed before a share is given. */
const MIN_PAIRS = 30;

/**
 * The share of successive intervals that differ by more than 10 % (pRR10%), over about the last 60 pairs of
 * plausible neighbours, so that single artefacts do not count. In atrial fibrillation most pairs differ; in sinus
 * rhythm, even with deep slow breathing, few do.
 *
 * @returns 0–1 after each beat; `undefined` before 30 pairs
 * Source: Buś 2023, doi:10.3390/jcm12020687, who uses 3.25 %; 10 % here, so that paced breathing does not count.
 */
export function irregularShare(): (beat: Screened) => number | undefined {
  let previous: Screened | undefined;
  let [pairs, irregular] = [0, 0];
  const kept = 1 - 1 / MEMORY_PAIRS;
  return (beat) => {
    if (previous?.plausible && beat.plausible && previous.segment === beat.segment) {
      const large = Math.abs(beat.rrMs - previous.rrMs) > IRREGULAR_SHARE * previous.rrMs;
      pairs = pairs * kept + 1;
      irregular = irregular * kept + (large ? 1 : 0);
    }
    previous = beat;
    return pairs < MIN_PAIRS * 0.8 ? undefined : irregular / pairs;
  };
}

/**
 * Whether the rhythm looks like atrial fibrillation: most differences are large, and even the intervals that agree
 * with a neighbour are widely spread. Noise on a steady rhythm shows the first but seldom the second.
 */
export const looksIrregular = (share: number | undefined, variation: number, config: EngineConfig): boolean =>
  (share ?? 0) > config.irregularMax && variation > config.irregularSpread;
