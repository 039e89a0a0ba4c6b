import type { EngineConfig } from '../../config/engine-config.ts';
import { rulePolicy } from './rule-policy.ts';
import { thompsonPolicy } from './thompson-policy.ts';
import type { DosingPolicy, SessionPolicies } from '../policy.ts';

/**
 * Who picks in a session: the policy that is handed in, or else what the session brings along: a learned policy
 * where the person agreed to one, else the rules. The rules take over from any of them.
 */
export function sessionPolicies(config: EngineConfig, given?: DosingPolicy): SessionPolicies {
  const rules = rulePolicy(config);
  return {
    rules,
    leading: ({ learned }) =>
      given ?? (learned ? thompsonPolicy(config, { state: learned, consent: true }) : rules),
  };
}
