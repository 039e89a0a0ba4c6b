export * from './types/units.ts';
export * from './types/result.ts';
export * from './music/module.ts';
export * from './music/catalogue.ts';
export * from './music/crossfade-plan.ts';
export * from './music/layers.ts';
export * from './session/signal.ts';
export * from './intervals/events.ts';
export * from './packets/events.ts';
export * from './artefacts/events.ts';
export * from './hrv/events.ts';
export * from './arousal/events.ts';
export * from './craving/events.ts';
export * from './dosing/profile.ts';
export * from './dosing/events.ts';
export * from './studies/events.ts';
export * from './packets/hex.ts';
export * from './packets/heart-rate-measurement.ts';
export { engineConfig, hashOf, TUNABLES, type EngineConfig } from './config/engine-config.ts';
export { arousalOfCue, LADDER } from './music/ladder.ts';
export { PROTOCOLS, protocolNaming, protocolOf } from './dosing/protocols/index.ts';
export type { Phase, Protocol } from './dosing/protocols/protocol.ts';
export { readProtocol, type ProtocolFault } from './dosing/protocols/read-protocol.ts';
export { plannedTrajectory, type PlannedStretch } from './dosing/planned-trajectory.ts';
export { DOSE_SENTENCES, doseSentence } from './dosing/dose-sentences.ts';
export { decisionAccount, type DecisionAccount } from './dosing/decision-account.ts';
export { forbidden, type ShieldFacts } from './dosing/shield.ts';
export { paceResponses, type PaceResponse } from './dosing/resonance.ts';
export { drawMeeting } from './dosing/meeting.ts';
export { quarantinedAfter } from './dosing/quarantine-watch.ts';
export { heardAfter } from './dosing/dose-meter.ts';
export { attune, measured, type EngineParts } from './pipeline.ts';
export type { DosingPolicy, PolicyContext } from './dosing/policy.ts';
export * from './arousal/baseline-history.ts';
export { restingFigures } from './arousal/resting-figures.ts';
export { arousalEstimatorOf, AROUSAL_ESTIMATORS } from './arousal/arousal-estimators.ts';
export type { ArousalEstimator, ArousalGuess, ArousalMoment } from './arousal/arousal-estimator.ts';
export { aboveRest, type RestState } from './arousal/state-space-estimator.ts';
export {
  LOGISTIC_FEATURES,
  logisticEstimator,
  logisticFeatures,
  type LogisticCoefficients,
} from './arousal/logistic-estimator.ts';
export { logistic } from './maths/logit-normal.ts';
export { findBaseline } from './operators/find-baseline.ts';
export { estimateArousal } from './operators/estimate-arousal.ts';
export * from './research/evaluation/scored-window.ts';
export * from './research/evaluation/auc.ts';
export * from './research/evaluation/balanced-accuracy.ts';
export * from './research/evaluation/calibration.ts';
export * from './research/evaluation/bootstrap.ts';
export * from './research/evaluation/logistic-regression.ts';
export { inputsOf, replayLog } from './replay.ts';
export { chance, type Chance } from './maths/random.ts';
export { decodePolarFrame, type PolarFrame } from './packets/polar-frame.ts';
export { chestBreathing } from './movement/chest-breathing.ts';
export { rPeakDetector, type RPeakDetector } from './ecg/r-peaks.ts';
export type { BeatClass, RrInterval, Trust } from './artefacts/index.ts';
export type { Psd } from './dsp/psd.ts';
export { correctedSeries, CORRECTIONS, type CorrectionName } from './hrv/corrected-series.ts';
export { hrvFigures, type HrvFigures } from './hrv/hrv-figures.ts';
export type { NnSeries } from './hrv/nn-series.ts';
export { RESPIRATION_CONFIDENT, respirationRate } from './hrv/respiration-rate.ts';
export { seriesVerdict } from './hrv/series-verdict.ts';
export { seriesWindow } from './hrv/series-window.ts';
export { SPECTRAL_RECIPES, type RecipeId } from './hrv/spectral-recipes.ts';
export { spectrumByRecipe } from './hrv/spectrum-by-recipe.ts';
export { placeBeats } from './operators/place-beats.ts';
export { simulateCraving, type CravingSimulation } from './research/craving/craving-simulation.ts';
export type { PersonTraits } from './research/craving/simulated-person.ts';
export { COHERENCE_FORMULA } from './hrv/coherence.ts';
export { cravingEstimate, judgeCraving } from './craving/craving-estimate.ts';
export type { CravingEvidence, CravingJudgement } from './craving/craving-estimate.ts';
export {
  DEFAULT_QUIET,
  promptDecision,
  PROMPT_WORDS,
  type AskedPrompt,
  type PromptQuestion,
} from './craving/craving-prompt.ts';
export { LABELS_NEEDED, POSITIVES_NEEDED, type CravingWithheldReason } from './craving/craving-gate.ts';
export { isCraving, type CravingLabel } from './craving/craving-label.ts';
export { cravingRecord, type CravingRecord } from './craving/craving-record.ts';
export { mean } from './maths/statistics.ts';
export { cravingSettings } from './craving/craving-settings.ts';
export type { QuietHours } from './craving/local-time.ts';
export { ARMS, armOf, ENGINE_ARMS, type Arm, type ArmName } from './research/simulation/arms.ts';
export { calibratedGain, effectSize, type EffectSize } from './research/simulation/calibrate.ts';
export { addChecks, dosingChecks, type DosingChecks } from './research/simulation/dosing-checks.ts';
export type { Player, Sight } from './research/simulation/player.ts';
export {
  RESPONSE_MODELS,
  WORKING_MODELS,
  type ResponseModel,
} from './research/simulation/response-models.ts';
export { SESSION_S, sessionDay } from './research/simulation/session-day.ts';
export { modelOf, simulatePerson, type SimulatedPerson } from './research/simulation/simulate-people.ts';
export { virtualPerson } from './research/simulation/virtual-person.ts';
export {
  virtualSession,
  wholeSession,
  type SessionPlan,
  type SessionResult,
} from './research/simulation/virtual-session.ts';
export { freshState, readState, stateName, type LearnedState } from './dosing/learning/learned-state.ts';
export { learnFromSession } from './dosing/learning/learn-from-session.ts';
export { loggedSession, type LoggedSession } from './dosing/learning/logged-session.ts';
export {
  evaluateOffPolicy,
  LEAST_EFFECTIVE,
  rewardOfSession,
  type OffPolicyEvaluation,
} from './research/off-policy/off-policy.ts';
export type { OffPolicyFigure } from './research/off-policy/ratio-by-person.ts';
export { thompsonPolicy } from './dosing/policies/thompson-policy.ts';
export { evenPolicy } from './dosing/policies/even-policy.ts';
export { rulePolicy } from './dosing/policies/rule-policy.ts';
export { STUDY_ARMS, studyPolicy } from './dosing/policies/study-arms.ts';
export { DESIGNS, planFault, studyNaming, studySchedule, type StudyPlan } from './studies/study-plan.ts';
export { yokedDoses } from './studies/yoked-doses.ts';
