import type { MusicModule } from '../music/module.ts';
import type { Chance } from '../random.ts';
import { round } from '../round.ts';

/** A policy's name in the log. */
export const RULE_POLICY = 'pi0';

export interface Pick {
  readonly chosen: MusicModule;
  /** One for each eligible module, in their order; sums to 1 but for rounding. */
  readonly probabilities: readonly number[];
}

/**
 * The rule policy π0: any eligible module, the one that sounds already `continuityWeight` times as likely as another.
 *
 * @param eligible  not empty
 * @throws RangeError  nothing to choose from (the shield's mistake)
 */
export function rulePolicy(
  eligible: readonly MusicModule[],
  {
    sounding,
    continuityWeight,
  }: { readonly sounding: string | undefined; readonly continuityWeight: number },
  next: Chance,
): Pick {
  if (eligible.length === 0) throw new RangeError('a policy needs at least one eligible module');
  const weights = eligible.map(({ id }) => (id === sounding ? continuityWeight : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const probabilities = weights.map((weight) => round(weight / total, 6));
  let left = next() * total;
  const index = weights.findIndex((weight) => (left -= weight) < 0);
  return { chosen: eligible[index < 0 ? eligible.length - 1 : index]!, probabilities };
}
