import { chance } from '../../engine/index.ts';
import type { HeartBeat } from './heart-beats.ts';

/** What falsifies the beats between the heart and the recording. Each share is of beats, 0–1. */
export interface Disturbances {
  readonly seed: number;
  /** Premature beats, each with its compensatory pause. */
  readonly ectopicShare?: number;
  /** Beats that the device does not see: two intervals become one. */
  readonly missedShare?: number;
  /** Beats that the device sees where there are none: one interval becomes two. */
  readonly extraShare?: number;
  /** Times without a signal; intervals that touch one are lost. */
  readonly dropouts?: readonly Dropout[];
}

export interface Dropout {
  readonly fromS: number;
  readonly toS: number;
}

/** An interval as recorded, with the truth about it. */
export interface ObservedBeat extends HeartBeat {
  /** Why this interval differs from the heart's own rhythm. */
  readonly artefact?: 'ectopic' | 'missed' | 'extra';
}

/** Share of the normal interval after which a premature beat falls. */
const PREMATURE = 0.68;

/** The beats as a device records them. */
export function* observedBeats(
  beats: Iterable<HeartBeat>,
  disturbances: Disturbances,
): Generator<ObservedBeat> {
  const { dropouts = [] } = disturbances;
  for (const beat of disturbed(beats, disturbances)) {
    const beginS = beat.atS - beat.rrMs / 1000;
    if (!dropouts.some(({ fromS, toS }) => beat.atS >= fromS && beginS < toS)) yield beat;
  }
}

function* disturbed(beats: Iterable<HeartBeat>, disturbances: Disturbances): Generator<ObservedBeat> {
  const { seed, ectopicShare = 0, missedShare = 0, extraShare = 0 } = disturbances;
  const uniform = chance(seed);
  let beforeS = 0;
  let carried: ObservedBeat['artefact'];
  const observe = (beat: HeartBeat, atS: number, artefact: ObservedBeat['artefact']): ObservedBeat => {
    const rrMs = (atS - beforeS) * 1000;
    beforeS = atS;
    return { atS, rrMs, arousal: beat.arousal, ...(artefact ? { artefact } : {}) };
  };

  for (const beat of beats) {
    const draw = uniform();
    const within = (share: number) => beforeS + share * (beat.atS - beforeS);
    if (carried !== undefined) {
      yield observe(beat, beat.atS, carried);
      carried = undefined;
    } else if (draw < ectopicShare) {
      yield observe(beat, within(PREMATURE), 'ectopic');
      carried = 'ectopic';
    } else if (draw < ectopicShare + missedShare) {
      carried = 'missed';
    } else if (draw < ectopicShare + missedShare + extraShare) {
      yield observe(beat, within(0.25 + 0.5 * uniform()), 'extra');
      yield observe(beat, beat.atS, 'extra');
    } else {
      yield observe(beat, beat.atS, undefined);
    }
  }
}
