import type { EngineConfig } from '../config/engine-config.ts';
import { packetDecoding } from '../packets/packet-decoding.ts';
import type { InputEvent } from '../session/signal.ts';
import { beatPlacement } from './beat-placement.ts';
import type { Rr } from './events.ts';

/**
 * The intervals that an event places on the beat clock, by the same rules as in a session: repeated packets and
 * those without skin contact give none, and what comes late may wait for others. For displaying a strap without a
 * session; see {@link beatPlacement}.
 */
export function placedBeats(config: EngineConfig): (event: InputEvent) => readonly Rr[] {
  const decode = packetDecoding();
  const place = beatPlacement(config);
  return (event) => {
    const placed: Rr[] = [];
    decode(event, (signal) =>
      place(signal, (out) => {
        if (out.type === 'rr') placed.push(out);
      }),
    );
    return placed;
  };
}
