import type { RecordingNotes } from './sessions-view-model.ts';
import { reading } from './words/screens.ts';

/** Lines that are seen at once. */
const MOST_SHOWN = 3;

/** Why only a part was read, then the warnings, each once: the `first` ones to be seen at once, and the `rest`. */
export function splitNotes({ partial, warnings }: RecordingNotes) {
  const lines = [...new Set([...(partial === undefined ? [] : [reading.partly(partial)]), ...warnings])];
  return { first: lines.slice(0, MOST_SHOWN), rest: lines.slice(MOST_SHOWN) };
}
