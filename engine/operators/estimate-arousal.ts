import type { OperatorFunction } from 'rxjs';
import type { EngineConfig } from '../config.ts';
import { arousalEstimation } from '../state/arousal-estimation.ts';
import type { ArousalEstimator } from '../state/arousal-estimator.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Adds an `arousal` event before each step; see {@link arousalEstimation}. */
export const estimateArousal = (
  config: EngineConfig,
  estimator?: ArousalEstimator,
): OperatorFunction<Signal, Signal> => stage(() => arousalEstimation(config, estimator));
