import type { SignalStep } from '../../engine/session/signal.ts';

/** Stages one behind the other, as the pipeline has them. */
export const chainSteps = (...steps: readonly SignalStep[]): SignalStep =>
  steps.reduceRight<SignalStep>(
    (rest, step) => (signal, emit) => step(signal, (out) => rest(out, emit)),
    (signal, emit) => emit(signal),
  );
