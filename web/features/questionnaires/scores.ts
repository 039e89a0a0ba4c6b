import { pointsOf, type Answers } from './answers.ts';
import { INSTRUMENTS } from './instruments.ts';

/** One questionnaire, filled in once, as it may be shown to somebody else. */
export interface Score {
  readonly title: string;
  readonly atMs: number;
  readonly score: number;
  readonly most: number;
}

/** The last three of each, newest first. */
export const scoresOf = (answers: readonly Answers[]): readonly Score[] =>
  INSTRUMENTS.flatMap(({ id, title, most }) =>
    pointsOf(answers, id)
      .slice(-3)
      .reverse()
      .map(({ atMs, score }) => ({ title, atMs, score, most })),
  );
