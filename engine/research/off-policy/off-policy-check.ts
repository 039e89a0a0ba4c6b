import { loggedSession, type LoggedSession } from '../../dosing/learning/logged-session.ts';
import { evenPolicy } from '../../dosing/policies/even-policy.ts';
import type { DosingPolicy } from '../../dosing/policy.ts';
import { evaluateOffPolicy, rewardOfSession, type OffPolicyEvaluation } from './off-policy.ts';
import { modelOf, simulatePerson } from '../simulation/simulate-people.ts';
import type { SessionEvent } from '../../session/signal.ts';
import { figureOf, type Figure } from '../simulation/people-figures.ts';

export interface OffPolicyPlan {
  readonly runs: number;
  readonly people: number;
  readonly sessions: number;
  readonly seed: number;
}

type Crowd = Omit<OffPolicyPlan, 'runs'>;

const DRAWS = 1000;

/** A run's estimate for a target, and what the target was really worth to the same people. */
interface Found {
  readonly estimate: OffPolicyEvaluation;
  readonly truth: number;
}

/** Leans on one piece of each family; π0, which leans on whatever sounds, led the logs. */
const leaning: DosingPolicy = {
  name: 'leaning',
  pick(eligible, _context, next) {
    const weights = eligible.map(({ id }) => (id === 'night-harp' || id === 'open-road' ? 3 : 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    let left = next() * total;
    const index = weights.findIndex((weight) => (left -= weight) < 0);
    return { chosen: eligible[Math.max(0, index)]!, probabilities: weights.map((weight) => weight / total) };
  },
};

/** How one estimator did for one target, over the runs. */
export interface OffPolicyCheckRow {
  readonly target: string;
  readonly estimator: 'ips' | 'snips' | 'doublyRobust';
  readonly truth: Figure;
  readonly meanEstimate: number;
  /** Estimate less truth, run by run. */
  readonly bias: Figure;
  /** Runs whose interval held the true value, of those that gave an estimate. */
  readonly held: number;
  readonly given: number;
  readonly meanEffective: number;
  readonly refused: number;
}

/**
 * Checks off-policy estimates against true values. Each run has people of its own, led by π0; the true value of
 * each target comes from the people of all runs, led by the target itself.
 */
export function offPolicyCheck(
  plan: OffPolicyPlan,
  done: (count: number) => void,
): readonly OffPolicyCheckRow[] {
  const targets = [evenPolicy, leaning];
  const runs = Array.from({ length: plan.runs }, (_, run) => {
    const seed = plan.seed + run;
    const logged = crowd({ ...plan, seed });
    const found = targets.map((target) => ({
      estimate: evaluateOffPolicy(logged, target, { draws: DRAWS, seed }),
      truth: worthOf(crowd({ ...plan, seed }, target)),
    }));
    done(run + 1);
    return found;
  });
  return targets.flatMap(({ name }, i) =>
    rowsOf(
      name,
      runs.map((run) => run[i]!),
    ),
  );
}

function rowsOf(target: string, found: readonly Found[]): readonly OffPolicyCheckRow[] {
  const truth = figureOf(found.map((one) => one.truth));
  const given = found.flatMap((one) =>
    one.estimate.kind === 'estimated' ? [{ ...one, ...one.estimate }] : [],
  );
  return (['ips', 'snips', 'doublyRobust'] as const).map((estimator) => {
    const held = given.filter((one) => {
      const { low = -Infinity, high = Infinity } = one[estimator];
      return low <= truth.value && truth.value <= high;
    });
    return {
      target,
      estimator,
      truth,
      meanEstimate: figureOf(given.map((one) => one[estimator].value)).value,
      bias: figureOf(given.map((one) => one[estimator].value - one.truth)),
      held: held.length,
      given: given.length,
      meanEffective: figureOf(found.map(({ estimate }) => estimate.effective)).value,
      refused: found.length - given.length,
    };
  });
}

/** What sessions with a reward were worth, on average. */
function worthOf(people: ReadonlyMap<string, readonly LoggedSession[]>): number {
  const rewards = [...people.values()].flat().flatMap((session) => rewardOfSession(session) ?? []);
  return rewards.reduce((sum, reward) => sum + reward, 0) / rewards.length;
}

/** Each person's sessions under π0, or under another policy in its place. */
function crowd(
  { people, sessions, seed }: Crowd,
  policy?: DosingPolicy,
): ReadonlyMap<string, readonly LoggedSession[]> {
  return new Map(
    Array.from({ length: people }, (_, number) => {
      const logs: LoggedSession[] = [];
      const each = (log: readonly SessionEvent[]) => logs.push(loggedSession(log));
      const who = { number, model: modelOf(number), arm: 'pi0' } as const;
      simulatePerson(who, { sessions, seed, each, ...(policy && { policy }) });
      return [String(number), logs] as const;
    }),
  );
}
