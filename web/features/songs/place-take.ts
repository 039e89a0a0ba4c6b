import { alignTake } from '../../../engine/rhythm/index.ts';
import type { TakeHow } from './take.ts';

export interface TakeToPlace {
  readonly samples: Float32Array<ArrayBuffer>;
  readonly sampleRate: number;
  /** On the context's clock, s: the first sample, the clicks of the count-in, the first beat of the part. */
  readonly fromS: number;
  readonly clicksAtS: readonly number[];
  readonly beatAtS: number;
  /** As it was measured before on this device. */
  readonly storedLoopS?: number;
  /** What the browser says of its delays together; a guess, and the last one that is asked. */
  readonly reportedS: number;
}

export interface TakePlace {
  /** Seconds of the recording before the first beat. */
  readonly offsetS: number;
  readonly how: TakeHow;
  /** The loop, where it was measured now. */
  readonly loopS?: number;
}

/**
 * Where a take lies against its backing. The clicks of the count-in hold a marker; where the microphone hears it the
 * device's delays are measured in the take itself. With headphones it does not; what is stored or reported stands in.
 */
export function placeTake({
  samples,
  sampleRate,
  fromS,
  clicksAtS,
  beatAtS,
  ...known
}: TakeToPlace): TakePlace {
  const { storedLoopS, reportedS } = known;
  const playedS = beatAtS - fromS;
  const found = alignTake({
    ...{ recording: samples, sampleRate },
    markersAtS: clicksAtS.map((at) => at - fromS),
    ...(storedLoopS !== undefined && { storedLoopS }),
  });
  switch (found.how) {
    case 'marker':
      return { offsetS: playedS * (1 + found.drift) + found.loopS, how: 'marker', loopS: found.loopS };
    case 'stored-loop':
      return { offsetS: playedS + found.loopS, how: 'stored-loop' };
    case 'unknown':
      return { offsetS: playedS + reportedS, how: 'reported' };
  }
}

/** Seconds before the first beat that are kept: room for an upbeat, and none for the count-in. */
const LEAD_S = 0.6;

/** The take without its count-in. */
export function trimmed(
  { samples, sampleRate }: Pick<TakeToPlace, 'samples' | 'sampleRate'>,
  offsetS: number,
) {
  const from = Math.max(0, Math.floor((offsetS - LEAD_S) * sampleRate));
  return { samples: samples.slice(from), sampleRate, offsetS: offsetS - from / sampleRate };
}
