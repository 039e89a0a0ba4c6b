import type { EngineConfig } from '../../config/engine-config.ts';
import type { DosingPolicy } from '../policy.ts';
import { rulePolicy } from './rule-policy.ts';
import { evenPolicy } from './even-policy.ts';
import { microRandomised, type MicroRandomisation } from './micro-randomised.ts';

/**
 * Arms that a plan may name and that need nothing else but, for `sham`, the log of another session:
 *
 * - `pi0`   the rules
 * - `even`  every allowed piece alike
 * - `mrt`   at each decision point a fair coin between the two
 * - `sham`  the doses of another session
 */
export const STUDY_ARMS = ['pi0', 'even', 'mrt', 'sham'] as const;
export type StudyArm = (typeof STUDY_ARMS)[number];

/** Fixed in advance; its hash is part of the policy's name in every decision. */
const COIN: MicroRandomisation = { probability: 0.5, needsEstimate: true };

/**
 * Who picks under an arm. A sham's doses name their modules, so the rules
 * only apply where one of them is not allowed.
 */
export function studyPolicy(arm: StudyArm, config: EngineConfig): DosingPolicy {
  if (arm === 'even') return evenPolicy;
  const control = rulePolicy(config);
  return arm === 'mrt' ? microRandomised(COIN, { treatment: evenPolicy, control }) : control;
}
