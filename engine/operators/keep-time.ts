import type { OperatorFunction } from 'rxjs';
import type { EngineConfig } from '../config/engine-config.ts';
import { sessionClock } from '../session/session-clock.ts';
import type { InputEvent, Tick } from '../session/signal.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Inputs in, inputs and the engine's steps out; see {@link sessionClock}. */
export const keepTime = (config: EngineConfig): OperatorFunction<InputEvent | Tick, Signal> =>
  stage(() => sessionClock(config));
