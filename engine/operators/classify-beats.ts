import type { OperatorFunction } from 'rxjs';
import { beatClassification } from '../artefacts/index.ts';
import type { Signal } from '../session/signal.ts';
import { stage } from './stage.ts';

/** Adds `classified-rr`, `nn` and `beat-class` after each beat; see {@link beatClassification}. */
export const classifyBeats = (): OperatorFunction<Signal, Signal> => stage(() => beatClassification());
