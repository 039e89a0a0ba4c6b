import type { BeatClass } from './beat-class.ts';
import type { Span } from './lattice.ts';

/** A beat that comes earlier than this share of its interval is premature, not misdetected (clinical use: 15 to 25 %). */
const PREMATURE_SHARE = 0.15;

const NORMAL: readonly BeatClass[] = ['normal'];

/** What each interval of a span is taken for. */
export function classesOf({ explanation, rrMs, levelMs }: Span): readonly BeatClass[] {
  switch (explanation.kind) {
    case 'normal':
      return NORMAL;
    case 'missed':
      return ['missed'];
    case 'extra':
      return rrMs.map(() => 'extra');
    case 'premature':
      return rrMs.map(() => 'ectopic');
    case 'outlier':
      return rrMs.map((rr) => (rr < levelMs ? 'short' : 'long'));
    case 'misplaced': {
      const meanMs = rrMs.reduce((sum, rr) => sum + rr, 0) / explanation.heartbeats;
      if (rrMs[0]! < (1 - PREMATURE_SHARE) * meanMs) return rrMs.map(() => 'ectopic');
      return rrMs.map((rr) => (rr < meanMs ? 'short' : 'long'));
    }
    default:
      return explanation.kind satisfies never;
  }
}
