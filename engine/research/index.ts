/**
 * Analyses over many people or logs, never used in a session: evaluation,
 * simulation, off-policy figures, comparison.
 */
export { auc, aucPerSubject, rocCurve } from './evaluation/auc.ts';
export { balancedAccuracy, bestThreshold, leaveOneSubjectOut } from './evaluation/balanced-accuracy.ts';
export { bootstrapBySubject } from './evaluation/bootstrap.ts';
export {
  evaluation,
  type Evaluation,
  type EvaluationFigure,
  type MethodResult,
} from './evaluation/evaluation.ts';
export { coefficientsSource, fittedModels, probe } from './evaluation/fit-coefficients.ts';
export {
  observedWindows,
  type LabelledRecording,
  type ObservedWindow,
  type Phase,
} from './evaluation/observe-windows.ts';
export { restOfStretch } from './evaluation/rest-of-stretch.ts';
export type { ScoredWindow } from './evaluation/scored-window.ts';
export {
  LOGISTIC_FEATURES,
  logisticEstimator,
  type LogisticCoefficients,
} from '../arousal/logistic-estimator.ts';

export { ARMS, armOf, ENGINE_ARMS, type Arm, type ArmName } from './simulation/arms.ts';
export { calibratedGain, effectSize, type EffectSize } from './simulation/calibrate.ts';
export { dosingChecks, type DosingChecks } from './simulation/dosing-checks.ts';
export { fidelity, type Fidelity } from './simulation/fidelity.ts';
export { type ContrastRow, type Figure } from './simulation/people-figures.ts';
export type { Player } from './simulation/player.ts';
export type { Regret } from './simulation/regret.ts';
export { RESPONSE_MODELS, type ResponseModel } from './simulation/response-models.ts';
export { SESSION_S, sessionDay } from './simulation/session-day.ts';
export { modelOf, simulatePerson } from './simulation/simulate-people.ts';
export { simulation, type Simulation, type SimulationHooks } from './simulation/simulation.ts';
export { virtualPerson } from './simulation/virtual-person.ts';
export { virtualSession, type SessionPlan, type SessionResult } from './simulation/virtual-session.ts';

export { simulateCraving, type CravingSimulation } from './craving/craving-simulation.ts';
export type { PersonTraits } from './craving/simulated-person.ts';

export {
  evaluateOffPolicy,
  LEAST_EFFECTIVE,
  rewardOfSession,
  type OffPolicyEvaluation,
} from './off-policy/off-policy.ts';
export type { OffPolicyFigure } from './off-policy/ratio-by-person.ts';
export { offPolicyCheck, type OffPolicyPlan } from './off-policy/off-policy-check.ts';
export { replayComparison, type Decided, type ReplayComparison } from './comparison/replay-comparison.ts';
