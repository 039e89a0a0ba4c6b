import { cholesky, solveCholesky } from '../../maths/cholesky.ts';
import {
  addTo,
  expectedFeatures,
  pieceFeatures,
  situationFeatures,
  type Features,
} from '../../dosing/learning/decision-features.ts';
import type { ComparedPick } from './off-policy-weights.ts';

/** A session's picks in order, and what it came to. */
export interface Trajectory {
  readonly subject: string;
  readonly reward: number;
  readonly picks: readonly ComparedPick[];
  /** Weight of what was chosen before the session: where the person was met. */
  readonly before: number;
}

/** Ridge on standard-sized features: as good as none with a hundred sessions. */
const RIDGE = 1;

/**
 * Each trajectory's term of the doubly robust estimate; their mean estimates the target policy's value. It is right if
 * the probabilities are, whatever the model; the model only makes it vary less. For each half of the people the
 * model is learned from the other half.
 *
 * V = Σ_i (w_{0..i−1}·v̂_i − w_{0..i}·q̂_i) + w·R, with a linear model that adds over picks.
 * Source: Jiang & Li 2016, arXiv:1511.03722.
 */
export function doublyRobustTerms(trajectories: readonly Trajectory[]): readonly number[] {
  const subjects = [...new Set(trajectories.map(({ subject }) => subject))];
  const half = new Map(subjects.map((subject, i) => [subject, i % 2]));
  const models = [0, 1].map((side) =>
    fitted(trajectories.filter(({ subject }) => half.get(subject) !== side)),
  );
  return trajectories.map((trajectory) => term(trajectory, models[half.get(trajectory.subject)!]!));
}

type Model = (features: Features) => number;

function term({ picks, reward, before: met }: Trajectory, model: Model): number {
  let before = met;
  let sum = model(firstSituation(picks));
  for (const { pick, target, ratio } of picks) {
    const { eligible, chosen, context } = pick;
    sum += before * model(expectedFeatures(eligible, target, context));
    // The model's constant belongs to the session, and what is taken off again is weighted as the reward is.
    before *= ratio;
    sum -= before * model(pieceFeatures(eligible[chosen]!, context));
  }
  return sum + before * (reward - model(firstSituation(picks)));
}

const firstSituation = (picks: readonly ComparedPick[]): Features =>
  picks[0] ? situationFeatures(picks[0].pick.context) : new Map([['one', 1]]);

function fitted(trajectories: readonly Trajectory[]): Model {
  const rows = trajectories.map(({ picks }) => {
    const row = new Map(firstSituation(picks));
    for (const { pick } of picks) addTo(row, pieceFeatures(pick.eligible[pick.chosen]!, pick.context), 1);
    return row;
  });
  const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const precision = names.map((_, i) => Float64Array.from(names, (__, j) => (i === j ? RIDGE : 0)));
  const moment = new Float64Array(names.length);
  rows.forEach((row, n) => {
    const x = names.map((name) => row.get(name) ?? 0);
    x.forEach((value, i) => {
      moment[i]! += value * trajectories[n]!.reward;
      x.forEach((other, j) => (precision[i]![j]! += value * other));
    });
  });
  const weights = names.length === 0 ? moment : solveCholesky(cholesky(precision), moment);
  return (features) => {
    let sum = 0;
    names.forEach((name, i) => (sum += (features.get(name) ?? 0) * weights[i]!));
    return sum;
  };
}
