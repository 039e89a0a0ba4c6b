import type { ScreenedRr } from './events.ts';

/** Neighbours of a steady rhythm differ by less, even in deep slow breathing; half and double intervals by far more. */
const AGREE_SHARE = 0.12;

/**
 * Returns the plausible intervals that agree with a neighbour: `|ΔRR| ≤ 12 %`. Wrist sensors produce runs of
 * intervals that look plausible but are not heart beats; these seldom agree with each other.
 *
 * @returns for each beat, the intervals that are now known to agree: none, the
 *   beat, or the beat and the one before it
 * Source: judgement; on the open recordings it raised the AUC of heart rate by 0.01–0.02 (docs/estimates.md)
 */
export function agreeingBeats(): (
  beat: Pick<ScreenedRr, 'rrMs' | 'segment' | 'plausible'>,
) => readonly number[] {
  let previous: { readonly rrMs: number; readonly segment: number; readonly taken: boolean } | undefined;
  return ({ plausible, rrMs, segment }) => {
    if (!plausible) {
      previous = undefined;
      return NONE;
    }
    const before = previous?.segment === segment ? previous : undefined;
    const agrees = before !== undefined && Math.abs(rrMs - before.rrMs) <= AGREE_SHARE * rrMs;
    previous = { rrMs, segment, taken: agrees };
    if (!agrees) return NONE;
    return before.taken ? [rrMs] : [before.rrMs, rrMs];
  };
}

const NONE: readonly number[] = [];
