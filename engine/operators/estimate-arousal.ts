import type { OperatorFunction } from 'rxjs';
import type { EngineConfig } from '../config.ts';
import { arousalEstimation } from '../state/arousal-estimation.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Adds an `arousal` event before each step; see {@link arousalEstimation}. */
export const estimateArousal = (config: EngineConfig): OperatorFunction<Signal, Signal> =>
  stage(() => arousalEstimation(config));
