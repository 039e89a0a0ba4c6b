import { hexFromBytes, sum } from '../../engine/index.ts';
import type { SensorEvent } from '../heart-rate-sensor.ts';
import type { Recording } from '../recordings/recording.ts';
import { replaySensor } from '../replay/replay-sensor.ts';
import { strapPackets } from '../synthetic/strap-packets.ts';
import { faultySensor } from './faulty-sensor.ts';
import type { Faults } from './faults.ts';

/**
 * A recording as a strap would have sent it, one notification a second, so that every strap fault can be simulated
 * on it. A recording that already has packets is left unchanged.
 */
export function asStrap(recording: Recording): Recording {
  const intervals = recording.items.filter((item) => item.type === 'intervals');
  if (intervals.length < recording.items.length) return recording;
  const beats = intervals.flatMap(({ atMs, rrMs }) => {
    let endMs = atMs - sum(rrMs);
    return rrMs.map((rr) => ({ atS: (endMs += rr) / 1000, rrMs: rr, arousal: 0 }));
  });
  const startS = Math.floor((beats[0]?.atS ?? 0) - (beats[0]?.rrMs ?? 0) / 1000);
  const since = beats.map((beat) => ({ ...beat, atS: beat.atS - startS }));
  const items = Array.from(strapPackets(since), ({ atS, payload }) => {
    return { type: 'packet', atMs: (startS + atS) * 1000, hex: hexFromBytes(payload) } as const;
  });
  return { ...recording, items };
}

/** The events that a strap with these faults would have sent for the recording, all at once. */
export function faultyEvents(recording: Recording, faults: Faults): readonly SensorEvent[] {
  const events: SensorEvent[] = [];
  const sensor = replaySensor(asStrap(recording), { speed: 'instant' });
  faultySensor(sensor, faults).events$.subscribe((event) => events.push(event));
  return events;
}
