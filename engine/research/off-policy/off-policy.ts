import type { DosingPolicy } from '../../dosing/policy.ts';
import { learningSettings, type LearningSettings } from '../../dosing/learning/learning-settings.ts';
import type { LoggedSession } from '../../dosing/learning/logged-session.ts';
import { comparedPicks, meetingRatio } from './off-policy-weights.ts';
import { doublyRobustTerms, type Trajectory } from './outcome-model.ts';
import { ratioByPerson, type OffPolicyFigure } from './ratio-by-person.ts';
import { reward } from '../../dosing/learning/reward.ts';

/** A session as off-policy evaluation sees it. */
export interface WeightedSession {
  readonly subject: string;
  /** Product of the ratios of its picks: how much more often the target policy would have had this session. */
  readonly weight: number;
  /** Points of the craving scale. */
  readonly reward: number;
  /** The doubly robust estimate's term; its mean is the estimate. */
  readonly doublyRobust: number;
}

/** Below this many effective sessions nothing is said. Source: dosing design; judgement. */
export const LEAST_EFFECTIVE = 30;

export interface OffPolicyCounts {
  readonly people: number;
  /** With a reward. */
  readonly sessions: number;
  /** Without one: not rated twice, or the signal was poor. */
  readonly unrewarded: number;
  readonly overrides: number;
  readonly effective: number;
}

/** What a policy would have been worth in these sessions, a session; or why that cannot be said. */
export type OffPolicyEvaluation = OffPolicyCounts &
  (
    | { readonly kind: 'refused' }
    | {
        readonly kind: 'estimated';
        /** What the sessions were worth as they were. */
        readonly logged: OffPolicyFigure;
        readonly ips: OffPolicyFigure;
        readonly snips: OffPolicyFigure;
        readonly doublyRobust: OffPolicyFigure;
      }
  );

/** All that the estimators need of sessions, so that people can be drawn again without their sessions. */
interface SessionSums {
  readonly sessions: number;
  readonly weight: number;
  readonly weightSquared: number;
  readonly reward: number;
  readonly weightedReward: number;
  readonly doublyRobust: number;
}

function sumsOf(sessions: readonly WeightedSession[]): SessionSums {
  const sum = (of: (session: WeightedSession) => number) => sessions.reduce((so, one) => so + of(one), 0);
  return {
    sessions: sessions.length,
    weight: sum(({ weight }) => weight),
    weightSquared: sum(({ weight }) => weight ** 2),
    reward: sum(({ reward: r }) => r),
    weightedReward: sum(({ weight, reward: r }) => weight * r),
    doublyRobust: sum((session) => session.doublyRobust),
  };
}

type Ratio = readonly [top: keyof SessionSums, bottom: keyof SessionSums];

/** IPS: Σ w·r / n. Unbiased; varies. Source: Horvitz & Thompson 1952, doi:10.1080/01621459.1952.10483446. */
const INVERSE_PROBABILITY: Ratio = ['weightedReward', 'sessions'];

/** SNIPS: Σ w·r / Σ w. Varies less; biased in small samples. Source: Swaminathan & Joachims 2015, NIPS 28. */
const SELF_NORMALISED: Ratio = ['weightedReward', 'weight'];

/** (Σ w)² / Σ w²: as many sessions of the target policy would say as much. Source: Kong 1992, technical report 348. */
export const effectiveSampleSize = ({
  weight,
  weightSquared,
}: Pick<SessionSums, 'weight' | 'weightSquared'>): number => (weight === 0 ? 0 : weight ** 2 / weightSquared);

/**
 * Judges a policy by sessions that another one led. A session is one unit, since a rating belongs to a session and what
 * is played first changes what follows: its weight is the product over its picks. What a policy does to the sessions
 * after is not seen. Intervals are 95 %, drawn by person.
 *
 * @param people  each person's sessions
 */
export function evaluateOffPolicy(
  people: ReadonlyMap<string, readonly LoggedSession[]>,
  target: DosingPolicy,
  {
    draws,
    seed,
    settings = learningSettings(),
  }: { readonly draws: number; readonly seed: number; readonly settings?: LearningSettings },
): OffPolicyEvaluation {
  const all = [...people].flatMap(([subject, sessions]) => sessions.map((session) => ({ subject, session })));
  const trajectories = all.flatMap(({ subject, session }): Trajectory[] => {
    const gained = rewardOfSession(session, settings);
    return gained === undefined
      ? []
      : [
          {
            subject,
            reward: gained,
            picks: comparedPicks(session.picks, target),
            before: meetingRatio(session.meeting, target),
          },
        ];
  });
  const terms = doublyRobustTerms(trajectories);
  const sessions = trajectories.map(({ subject, reward: gained, picks, before }, i): WeightedSession => ({
    subject,
    reward: gained,
    weight: picks.reduce((product, { ratio }) => product * ratio, before),
    doublyRobust: terms[i]!,
  }));
  const perPerson = [...new Set(sessions.map(({ subject }) => subject))].map((subject) =>
    sumsOf(sessions.filter((session) => session.subject === subject)),
  );
  const counts: OffPolicyCounts = {
    people: perPerson.length,
    sessions: sessions.length,
    unrewarded: all.length - sessions.length,
    overrides: all.reduce((sum, { session }) => sum + session.picks.filter((p) => p.override).length, 0),
    effective: effectiveSampleSize(sumsOf(sessions)),
  };
  if (counts.effective < LEAST_EFFECTIVE) return { kind: 'refused', ...counts };
  const figure = (top: keyof SessionSums, bottom: keyof SessionSums): OffPolicyFigure =>
    ratioByPerson(
      perPerson.map((sums) => [sums[top], sums[bottom]] as const),
      { draws, seed },
    );
  return {
    kind: 'estimated',
    ...counts,
    logged: figure('reward', 'sessions'),
    ips: figure(...INVERSE_PROBABILITY),
    snips: figure(...SELF_NORMALISED),
    doublyRobust: figure('doublyRobust', 'sessions'),
  };
}

/**
 * What a session was worth, from the first rating to the last, in points of the craving scale.
 * @returns `undefined`: not rated twice, or the signal was poor
 */
export function rewardOfSession(
  { log, stretches }: LoggedSession,
  settings: LearningSettings = learningSettings(),
): number | undefined {
  const [first, last] = [stretches[0], stretches.at(-1)];
  if (!first || !last) return undefined;
  const whole = {
    fromMs: first.fromMs,
    toMs: last.toMs,
    ratings: [first.ratings[0], last.ratings[1]] as const,
  };
  return reward(log, whole, settings);
}
