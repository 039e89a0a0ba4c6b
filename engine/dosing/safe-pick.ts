import type { MusicModule } from '../music/module.ts';
import type { Chance } from '../maths/random.ts';
import type { PolicyAnomaly } from './events.ts';
import type { DosingPolicy, Pick, PolicyContext } from './policy.ts';

/** How far probabilities may miss a sum of 1: each is rounded. */
const ROUNDING = 1e-3;

/**
 * A policy's pick, if valid: a module of `eligible`, with a probability for each. Anything a policy throws or makes
 * up is reported as an anomaly and stops here. A policy that never returns is not caught.
 */
export function safePick(
  policy: DosingPolicy,
  eligible: readonly MusicModule[],
  { context, next }: { readonly context: PolicyContext; readonly next: Chance },
): Pick | PolicyAnomaly {
  try {
    const { chosen, probabilities } = policy.pick([...eligible], { ...context }, next);
    const own = eligible.find(({ id }) => id === chosen.id);
    if (!own) return 'chose-outside';
    const given = [...probabilities];
    return sound(given, eligible, own) ? { chosen: own, probabilities: given } : 'bad-probabilities';
  } catch {
    return 'threw';
  }
}

function sound(given: readonly number[], eligible: readonly MusicModule[], chosen: MusicModule): boolean {
  if (given.length !== eligible.length) return false;
  if (!given.every((p) => typeof p === 'number' && p >= 0 && p <= 1 + ROUNDING)) return false;
  const sum = given.reduce((total, p) => total + p, 0);
  return Math.abs(sum - 1) <= ROUNDING && given[eligible.indexOf(chosen)]! > 0;
}
