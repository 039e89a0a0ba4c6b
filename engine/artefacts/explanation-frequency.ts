import type { Explanation } from './explanations.ts';

/** How often each explanation holds for one heart, as counted so far. */
export interface ExplanationFrequency {
  count(explanation: Explanation): void;
  /** Minus the log of its recent frequency. */
  rarityOf(explanation: Explanation): number;
}

/** Misplaced beats count as frequent from this share on, up to a maximum (J). */
const FREQUENT_SHARE = 0.03;
const GREATEST_SHARE = 0.3;

/** Premature beats seldom come alone: where they were frequent over about `beats` beats, their prior is raised. */
export function explanationFrequency(beats: number): ExplanationFrequency {
  let misplaced = 0;
  let bonus = 0;
  return {
    count({ kind, strayBeats, intervals }) {
      const events = kind === 'misplaced' ? strayBeats : 0;
      misplaced = Math.min(GREATEST_SHARE, misplaced + (events - misplaced * intervals) / beats);
      bonus = misplaced > FREQUENT_SHARE ? Math.log(misplaced / FREQUENT_SHARE) : 0;
    },
    rarityOf: ({ kind, rarity, strayBeats }) => (kind === 'misplaced' ? rarity - strayBeats * bonus : rarity),
  };
}
