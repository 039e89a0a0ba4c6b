import type { OperatorFunction } from 'rxjs';
import { beatScreening } from '../intervals/beat-screening.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Adds a `screened-rr` after each beat; see {@link beatScreening}. */
export const screenBeats = (): OperatorFunction<Signal, Signal> => stage(() => beatScreening());
