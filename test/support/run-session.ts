import { from } from 'rxjs';
import {
  attune,
  type EngineParts,
  type InputEvent,
  type SessionEvent,
  type Tick,
} from '../../engine/index.ts';

/** The log that the engine makes of these inputs. */
export function run(inputs: readonly (InputEvent | Tick)[], parts: EngineParts = {}): SessionEvent[] {
  const log: SessionEvent[] = [];
  let bug: unknown;
  from(inputs)
    .pipe(attune(undefined, parts))
    .subscribe({ next: (event) => log.push(event), error: (thrown: unknown) => (bug = thrown) });
  if (bug !== undefined) throw bug as Error;
  return log;
}
