import { from } from 'rxjs';
import { recordingEvents, type Recording } from '../devices/index.ts';
import {
  decodePackets,
  engineConfig,
  placeBeats,
  type InputEvent,
  type RrInterval,
} from '../engine/index.ts';

/** A recording's RR intervals on the beat clock, as the engine places them: packets and timed intervals alike. */
export function rrIntervals(recording: Recording): readonly RrInterval[] {
  const intervals: RrInterval[] = [];
  const events: InputEvent[] = [...recordingEvents(recording)];
  // The end settles what still waits for packets after it.
  const atMs = events.at(-1)!.atMs;
  events.push({ type: 'session-ended', author: 'device', atMs, reason: 'end-of-recording' });
  from(events)
    .pipe(decodePackets(), placeBeats(engineConfig()))
    .subscribe((signal) => {
      if (signal.type === 'rr') intervals.push(signal);
    });
  return intervals;
}
