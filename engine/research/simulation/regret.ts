import { mean } from '../../maths/statistics.ts';
import { chance } from '../../maths/random.ts';
import type { ArmName } from './arms.ts';
import { WORKING_MODELS } from './response-models.ts';
import type { SimulatedPerson } from './simulate-people.ts';
import { figureOf, type Figure } from './people-figures.ts';

/** How learning went, over the people whom music helps. Points of craving a session. */
export interface Regret {
  readonly people: number;
  /** Blocks of sessions: the arms' mean fall, and the oracle's lead over the learner. */
  readonly blocks: readonly {
    readonly from: number;
    readonly to: number;
    readonly fall: Readonly<Partial<Record<ArmName, number>>>;
    readonly regret: Figure;
  }[];
  /** Mean cumulative regret after each session. */
  readonly cumulative: readonly number[];
  /** b of cumulative ≈ a·sessionᵇ; below 1: sub-linear. Interval drawn by person. */
  readonly exponent: Figure;
  /** First block's regret less the last one's, a session; above 0: it shrinks. */
  readonly shrinks: Figure;
}

const BLOCK = 10;
const DRAWS = 500;

/** `undefined` without a learner, an oracle and at least two blocks of sessions. */
export function regretOf(people: readonly SimulatedPerson[], seed: number): Regret | undefined {
  const helped = people.filter(({ model }) => WORKING_MODELS.includes(model));
  const falls = (arm: ArmName) =>
    helped
      .filter((one) => one.arm === arm)
      .map(({ results }) => results.map(({ cravingFall }) => cravingFall));
  const [learner, oracle, rule] = [falls('thompson'), falls('oracle'), falls('pi0')];
  const sessions = learner[0]?.length ?? 0;
  if (oracle.length === 0 || sessions < 2 * BLOCK) return undefined;
  const regrets = learner.map((own, i) => own.map((fall, s) => oracle[i]![s]! - fall));
  const block = (rows: readonly (readonly number[])[], from: number) =>
    rows.map((row) => mean(row.slice(from, from + BLOCK)));
  const last = sessions - BLOCK;
  return {
    people: learner.length,
    blocks: Array.from({ length: Math.floor(sessions / BLOCK) }, (_, b) => ({
      from: b * BLOCK + 1,
      to: (b + 1) * BLOCK,
      fall: {
        ...(rule.length > 0 && { pi0: mean(block(rule, b * BLOCK)) }),
        thompson: mean(block(learner, b * BLOCK)),
        oracle: mean(block(oracle, b * BLOCK)),
      },
      regret: figureOf(block(regrets, b * BLOCK)),
    })),
    cumulative: cumulative(regrets),
    exponent: exponentFigure(regrets, seed),
    shrinks: figureOf(regrets.map((row) => mean(row.slice(0, BLOCK)) - mean(row.slice(last)))),
  };
}

function cumulative(regrets: readonly (readonly number[])[]): readonly number[] {
  let sum = 0;
  return regrets[0]!.map((_, s) => (sum += mean(regrets.map((row) => row[s]!))));
}

/** Slope of log cumulative regret on log session, from the fifth session on. */
function exponent(regrets: readonly (readonly number[])[]): number {
  const points = cumulative(regrets).flatMap((value, s): [number, number][] =>
    s >= 4 && value > 0 ? [[Math.log(s + 1), Math.log(value)]] : [],
  );
  const [mx, my] = [mean(points.map(([x]) => x)), mean(points.map(([, y]) => y))];
  const over = points.reduce((sum, [x, y]) => sum + (x - mx) * (y - my), 0);
  return over / points.reduce((sum, [x]) => sum + (x - mx) ** 2, 0);
}

function exponentFigure(regrets: readonly (readonly number[])[], seed: number): Figure {
  const next = chance(seed);
  const drawn = Array.from({ length: DRAWS }, () =>
    exponent(regrets.map(() => regrets[Math.floor(next() * regrets.length)]!)),
  ).sort((a, b) => a - b);
  return {
    value: exponent(regrets),
    low: drawn[Math.round(0.025 * (DRAWS - 1))]!,
    high: drawn[Math.round(0.975 * (DRAWS - 1))]!,
  };
}
