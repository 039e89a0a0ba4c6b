import type { EngineConfig } from '../config/engine-config.ts';
import type { Chance } from '../maths/random.ts';
import type { Meeting } from './profile.ts';
import type { DosingPolicy } from './policy.ts';

/** How far below the estimate the music may meet somebody, in rungs: from close by to quiet almost at once. */
export const MEETINGS = [1, 2, 3] as const;

/** π0 does not choose: everybody is met `matchBelow` rungs below. */
export const ruledMeeting = ({ matchBelow }: Pick<EngineConfig, 'matchBelow'>): readonly number[] =>
  MEETINGS.map((below) => (below === Math.round(matchBelow) ? 1 : 0));

/**
 * Where a policy with a `meet` meets the person this session, drawn once before it begins; the profile carries it
 * with its probabilities. `undefined`: the policy leaves it to the configuration.
 */
export function drawMeeting({ meet }: DosingPolicy, next: Chance): Meeting | undefined {
  const probabilities = meet?.();
  if (!probabilities) return undefined;
  let left = next();
  const index = probabilities.findIndex((probability) => (left -= probability) < 0);
  return { below: MEETINGS[index < 0 ? MEETINGS.length - 1 : index]!, probabilities };
}
