import { from, Subject, type OperatorFunction } from 'rxjs';
import { attune, measured, type EngineParts } from './pipeline.ts';
import { engineConfig, type EngineConfig } from './config/engine-config.ts';
import type { InputEvent, SessionEvent, Signal } from './session/signal.ts';

/** The inputs of a log, as they came: what the engine concluded is left out. */
export function inputsOf(log: readonly SessionEvent[]): readonly InputEvent[] {
  return log.flatMap(({ seq: _, ...event }) => (event.author === 'engine' ? [] : [event]));
}

/**
 * Runs a complete list of inputs through a part of the path; `each` gets what comes out of it, in order.
 * @throws whatever the path says on its error channel
 */
export function runThrough<T>(
  inputs: readonly InputEvent[],
  path: OperatorFunction<InputEvent, T>,
  each: (out: T) => void,
): void {
  let bug: unknown;
  from(inputs)
    .pipe(path)
    .subscribe({ next: each, error: (thrown: unknown) => (bug = thrown) });
  if (bug !== undefined) throw bug as Error;
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
  runThrough(inputsOf(log), attune(config, parts), (event) => replayed.push(event));
  return replayed;
}

/** Inputs between two pauses of `signalsOfLog`: a few ms of work where the engine is cold. */
const SLICE = 20;

/**
 * The signals of a log's session that are not in the log: its packets decoded, beats placed, screened and
 * classified, NN intervals and HRV, in order. The same as the live page saw, from the first half of the path;
 * nothing is estimated or dosed again.
 *
 * @param pause lets others work between two slices, and before the first
 * @throws whatever the path says on its error channel
 */
export async function signalsOfLog(
  log: readonly SessionEvent[],
  each: (signal: Signal) => void,
  pause: () => Promise<void>,
): Promise<void> {
  const inputs$ = new Subject<InputEvent>();
  let bug: unknown;
  inputs$.pipe(measured()).subscribe({ next: each, error: (thrown: unknown) => (bug = thrown) });
  for (const [i, input] of inputsOf(log).entries()) {
    if (i % SLICE === 0) await pause();
    inputs$.next(input);
  }
  inputs$.complete();
  if (bug !== undefined) throw bug as Error;
}
