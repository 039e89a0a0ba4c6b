import { from } from 'rxjs';
import { attuneSignals, liveHeart, type InputEvent, type LiveHeart } from '../../../engine/index.ts';
import { packetAt } from '../../support/faulty-heart.ts';
import { started } from '../../support/session-inputs.ts';

/** What the engine makes of a heart, from a session with these inputs. */
export function heartFrom(inputs: readonly InputEvent[]): LiveHeart {
  const { heart, take } = liveHeart();
  from([started(), ...inputs])
    .pipe(attuneSignals())
    .subscribe(take);
  return heart;
}

/** Beats of these lengths, one after the other from the session's start on. */
export function intervalsOf(...rrMs: readonly number[]): InputEvent[] {
  let atMs = 0;
  return rrMs.map((rr) => {
    atMs += rr;
    return { type: 'intervals', atMs, author: 'device', sensor: 'test', rrMs: [rr] };
  });
}

/** A device without intervals, one packet a second. */
export const bandAt = (bpm: number, seconds: number): InputEvent[] =>
  Array.from({ length: seconds }, (_, s) => packetAt(1000 * (s + 1), { heartRateBpm: bpm, contact: true }));
