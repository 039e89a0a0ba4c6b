import type { OperatorFunction } from 'rxjs';
import type { EngineConfig } from '../config/engine-config.ts';
import { arousalEstimation } from '../arousal/arousal-estimation.ts';
import type { ArousalEstimator } from '../arousal/arousal-estimator.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Adds an `arousal` event before each step; see {@link arousalEstimation}. */
export const estimateArousal = (
  config: EngineConfig,
  estimator?: ArousalEstimator,
): OperatorFunction<Signal, Signal> => stage(() => arousalEstimation(config, estimator));
