import type { OperatorFunction } from 'rxjs';
import { arousalEstimation } from '../arousal/arousal-estimation.ts';
import type { ArousalEstimator } from '../arousal/arousal-estimator.ts';
import { baselineSearch } from '../arousal/baseline-search.ts';
import { beatClassification } from '../artefacts/index.ts';
import type { EngineConfig } from '../config/engine-config.ts';
import { cravingEstimation } from '../craving/craving-estimation.ts';
import { dosing } from '../dosing/dosing.ts';
import type { SessionPolicies } from '../dosing/policy.ts';
import { hrvMeasurement } from '../hrv/hrv-measurement.ts';
import { beatPlacement } from '../intervals/beat-placement.ts';
import { beatScreening } from '../intervals/beat-screening.ts';
import { packetDecoding } from '../packets/packet-decoding.ts';
import { sessionClock } from '../session/session-clock.ts';
import type { InputEvent, Signal, Tick } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Inputs in, inputs and the engine's steps out; see {@link sessionClock}. */
export const keepTime = (config: EngineConfig): OperatorFunction<InputEvent | Tick, Signal> =>
  stage(() => sessionClock(config));

/** Adds a `measurement` or an `acceleration` after each notification; see {@link packetDecoding}. */
export const decodePackets = (): OperatorFunction<Signal, Signal> => stage(() => packetDecoding());

/** Adds an `rr` for each RR interval and a `gap` where beats are missing; see {@link beatPlacement}. */
export const placeBeats = (config: EngineConfig): OperatorFunction<Signal, Signal> =>
  stage(() => beatPlacement(config));

/** Adds a `screened-rr` after each beat; see {@link beatScreening}. */
export const screenBeats = (): OperatorFunction<Signal, Signal> => stage(() => beatScreening());

/** Adds `classified-rr`, `nn` and `beat-class` after each beat; see {@link beatClassification}. */
export const classifyBeats = (): OperatorFunction<Signal, Signal> => stage(() => beatClassification());

/** Adds an `hrv` event before each step; see {@link hrvMeasurement}. */
export const measureHrv = (config: EngineConfig): OperatorFunction<Signal, Signal> =>
  stage(() => hrvMeasurement(config));

/** Adds a `baseline` event once rest is known; see {@link baselineSearch}. */
export const findBaseline = (config: EngineConfig): OperatorFunction<Signal, Signal> =>
  stage(() => baselineSearch(config));

/** Adds an `arousal` event before each step; see {@link arousalEstimation}. */
export const estimateArousal = (
  config: EngineConfig,
  estimator?: ArousalEstimator,
): OperatorFunction<Signal, Signal> => stage(() => arousalEstimation(config, estimator));

/**
 * Adds a `craving` event after each rating and, with consent, labels, forecasts
 * and prompts; see {@link cravingEstimation}.
 */
export const estimateCraving = (): OperatorFunction<Signal, Signal> => stage(() => cravingEstimation());

/** Adds `phase`, `decision`, `crossfade` and `halt` events; see {@link dosing}. */
export const dose = (config: EngineConfig, policies: SessionPolicies): OperatorFunction<Signal, Signal> =>
  stage(() => dosing(config, policies));
