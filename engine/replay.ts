import { from } from 'rxjs';
import { attune, type EngineParts } from './pipeline.ts';
import { engineConfig, type EngineConfig } from './config/engine-config.ts';
import type { InputEvent } from './session/signal.ts';
import type { SessionEvent } from './session/signal.ts';

/** The inputs of a log, as they came: what the engine concluded is left out. */
export function inputsOf(log: readonly SessionEvent[]): readonly InputEvent[] {
  return log.flatMap(({ seq: _, ...event }) => (event.author === 'engine' ? [] : [event]));
}

/**
 * Runs a log's inputs through the engine again. With the configuration that wrote it, the result is the same log to the
 * byte (as JSON lines); a log that was cut off gives the events up to the cut.
 * @throws RangeError  the log names a protocol that does not exist
 */
export function replayLog(
  log: readonly SessionEvent[],
  config: EngineConfig = engineConfig(),
  parts: EngineParts = {},
): SessionEvent[] {
  const replayed: SessionEvent[] = [];
  let bug: unknown;
  from(inputsOf(log))
    .pipe(attune(config, parts))
    .subscribe({ next: (event) => replayed.push(event), error: (thrown: unknown) => (bug = thrown) });
  if (bug !== undefined) throw bug as Error;
  return replayed;
}
