import type { OperatorFunction } from 'rxjs';
import { cravingEstimation } from '../craving/craving-estimation.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/**
 * Adds a `craving` event after each rating and, with consent, labels, forecasts
 * and prompts; see {@link cravingEstimation}.
 */
export const estimateCraving = (): OperatorFunction<Signal, Signal> => stage(() => cravingEstimation());
