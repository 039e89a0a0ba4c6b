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
  from(recordingEvents(recording) as readonly InputEvent[])
    .pipe(decodePackets(), placeBeats(engineConfig()))
    .subscribe((signal) => {
      if (signal.type === 'rr') intervals.push(signal);
    });
  return intervals;
}
