import type { EngineConfig } from '../../config/engine-config.ts';
import { rulePolicy } from './rule-policy.ts';
import { thompsonPolicy } from './thompson-policy.ts';
import type { DosingPolicy, SessionPolicies } from '../policy.ts';

/**
 * The policy of a session: the one passed in, or else the learned policy with the person's consent, or else the
 * rules. The rules take over from any of them.
 */
export function sessionPolicies(config: EngineConfig, given?: DosingPolicy): SessionPolicies {
  const rules = rulePolicy(config);
  return {
    rules,
    leading: ({ learned }) =>
      given ?? (learned ? thompsonPolicy(config, { state: learned, consent: true }) : rules),
  };
}
