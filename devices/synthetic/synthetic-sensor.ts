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
 * A synthetic heart as a strap would send it, for demonstrations without a strap and for tests. Each subscription
 * starts the same heart anew.
 *
 * Beats are made as they are needed, at most about two seconds ahead, so `arousal` may read something that changes
 * while it runs, such as the music that plays: then the heart can be soothed.
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
