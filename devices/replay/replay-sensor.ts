import type { HeartRateSensor } from '../heart-rate-sensor.ts';
import { startOfRecording } from '../recordings/recording-events.ts';
import type { Recording } from '../recordings/recording.ts';
import { playback, type PlaybackOptions } from './playback.ts';

/**
 * A recording as a sensor, at any speed: see `playback` for what that means for time. Its events carry the recording's
 * name as `sensor`, and end with `ended`.
 *
 * @throws RangeError  a speed that is not above 0
 */
export const replaySensor = (recording: Recording, options: PlaybackOptions = {}): HeartRateSensor => ({
  id: recording.name,
  name: recording.name,
  kind: 'recording',
  events$: playback(
    { sensor: recording.name, startMs: startOfRecording(recording), items: () => recording.items },
    options,
  ),
});
