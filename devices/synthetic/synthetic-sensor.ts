import { hexFromBytes } from '../../engine/index.ts';
import type { HeartRateSensor } from '../heart-rate-sensor.ts';
import type { RecordingItem } from '../recordings/recording.ts';
import { playback, type PlaybackOptions } from '../replay/playback.ts';
import { beatsUntil, type HeartOptions } from './heart-beats.ts';
import { observedBeats, type Disturbances } from './observed-beats.ts';
import { strapPackets } from './strap-packets.ts';

export interface SyntheticOptions extends HeartOptions, Omit<Disturbances, 'seed'>, PlaybackOptions {
  /** Absent: without end. */
  readonly durationS?: number;
  readonly name?: string;
}

/**
 * A sensor that sends a synthetic heart as a strap would, for demonstrations and tests.
 * Each subscription restarts the same heart.
 *
 * Beats are made as they are needed, at most about two seconds ahead, so `arousal` may depend on something that
 * changes meanwhile, such as the music playing.
 *
 * @throws RangeError  a rate or speed out of range; `instant` without a duration
 */
export function syntheticSensor(options: SyntheticOptions): HeartRateSensor {
  const { durationS = Infinity, name = 'Synthetic heart', dropouts = [], speed } = options;
  if (speed === 'instant' && durationS === Infinity) {
    throw new RangeError('durationS must be given with speed "instant"');
  }
  const id = `synthetic-${options.seed}`;

  function* items(): Generator<RecordingItem> {
    const beats = observedBeats(beatsUntil(durationS, options), { ...options, seed: options.seed + 1 });
    for (const { atS, payload } of strapPackets(beats, dropouts)) {
      yield { type: 'packet', atMs: atS * 1000, hex: hexFromBytes(payload) };
    }
  }
  return { id, name, kind: 'synthetic', events$: playback({ sensor: id, startMs: 0, items }, options) };
}
