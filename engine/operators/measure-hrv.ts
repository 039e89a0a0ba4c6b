import type { OperatorFunction } from 'rxjs';
import type { EngineConfig } from '../config/engine-config.ts';
import { hrvMeasurement } from '../hrv/hrv-measurement.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Adds an `hrv` event before each step; see {@link hrvMeasurement}. */
export const measureHrv = (config: EngineConfig): OperatorFunction<Signal, Signal> =>
  stage(() => hrvMeasurement(config));
