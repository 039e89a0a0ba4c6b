import { reliableChange } from '../../../engine/index.ts';
import { INSTRUMENTS, type Instrument, type InstrumentId } from './instruments.ts';

/** One questionnaire, filled in once; kept in the vault. */
export interface Answers {
  readonly id: string;
  readonly instrument: InstrumentId;
  readonly atMs: number;
  /** The score of each item, in their order. */
  readonly scores: readonly number[];
}

export interface Point {
  readonly id: string;
  readonly atMs: number;
  readonly score: number;
}

/** The sums of one questionnaire, oldest first. */
export const pointsOf = (answers: readonly Answers[], instrument: InstrumentId): readonly Point[] =>
  answers
    .filter((one) => one.instrument === instrument)
    .map(({ id, atMs, scores }) => ({ id, atMs, score: scores.reduce((total, score) => total + score, 0) }))
    .sort((a, b) => a.atMs - b.atMs || (a.id < b.id ? -1 : 1));

/** How the last score stands to the first. */
export interface ChangeSince {
  readonly fromMs: number;
  readonly by: number;
  /** Points from which on a change is more than asking twice brings; absent: not known for this one. */
  readonly needs?: number;
}

/** @returns `undefined` below two points */
export function changeSince(points: readonly Point[], { reliability }: Instrument): ChangeSince | undefined {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || first === last) return undefined;
  return {
    fromMs: first.atMs,
    by: last.score - first.score,
    ...(reliability && { needs: Math.ceil(reliableChange(reliability)) }),
  };
}

/** Every item has one of the scores that can be chosen. */
export function areAnswers(value: unknown): value is Answers {
  const { id, instrument, atMs, scores } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const known = INSTRUMENTS.find((one) => one.id === instrument);
  if (!known || !Array.isArray(scores)) return false;
  const { items, choices } = known.form;
  return (
    typeof id === 'string' &&
    /^[0-9a-f-]{36}$/.test(id) &&
    typeof atMs === 'number' &&
    Number.isFinite(atMs) &&
    scores.length === items.length &&
    scores.every((score) => choices.some((choice) => choice.score === score))
  );
}
