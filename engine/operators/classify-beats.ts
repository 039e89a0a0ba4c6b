import type { OperatorFunction } from 'rxjs';
import type { EngineConfig } from '../config.ts';
import { localMedianRule } from '../intervals/local-median-rule.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Turns each `beat` into a `classified-beat`; see {@link localMedianRule}. */
export const classifyBeats = (config: EngineConfig): OperatorFunction<Signal, Signal> =>
  stage(() => {
    const classOf = localMedianRule(config);
    return (signal, emit) =>
      emit(
        signal.type === 'beat' ? { ...signal, type: 'classified-beat', class: classOf(signal.rrMs) } : signal,
      );
  });
