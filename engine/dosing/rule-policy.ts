import type { EngineConfig } from '../config.ts';
import { round } from '../round.ts';
import type { DosingPolicy } from './policy.ts';

/**
 * The rule policy π0: any eligible module, the one that sounds already `continuityWeight` times as likely as another.
 */
export const rulePolicy = ({ continuityWeight }: Pick<EngineConfig, 'continuityWeight'>): DosingPolicy => ({
  name: 'pi0',
  pick(eligible, { sounding }, next) {
    if (eligible.length === 0) throw new RangeError('a policy needs at least one eligible module');
    const weights = eligible.map(({ id }) => (id === sounding ? continuityWeight : 1));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const probabilities = weights.map((weight) => round(weight / total, 6));
    let left = next() * total;
    const index = weights.findIndex((weight) => (left -= weight) < 0);
    return { chosen: eligible[index < 0 ? eligible.length - 1 : index]!, probabilities };
  },
});
