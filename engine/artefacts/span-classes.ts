import { sum } from '../maths/statistics.ts';
import type { BeatClass } from './beat-class.ts';
import type { Span } from './lattice.ts';

/**
 * A beat that comes earlier than this share of its interval is premature,
 * not misdetected (clinical use: 15 to 25 %).
 */
const PREMATURE_SHARE = 0.15;

/** The class of the interval at `i` of a span. Called several times a beat, so it builds no list. */
export function classIn({ explanation, rrMs, levelMs }: Span, i: number): BeatClass {
  switch (explanation.kind) {
    case 'normal':
    case 'missed':
    case 'extra':
      return explanation.kind;
    case 'premature':
      return 'ectopic';
    case 'outlier':
      return rrMs[i]! < levelMs ? 'short' : 'long';
    case 'misplaced': {
      const meanMs = sum(rrMs) / explanation.heartbeats;
      if (rrMs[0]! < (1 - PREMATURE_SHARE) * meanMs) return 'ectopic';
      return rrMs[i]! < meanMs ? 'short' : 'long';
    }
    default:
      return explanation.kind satisfies never;
  }
}
