import type { EngineConfig } from '../config.ts';
import type { InputEvent } from '../session/input-events.ts';
import type { Beat } from '../session/signal.ts';
import { beatPlacement } from './beat-placement.ts';

/**
 * The beats that an event places, by the same rules as in a session: repeated packets and those without skin contact give none,
 * and what comes late may wait for others. For whoever shows a strap without a session; see {@link beatPlacement}.
 */
export function placedBeats(config: EngineConfig): (event: InputEvent) => readonly Beat[] {
  const step = beatPlacement(config);
  return (event) => {
    const beats: Beat[] = [];
    step(event, (signal) => {
      if (signal.type === 'beat') beats.push(signal);
    });
    return beats;
  };
}
