import type { EngineConfig } from '../../config/engine-config.ts';
import type { MusicModule } from '../../music/module.ts';
import { round } from '../../maths/round.ts';
import type { DosingPolicy } from '../policy.ts';

/**
 * The rule policy π0: any eligible module; the current one is `continuityWeight` times as likely as another, an
 * unjudged track `unjudgedWeight` times.
 */
export const rulePolicy = ({
  continuityWeight,
  unjudgedWeight,
}: Pick<EngineConfig, 'continuityWeight' | 'unjudgedWeight'>): DosingPolicy => ({
  name: 'pi0',
  pick(eligible, { sounding }, next) {
    if (eligible.length === 0) throw new RangeError('a policy needs at least one eligible module');
    const weightOf = ({ id, trigger }: MusicModule): number =>
      (id === sounding ? continuityWeight : 1) * (trigger === 'unknown' ? unjudgedWeight : 1);
    const weights = eligible.map(weightOf);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    const probabilities = weights.map((weight) => round(weight / total, 6));
    let left = next() * total;
    const index = weights.findIndex((weight) => (left -= weight) < 0);
    return { chosen: eligible[index < 0 ? eligible.length - 1 : index]!, probabilities };
  },
});
