import type { Explanation } from './explanations.ts';

/** How often each explanation holds for one heart, as counted so far. */
export interface ExplanationFrequency {
  count(explanation: Explanation): void;
  /** Minus the log of how often it is the true one, of late. */
  rarityOf(explanation: Explanation): number;
}

/** Beats out of their place are frequent from this share on; more often than the greatest is not believed (J). */
const FREQUENT_SHARE = 0.03;
const GREATEST_SHARE = 0.3;

/** Premature beats seldom come alone: where they were frequent over about `beats` beats, they are looked for sooner. */
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
