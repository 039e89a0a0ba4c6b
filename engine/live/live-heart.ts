import type { BeatClass } from '../artefacts/beat-class.ts';
import type { NnInterval } from '../artefacts/nn-interval.ts';
import type { BeatSource } from '../intervals/beat-source.ts';
import type { RrInterval } from '../intervals/rr-interval.ts';
import type { Signal } from '../session/signal.ts';

/** A beat as a page may draw it. */
export interface LiveBeat extends RrInterval {
  /** In the plausible range and near the local median; known at once. */
  plausible: boolean;
  /** Its final class, up to five beats later; absent: not classified yet. */
  class?: BeatClass;
}

/**
 * The heart of a session so far. The lists grow and stay the same lists, so
 * that a canvas follows them without copies.
 */
export interface LiveHeart {
  readonly beats: readonly LiveBeat[];
  readonly nn: readonly NnInterval[];
  /** What the strap itself showed, 1/min, packet by packet; the only heart rate of a device that sends no intervals. */
  readonly shown: readonly { readonly atMs: number; readonly bpm: number }[];
  readonly source: BeatSource;
  /** Whether the electrodes touch skin; absent: the strap has not said. */
  readonly contact?: boolean;
}

/**
 * Collects beats with their classes, NN intervals and the strap's own rate from the signals of a session: live from
 * `attuneSignals`, of a past one from `signalsOfLog`. Constant time a signal; nobody but `take` changes the lists.
 */
export function liveHeart(): { readonly heart: LiveHeart; readonly take: (signal: Signal) => void } {
  const beats: LiveBeat[] = [];
  const nn: NnInterval[] = [];
  const shown: { readonly atMs: number; readonly bpm: number }[] = [];
  const heart: { -readonly [Key in keyof LiveHeart]: LiveHeart[Key] } = {
    beats,
    nn,
    shown,
    source: 'waiting',
  };
  let judged = 0;
  return {
    heart,
    take: (signal) => {
      if (signal.type === 'screened-rr') {
        const { atMs, rrMs, segment, plausible } = signal;
        beats.push({ atMs, rrMs, segment, plausible });
        heart.source = 'rr';
      } else if (signal.type === 'classified-rr') {
        // Classes become final in the order of the beats, none left out.
        beats[judged++]!.class = signal.class;
      } else if (signal.type === 'nn') {
        nn.push(signal);
      } else if (signal.type === 'strap-rate') {
        if (signal.bpm > 0) shown.push({ atMs: signal.atMs, bpm: signal.bpm });
        if (signal.alone) heart.source = 'heart-rate-only';
      } else if (signal.type === 'measurement' && signal.contact !== undefined) {
        heart.contact = signal.contact;
      }
    },
  };
}
