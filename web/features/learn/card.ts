import type { Translated } from '../../kit/language.ts';
import type { SourceId } from './sources.ts';

/** How sure a card may be of what it says, surest first. What each means is explained once, on the screen. */
export const GRADES = ['shown', 'plausible', 'hypothesis', 'not-shown', 'practice'] as const;
export type Grade = (typeof GRADES)[number];

export const TOPICS = ['craving', 'music', 'body', 'people', 'care'] as const;
export type Topic = (typeof TOPICS)[number];

/** One thing to know: fewer than 120 words in each language. */
export interface LearnCard {
  /** Short English words; stands in addresses. */
  readonly id: string;
  readonly topic: Topic;
  readonly grade: Grade;
  /** None where the grade is `practice`, and only there. */
  readonly sources: readonly SourceId[];
  readonly said: Translated<Said>;
}

export interface Said {
  readonly title: string;
  /** Paragraphs. */
  readonly text: readonly string[];
}

/** A word about the brain, and what is known of it here. */
export interface Term extends Omit<LearnCard, 'topic'> {
  readonly sources: readonly [SourceId, ...SourceId[]];
}
