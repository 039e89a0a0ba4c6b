import type { Level } from '../../../engine/index.ts';
import type { Instrument } from '../instruments/index.ts';
import type { Sung } from './notation.ts';
import type { Voiced } from './voice-leading.ts';

/** One note of a phrase, as data. */
export interface Note {
  /** Key of the score's `parts`. */
  readonly part: string;
  /** Beats from the start of the phrase, 0 ≤ beat < beatsPerPhrase. */
  readonly beat: number;
  /** Beats until it is let go; what rings by itself rings on. */
  readonly beats: number;
  /** Pitch, 69 = 440 Hz. */
  readonly midi: number;
  /** Linear gain, 0–1. */
  readonly velocity: number;
}

/** Who plays: an instrument and its place in the room. */
export interface Part {
  readonly instrument: Instrument;
  readonly gainDb: number;
  /** −1 left, 1 right. */
  readonly pan: number;
  /** Beats to swell and to fade, for pads; absent: the instrument's own. */
  readonly swellBeats?: readonly [attack: number, release: number];
}

/** Which phrase: its number from the start of the module, at which level, of which performance. */
export interface PhrasePosition {
  readonly index: number;
  readonly level: Level;
  readonly seed: number;
  /**
   * Pitch classes (0 is C) of a chord that another piece leaves off with: the first bar stands over it, or over one as
   * near as may be, before the piece's own harmony goes on. Absent: the piece begins with its own.
   */
  readonly takesUp?: readonly number[];
}

/** Where in its form a phrase lies. */
export interface FormPlace {
  /** `A` is the theme. */
  readonly letter: string;
  /** How it is dressed this time. */
  readonly dress: string;
  /** Which section it is, from the start of the module. */
  readonly section: number;
  /** Which phrase of the section, from 0. */
  readonly phrase: number;
  /** Whether the tune rests here, before the theme comes back. */
  readonly breath: boolean;
}

/** A section's music, read and voiced; beats from its start. */
export interface Written {
  readonly tune: readonly Sung[];
  readonly chords: readonly Voiced[];
}

/** A figure for each of the levels 1–5. */
export type ByLevel = readonly [number, number, number, number, number];

/**
 * A piece of music that never ends: a rule that gives any phrase of it as notes.
 *
 * All scores keep to the notes of D major and to their family's tempo, so that any two may sound together
 * through a crossfade. The same place always gives the same notes; levels share their harmony and motifs and
 * differ in tempo, in how many of the notes are played, and in brightness.
 */
export interface Score {
  readonly id: string;
  readonly family: 'calming' | 'activating';
  readonly beatsPerPhrase: number;
  readonly parts: Readonly<Record<string, Part>>;
  /** How much of it goes into the room, dB. */
  readonly reverbDb: number;
  /** Corner of the low-pass over everything, Hz. */
  readonly brightnessHz: ByLevel;
  /** What brings it to the common loudness, dB. */
  readonly trimsDb: ByLevel;
  phrase(place: PhrasePosition): readonly Note[];
  /** Pitch classes (0 is C) of the chord at a beat of a phrase, the root first; absent: it has no harmony to tell. */
  chordAt?(place: {
    readonly index: number;
    readonly seed: number;
    readonly beat: number;
  }): readonly number[];
  /** Absent: a piece without a form. */
  formAt?(place: { readonly index: number; readonly seed: number }): FormPlace;
  /** The first phrase from `index` on at which the theme begins: where a piece is joined. Absent: anywhere. */
  themeFrom?(place: { readonly index: number; readonly seed: number }): number;
  /** Pitch class (0 is C) of the note it comes home to; absent: none. */
  readonly centre?: number;
  /** Tune and voiced chords of each letter, as composed; absent: nothing is written down. */
  readonly written?: Readonly<Record<string, Written>>;
}

const TEMPO_BPM = {
  calming: [60, 63, 66, 69, 72],
  activating: [96, 100, 104, 108, 112],
} as const;

/** Beats per minute. Sedative trials use 60–80; tempo is a character here, not a lever on the heart. */
export const tempoBpm = (family: Score['family'], level: Level): number => TEMPO_BPM[family][level - 1]!;

/** A note that is played only from some level on: `rank` in [0, 1), the lower the sooner. */
export interface Optional extends Note {
  readonly rank: number;
}

/** The notes that a level plays: 1 only the bones, 5 all. Each level contains the one below it. */
export const thin = (notes: readonly Optional[], level: Level): Optional[] =>
  notes.filter(({ rank }) => rank < level / 5);
