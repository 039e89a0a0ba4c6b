/**
 * The engine: from what a strap and a person say to what is played and logged. Whoever wants heart rate variability
 * only enters by `hrv/index.ts`; evaluation, simulation and off-policy figures are behind `research/index.ts`.
 */
export * from './types/units.ts';
export * from './types/result.ts';
export { chance, normal, type Chance } from './maths/random.ts';
export { mean, sum } from './maths/statistics.ts';
export { signTest } from './maths/sign-test.ts';
export { LEAST_FOR_MEDIAN, medianInterval, type MedianInterval } from './maths/median-interval.ts';
export { reliableChange, type Reliability } from './maths/reliable-change.ts';
export { logistic } from './maths/logistic.ts';
export { configHash, engineConfig, hashOf, TUNABLES, type EngineConfig } from './config/engine-config.ts';

export * from './session/signal.ts';
export * from './session/activity-event.ts';
export * from './packets/events.ts';
export * from './clocks/events.ts';
export * from './intervals/events.ts';
export * from './artefacts/events.ts';
export * from './hrv/events.ts';
export * from './arousal/events.ts';
export * from './craving/events.ts';
export * from './dosing/events.ts';
export * from './dosing/profile.ts';
export * from './studies/events.ts';

export { attune, attuneSignals, measured, type EngineParts } from './pipeline.ts';
export { inputsOf, replayLog, runThrough, signalsOfLog } from './replay.ts';
export { liveHeart, type LiveBeat, type LiveHeart } from './live/live-heart.ts';
export { liveBreathing, type LiveBreathing } from './live/live-breathing.ts';
export { decodePackets, placeBeats, findBaseline, estimateArousal } from './operators/stages.ts';
export { writeLog } from './operators/write-log.ts';

export { clockOffset, type ClockOffset, type Ping } from './clocks/clock-offset.ts';
export { slewedClock, type SlewedClock } from './clocks/slewed-clock.ts';
export * from './packets/hex.ts';
export * from './packets/heart-rate-measurement.ts';
export { marksMissedBeat } from './packets/missed-beat.ts';
export { repeatedPackets, type ArrivedPacket } from './packets/repeated-packets.ts';
export { decodePolarFrame, type PolarFrame } from './packets/polar-frame.ts';
export { chestBreathing } from './movement/chest-breathing.ts';
export { rPeakDetector, type RPeakDetector } from './ecg/r-peaks.ts';
export type { IntervalLabel, RrInterval } from './intervals/rr-interval.ts';
export { placedBeats } from './intervals/placed-beats.ts';
export { beatSource, type BeatSource } from './intervals/beat-source.ts';
export { isPlausibleRr, PLAUSIBLE_RR_MS } from './intervals/plausible-range.ts';
export type { BeatClass } from './artefacts/beat-class.ts';
export { RESPIRATION_CONFIDENT, respirationRate } from './hrv/respiration-rate.ts';

export * from './arousal/baseline-history.ts';
export { restingFigures } from './arousal/resting-figures.ts';
export { arousalEstimatorOf, AROUSAL_ESTIMATORS } from './arousal/arousal-estimators.ts';
export type { ArousalEstimator, ArousalGuess, ArousalMoment } from './arousal/arousal-estimator.ts';

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
export { cravingSettings } from './craving/craving-settings.ts';
export { isQuiet, type QuietHours } from './craving/local-time.ts';

export * from './music/module.ts';
export * from './music/catalogue.ts';
export * from './music/crossfade-plan.ts';
export * from './music/layers.ts';
export { arousalOfCue, LADDER } from './music/ladder.ts';

export { PROTOCOLS, protocolNaming, protocolOf } from './dosing/protocols/index.ts';
export type { Phase, Protocol } from './dosing/protocols/protocol.ts';
export { readProtocol, type ProtocolFault } from './dosing/protocols/read-protocol.ts';
export { plannedTrajectory, type PlannedStretch } from './dosing/planned-trajectory.ts';
export { DOSE_SENTENCES, doseSentence } from './dosing/dose-sentences.ts';
export { decisionAccount, type DecisionAccount } from './dosing/decision-account.ts';
export { forbidden, type ShieldFacts } from './dosing/shield.ts';
export { paceResponses, type PaceResponse } from './dosing/resonance.ts';
export { LEFT_OUT_REASONS, type LeftOutReason, type PacedStretch } from './resonance/pace-swing.ts';
export { recentSwing } from './resonance/recent-swing.ts';
export { paceOrder, RESONANCE_PACES } from './resonance/paces.ts';
export {
  resonanceAssessment,
  RESONANCE_WITHHELD,
  type ResonanceVerdict,
  type ResonanceWithheld,
} from './resonance/resonance-assessment.ts';
export type { SwingBand } from './resonance/resonance-posterior.ts';
export { pulseFrame, type PulseFrame } from './pulse/pulse-frame.ts';
export { PULSE_RMSSD, PULSE_SECONDS, pulseReading } from './pulse/pulse-reading.ts';
export type { PulseReading, PulseWithheld } from './pulse/pulse-reading.ts';
export { drawMeeting } from './dosing/meeting.ts';
export { quarantinedAfter } from './dosing/quarantine-watch.ts';
export { heardAfter } from './dosing/dose-meter.ts';
export type { DosingPolicy, PolicyContext } from './dosing/policy.ts';
export { rulePolicy } from './dosing/policies/rule-policy.ts';
export { evenPolicy } from './dosing/policies/even-policy.ts';
export { thompsonPolicy } from './dosing/policies/thompson-policy.ts';
export { STUDY_ARMS, studyPolicy } from './dosing/policies/study-arms.ts';
export { freshState, readState, stateName, type LearnedState } from './dosing/learning/learned-state.ts';
export { learnFromSession } from './dosing/learning/learn-from-session.ts';
export { loggedSession, type LoggedSession } from './dosing/learning/logged-session.ts';

export { DESIGNS, planFault, studyNaming, studySchedule, type StudyPlan } from './studies/study-plan.ts';
export { yokedDoses } from './studies/yoked-doses.ts';
