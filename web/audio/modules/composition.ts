import type { Range, Step } from './harmony.ts';
import type { OrnamentOdds } from './ornaments.ts';
import type { Score } from './score.ts';
import type { PieceId } from './trims.ts';

/**
 * What a layer takes of the chord: an inner voice from below (beyond the last, an octave higher), the bass, the bass an
 * octave up, the first or second tone of the chord above the bass, or the step that leads into the next bass.
 */
export type Take = number | 'bass' | 'bass8' | 'bass3' | 'bass5' | 'lead';

/** `[beat, what, beats, velocity, rank]`; for strokes `what` is the pitch. Rank 0 is played on every level. */
export type Row = readonly [beat: number, take: Take, beats: number, velocity: number, rank: number];

/** One thing that is played under the tune. */
export interface Layer {
  /** Key of `parts`. */
  readonly part: string;
  /**
   * - `figures`: a bar (or `bars` of them) of notes, again and again; of several the seed picks one for a section.
   * - `held`: `[what, velocity, rank]` for as long as the chord stands, tied over where the tone stays.
   * - `strokes`: like figures, with pitches instead of tones of the chord, for what has no pitch.
   */
  readonly figures?: readonly (readonly Row[])[];
  readonly held?: readonly (readonly [take: Take, velocity: number, rank: number])[];
  readonly strokes?: readonly (readonly Row[])[];
  /** Bars that a figure spans; absent: 1. */
  readonly bars?: number;
  /** Played instead in some last bars of four, and always in a section's last. */
  readonly fill?: readonly Row[];
  /** Beats of a held note; absent: until the chord changes. */
  readonly beats?: number;
  /** Octaves higher (or lower, −1). */
  readonly octaves?: number;
}

/** How a section is played: which layers go with the tune, and who joins it. */
export interface Dress {
  /** Keys of `layers`. */
  readonly layers: readonly string[];
  /** How much louder than the others, dB. */
  readonly gainDb: number;
  /** How much busier: subtracted from the ranks of the layers. Absent: 0. */
  readonly busier?: number;
  /** Part that goes with the tune in thirds and sixths below it, from level 2 or 3 on. */
  readonly second?: string;
  /** Part that doubles the tune, so many octaves away, on every level. */
  readonly double?: { readonly part: string; readonly octaves: number; readonly velocity: number };
}

/** A tune and its harmony, as `readTune` and `readHarmony` read them. */
export interface Music {
  readonly tune: string;
  readonly harmony: string;
}

/** A module as a musician writes it. */
export interface Composition extends Pick<Score, 'family' | 'parts' | 'reverbDb' | 'brightnessHz'> {
  readonly id: PieceId;
  readonly beatsPerBar: number;
  /** Bars of a phrase; at most 12 s at the slowest level. */
  readonly bars: number;
  /** The step of D major that is sung as 1; its degree is the piece's centre. */
  readonly home: Step;
  /** The theme. */
  readonly A: Music;
  readonly B: Music;
  readonly C: Music;
  /** Harmony of the phrase in which the tune rests before A. */
  readonly breath: string;
  /** How much louder (dB) and thinner (ranks) that phrase is than its dress. Absent: a little softer and thinner. */
  readonly breathing?: { readonly gainDb: number; readonly rank: number };
  /** Orders of sections and their dress, for about ten minutes: `A:pad A:full B:bare`. Each begins with A. */
  readonly forms: readonly string[];
  readonly dresses: Readonly<Record<string, Dress>>;
  readonly layers: Readonly<Record<string, Layer>>;
  /** The part `tune` sings. `holds`: beats for which a note sounds on into the next. */
  readonly tune: { readonly velocity: number; readonly holds: number };
  readonly ornaments: OrnamentOdds & {
    /** Part that echoes, and how many octaves away. */
    readonly echoPart?: string;
    readonly echoOctaves?: number;
  };
  /** Where the inner voices lie, and how many. */
  readonly voices: Range & { readonly count: number };
  /** Lowest step of the bass. */
  readonly bassFrom: Step;
  /** Standard deviations of timing in beats and of loudness as a share. */
  readonly loose: { readonly beats: number; readonly velocity: number };
}
