import {
  LOW_DRUM,
  HAND_DRUMS,
  KALIMBA,
  MARIMBA,
  SHAKERS,
  type Instrument,
} from '../../../audio/instruments/index.ts';
import type { Stroke } from '../sound/stroke.ts';

/** A pad of free drumming. */
export interface Pad {
  readonly id: 'deep' | 'low' | 'open' | 'muted' | 'small' | 'seeds' | 'wood' | 'bell';
  readonly instrument: Instrument;
  readonly midi: number;
  /** Full force, linear. */
  readonly gain: number;
  /** The letter that plays it: the home row, under eight fingers. Never Space, which is Stop. */
  readonly key: string;
  /** The General MIDI notes that play it, 35–81. */
  readonly notes: readonly number[];
}

/** Eight sounds, deep to bright, two of them tuned to the chord that all of Attune's music knows. */
export const PADS: readonly Pad[] = [
  { id: 'deep', instrument: LOW_DRUM, midi: 48, gain: 1, key: 'a', notes: [35, 36, 41] },
  { id: 'low', instrument: HAND_DRUMS, midi: 64, gain: 1, key: 's', notes: [43, 45, 64] },
  { id: 'open', instrument: HAND_DRUMS, midi: 63, gain: 0.95, key: 'd', notes: [38, 40, 47, 63] },
  { id: 'muted', instrument: HAND_DRUMS, midi: 62, gain: 0.95, key: 'f', notes: [37, 48, 62] },
  { id: 'small', instrument: HAND_DRUMS, midi: 61, gain: 0.9, key: 'j', notes: [50, 60, 61] },
  { id: 'seeds', instrument: SHAKERS, midi: 82, gain: 0.8, key: 'k', notes: [42, 44, 46, 69, 70, 82] },
  { id: 'wood', instrument: MARIMBA, midi: 62, gain: 0.85, key: 'l', notes: [39, 56, 76, 77] },
  { id: 'bell', instrument: KALIMBA, midi: 74, gain: 0.8, key: 'h', notes: [49, 51, 53, 57, 80, 81] },
];

export const DRUM_INSTRUMENTS: readonly Instrument[] = [...new Set(PADS.map(({ instrument }) => instrument))];

/** One hit of a drum. */
export interface Hit {
  readonly pad: Pad['id'];
  /** Seconds since the first hit. */
  readonly atS: number;
  /** How hard, 0–1. */
  readonly force: number;
}

/** What a hit sounds like. Force is heard as loudness does rise with it: as its square, never to nothing. */
export function strokeOf({ pad, force }: Pick<Hit, 'pad' | 'force'>): Stroke {
  const { instrument, midi, gain } = PADS.find(({ id }) => id === pad)!;
  return { instrument, midi, gain: gain * (0.12 + 0.88 * force ** 2) };
}

/** Force by where a pad is touched: full in the middle, soft at the edge, as on a drum's skin. 0–1. */
export const forceAt = (x: number, y: number): number => {
  const fromMiddle = Math.min(1, Math.hypot(2 * x - 1, 2 * y - 1));
  return 1 - 0.75 * fromMiddle ** 1.5;
};
