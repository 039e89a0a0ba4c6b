import type { Source } from './source.ts';

/**
 * An instrument is a few recordings of single notes; notes between them are the nearest one played a little faster
 * or slower. The recordings are made when the app is built (`scripts/make-recordings.ts`), from what `source` says.
 */
export interface Instrument {
  /** Names its file of recordings; unique among instruments. */
  readonly id: string;
  /** MIDI pitches that are recorded, upwards, 69 = 440 Hz; for what has no pitch the numbers of its strokes. */
  readonly pitches: readonly number[];
  /** False: drums and noise, whose `midi` says which stroke; they are never transposed. */
  readonly pitched: boolean;
  /** Recordings of each pitch, from as many strokes. Absent: one. */
  readonly takes?: number;
  /** Channels of the recordings. Absent: one. */
  readonly sides?: 2;
  /** Seconds of each recording. */
  readonly lengthS: number;
  /** Whether the recording repeats without a seam; else it dies away by itself. */
  readonly loops: boolean;
  /** Seconds from silence to full. */
  readonly attackS: number;
  /** Time constant in seconds with which a note leaves when it is let go. */
  readonly releaseS: number;
  /** Corner of the low-pass that opens with velocity, Hz at the softest and at the hardest stroke. Absent: none. */
  readonly toneHz?: readonly [soft: number, hard: number];
  /** The same instrument played softer, for velocities under `at`. Absent: it is only recorded as it is. */
  readonly softer?: Layer;
  /** The same, for velocities from `at` on. */
  readonly harder?: Layer;
  /** How a held note begins, before the loop takes over: the bow's or the breath's own onset. Absent: it swells. */
  readonly onset?: Instrument;
  /** What is heard when a note is let go, and how far under it, dB. Absent: nothing. */
  readonly release?: { readonly instrument: Instrument; readonly gainDb: number };
  readonly source: Source;
}

/** Another strength of an instrument, brought to the same loudness: velocity is the deck's to make heard. */
export interface Layer {
  /** Velocity at which one gives way to the other, 0–1. */
  readonly at: number;
  readonly instrument: Instrument;
}

/** Hz of a MIDI pitch, equal temperament. */
export const frequencyOf = (midi: number): number => 440 * 2 ** ((midi - 69) / 12);

/** Recordings this far from a note, in semitones, may stand in for the nearest. */
const NEAR = 4;

/** The recorded pitches that a note may be played from, the nearest first, the lower of two as near. Never empty. */
export function pitchesNear({ pitches, pitched }: Instrument, midi: number): readonly number[] {
  const [nearest, next] = [...pitches].sort((a, b) => Math.abs(a - midi) - Math.abs(b - midi));
  const both = pitched && next !== undefined && Math.abs(next - midi) <= NEAR;
  return both ? [nearest!, next] : [nearest!];
}

/** The recorded pitch nearest to a pitch. */
export const nearestPitch = (instrument: Instrument, midi: number): number =>
  pitchesNear(instrument, midi)[0]!;

/** What else belongs to an instrument, each with a file of its own: it plays without them, and better with them. */
export const companionsOf = ({ softer, harder, onset, release }: Instrument): Instrument[] =>
  [softer?.instrument, harder?.instrument, onset, release?.instrument].filter((it) => it !== undefined);

/** The layer of an instrument that is played at a force, 0–1; absent: the instrument as it is. */
export function layerOf(instrument: Instrument, force: number | undefined): Instrument {
  const { softer, harder } = instrument;
  if (force === undefined) return instrument;
  if (softer && force < softer.at) return softer.instrument;
  return harder && force >= harder.at ? harder.instrument : instrument;
}
