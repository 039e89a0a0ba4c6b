import type { OperatorFunction } from 'rxjs';
import type { EngineConfig } from '../config/engine-config.ts';
import { baselineSearch } from '../arousal/baseline-search.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Adds a `baseline` event once rest is known; see {@link baselineSearch}. */
export const findBaseline = (config: EngineConfig): OperatorFunction<Signal, Signal> =>
  stage(() => baselineSearch(config));
