import type { OperatorFunction } from 'rxjs';
import type { EngineConfig } from '../config/engine-config.ts';
import { dosing } from '../dosing/dosing.ts';
import type { SessionPolicies } from '../dosing/policy.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Adds `phase`, `decision`, `crossfade` and `halt` events; see {@link dosing}. */
export const dose = (config: EngineConfig, policies: SessionPolicies): OperatorFunction<Signal, Signal> =>
  stage(() => dosing(config, policies));
