import { hashOf } from '../../config/engine-config.ts';
import type { DosingPolicy, PolicyContext } from '../policy.ts';
import type { MusicModule } from '../../music/module.ts';
import { round } from '../../maths/round.ts';

/** What is fixed before a micro-randomised study begins. */
export interface MicroRandomisation {
  /** Chance of `treatment` at each decision point where it is available, 0–1; fixed in advance. */
  readonly probability: number;
  /** Phases in which a decision may be randomised; absent: all. */
  readonly phases?: readonly string[];
  /** Randomise only where there is an estimate: other points cannot be analysed. */
  readonly needsEstimate: boolean;
}

/** Whether a decision point is available. Presses never get here: they are not the policy's decisions. */
export const isAvailable = (
  { phases, needsEstimate }: MicroRandomisation,
  { phase, arousal }: PolicyContext,
): boolean => (phases?.includes(phase) ?? true) && (!needsEstimate || arousal !== undefined);

/**
 * A policy that randomises between two others at every available decision point. It logs the marginal probability
 * of what is played, as off-policy evaluation and centred analyses need.
 * Source: Klasnja 2015, doi:10.1037/hea0000305.
 */
export function microRandomised(
  plan: MicroRandomisation,
  { treatment, control }: { readonly treatment: DosingPolicy; readonly control: DosingPolicy },
): DosingPolicy {
  return {
    name: `mrt:${treatment.name}/${control.name}@${hashOf(plan)}`,
    pick(eligible: readonly MusicModule[], context, next) {
      // Both draws are always made, so that availability never shifts later ones.
      const share = isAvailable(plan, context) ? plan.probability : 0;
      const coin = next();
      const [one, other] = [treatment.pick(eligible, context, next), control.pick(eligible, context, next)];
      return {
        chosen: coin < share ? one.chosen : other.chosen,
        probabilities: eligible.map((_, i) =>
          round(share * one.probabilities[i]! + (1 - share) * other.probabilities[i]!, 6),
        ),
      };
    },
  };
}
