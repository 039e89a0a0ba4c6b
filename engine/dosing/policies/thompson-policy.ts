import type { EngineConfig } from '../../config/engine-config.ts';
import { MEETINGS } from '../meeting.ts';
import type { DosingPolicy, PolicyContext } from '../policy.ts';
import { rulePolicy } from './rule-policy.ts';
import type { MusicModule } from '../../music/module.ts';
import { round } from '../../maths/round.ts';
import { bestProbabilities, clipped } from './best-probabilities.ts';
import { meetingFeatures, pieceFeatures, type Features } from '../learning/decision-features.ts';
import { effectPosterior, type EffectPosterior } from '../learning/effect-posterior.ts';
import { effectPrior } from '../learning/effect-prior.ts';
import type { LearnedState } from '../learning/learned-state.ts';
import { isSound, stateName } from '../learning/learned-state.ts';
import { learningSettings, type LearningSettings } from '../learning/learning-settings.ts';

export interface ThompsonParts {
  readonly state: LearnedState;
  /** The person agreed to a policy that learns from their sessions. Without it the rule policy picks. */
  readonly consent: boolean;
  /** The kill switch: asked before each pick; from then on the rule policy picks. */
  readonly stopped?: () => boolean;
  readonly settings?: LearningSettings;
}

/**
 * Action-centred Bayesian Thompson sampling over what the shield allows: each piece with the probability that it is
 * the best one for this person, clipped so that every allowed piece keeps a minimum probability. Learns between
 * sessions only; see `learnFromSession`. Without consent, with a state that does not add up, or when stopped, it is
 * the rule policy π0 and says so by its name. If it fails numerically, dosing detects that and the rule policy
 * takes over (`dosing/safe-pick.ts`).
 */
export function thompsonPolicy(config: EngineConfig, parts: ThompsonParts): DosingPolicy {
  const { state, consent, stopped = () => false, settings = learningSettings() } = parts;
  const rule = rulePolicy(config);
  if (!consent) return rule;
  const posterior = soundPosterior(state, settings);
  if (posterior === undefined) return { ...rule, name: `${rule.name} (learned state refused)` };
  return {
    get name() {
      return stopped() ? rule.name : stateName(state);
    },
    meet: () => (stopped() ? undefined : meetingChances({ posterior, settings })),
    pick(eligible, context, next) {
      if (stopped()) return rule.pick(eligible, context, next);
      const probabilities = chances(eligible, context, { posterior, settings });
      let left = next();
      const index = probabilities.findIndex((probability) => (left -= probability) < 0);
      return { chosen: eligible[index < 0 ? eligible.length - 1 : index]!, probabilities };
    },
  };
}

function soundPosterior(state: LearnedState, settings: LearningSettings): EffectPosterior | undefined {
  if (!isSound(state)) return undefined;
  try {
    const posterior = effectPosterior(state, settings);
    return posterior.mean.every(Number.isFinite) ? posterior : undefined;
  } catch (bad) {
    if (bad instanceof RangeError) return undefined;
    throw bad;
  }
}

interface Belief {
  readonly posterior: EffectPosterior;
  readonly settings: LearningSettings;
}

/** The probability of each eligible piece. A piece without observations has the prior. */
function chances(
  eligible: readonly MusicModule[],
  context: PolicyContext,
  belief: Belief,
): readonly number[] {
  if (eligible.length === 0) throw new RangeError('a policy needs at least one eligible module');
  if (eligible.length === 1) return [1];
  return bestOf(
    eligible.map(({ id }) => pieceFeatures(id, context)),
    belief,
  );
}

/** The probability of each place to meet the person at. */
const meetingChances = (belief: Belief): readonly number[] =>
  bestOf(
    MEETINGS.map((_, i) => meetingFeatures(MEETINGS.map((__, j) => (i === j ? 1 : 0)))),
    belief,
  );

/**
 * For each option, by its features, how likely it is to be the best; an option without observations has the prior.
 */
function bestOf(options: readonly Features[], { posterior, settings }: Belief): readonly number[] {
  const places = new Map(posterior.names.map((name, i) => [name, i]));
  const rows = options.map((features) =>
    [...features].map(([name, value]) => ({ name, value, place: places.get(name) })),
  );
  const mean = rows.map((row) => {
    const effect = ({ name, place }: (typeof row)[number]): number =>
      place === undefined ? effectPrior(name, settings).mean : posterior.mean[place]!;
    return row.reduce((sum, part) => sum + part.value * effect(part), 0);
  });
  const covariance = rows.map((one) =>
    rows.map((other) => {
      let sum = 0;
      for (const a of one) {
        for (const b of other) {
          if (a.place !== undefined && b.place !== undefined)
            sum += a.value * b.value * posterior.covariance[a.place]![b.place]!;
          else if (a.name === b.name) sum += a.value * b.value * effectPrior(a.name, settings).sd ** 2;
        }
      }
      return sum;
    }),
  );
  const probabilities = clipped(bestProbabilities(mean, covariance), settings.explored);
  return probabilities.map((probability) => round(probability, 6));
}
