import type { OperatorFunction } from 'rxjs';
import type { EngineConfig } from '../config/engine-config.ts';
import { beatPlacement } from '../intervals/beat-placement.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Adds an `rr` for each RR interval and a `gap` where beats are missing; see {@link beatPlacement}. */
export const placeBeats = (config: EngineConfig): OperatorFunction<Signal, Signal> =>
  stage(() => beatPlacement(config));
