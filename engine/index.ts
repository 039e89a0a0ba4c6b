export * from './units.ts';
export * from './result.ts';
export * from './music/module.ts';
export * from './music/catalogue.ts';
export * from './music/crossfade-plan.ts';
export * from './music/layers.ts';
export * from './session/input-events.ts';
export * from './session/derived-events.ts';
export * from './session/activity-event.ts';
export * from './session/session-event.ts';
export * from './intervals/hex.ts';
export * from './intervals/heart-rate-measurement.ts';
export { engineConfig, hashOf, TUNABLES, type EngineConfig } from './config.ts';
export { arousalOfCue, LADDER } from './dosing/ladder.ts';
export { PROTOCOLS, protocolNaming, protocolOf } from './dosing/protocols/index.ts';
export type { Phase, Protocol } from './dosing/protocol.ts';
export { readProtocol, type ProtocolFault } from './dosing/read-protocol.ts';
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
export * from './state/baseline-history.ts';
export { restingFigures } from './state/resting-figures.ts';
export { arousalEstimatorOf, AROUSAL_ESTIMATORS } from './state/arousal-estimators.ts';
export type { ArousalEstimator, ArousalGuess, ArousalMoment } from './state/arousal-estimator.ts';
export { aboveRest, type RestState } from './state/state-space-estimator.ts';
export {
  LOGISTIC_FEATURES,
  logisticEstimator,
  logisticFeatures,
  type LogisticCoefficients,
} from './state/logistic-estimator.ts';
export { logistic } from './state/logit-normal.ts';
export { findBaseline } from './operators/find-baseline.ts';
export { estimateArousal } from './operators/estimate-arousal.ts';
export * from './evaluation/scored-window.ts';
export * from './evaluation/auc.ts';
export * from './evaluation/balanced-accuracy.ts';
export * from './evaluation/calibration.ts';
export * from './evaluation/bootstrap.ts';
export * from './evaluation/logistic-regression.ts';
export { inputsOf, replayLog } from './replay.ts';
export type { ClassifiedBeat } from './session/signal.ts';
export { chance, type Chance } from './random.ts';
export { decodePolarFrame, type PolarFrame } from './movement/polar-frame.ts';
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
export { simulateCraving, type CravingSimulation } from './craving/craving-simulation.ts';
export type { PersonTraits } from './craving/simulated-person.ts';
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
export { mean } from './statistics.ts';
export { cravingSettings } from './craving/craving-settings.ts';
export type { QuietHours } from './craving/local-time.ts';
export { ARMS, armOf, ENGINE_ARMS, type Arm, type ArmName } from './simulation/arms.ts';
export { calibratedGain, effectSize, type EffectSize } from './simulation/calibrate.ts';
export { addChecks, dosingChecks, type DosingChecks } from './simulation/dosing-checks.ts';
export type { Player, Sight } from './simulation/player.ts';
export { RESPONSE_MODELS, WORKING_MODELS, type ResponseModel } from './simulation/response-models.ts';
export { SESSION_S, sessionDay } from './simulation/session-day.ts';
export { modelOf, simulatePerson, type SimulatedPerson } from './simulation/simulate-people.ts';
export { virtualPerson } from './simulation/virtual-person.ts';
export {
  virtualSession,
  wholeSession,
  type SessionPlan,
  type SessionResult,
} from './simulation/virtual-session.ts';
export { freshState, readState, stateName } from './learning/learned-state.ts';
export type { LearnedState } from './session/learned-state.ts';
export { learnFromSession } from './learning/learn-from-session.ts';
export { loggedSession, type LoggedSession } from './learning/logged-session.ts';
export {
  evaluateOffPolicy,
  LEAST_EFFECTIVE,
  rewardOfSession,
  type OffPolicyEvaluation,
} from './learning/off-policy.ts';
export type { OffPolicyFigure } from './learning/ratio-by-person.ts';
export { thompsonPolicy } from './learning/thompson-policy.ts';
export { evenPolicy } from './learning/even-policy.ts';
export { rulePolicy } from './dosing/rule-policy.ts';
export { STUDY_ARMS, studyPolicy } from './studies/study-arms.ts';
export { DESIGNS, planFault, studyNaming, studySchedule, type StudyPlan } from './studies/study-plan.ts';
export { yokedDoses } from './studies/yoked-doses.ts';
