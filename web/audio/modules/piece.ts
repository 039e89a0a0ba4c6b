import { pick, seeded, seedOf, type Random } from '../random.ts';
import { leadVoices, progression, type Chord, type Grammar, type Range, type Step } from './harmony.ts';
import { humanise } from './humanise.ts';
import { thin, type Optional, type PhrasePosition, type Score } from './score.ts';
import { LOW_DB, TRIMS_DB, type PieceId } from './trims.ts';

/** A bar of a phrase, ready to be played. */
export interface Bar {
  /** Beats from the start of the phrase. */
  readonly at: number;
  readonly chord: Chord;
  /** Its tones in close voices, each moved from the bar before as little as may be. */
  readonly voices: readonly Step[];
  /** What comes after it. */
  readonly next: Chord;
}

/** What a piece is given to play a phrase from. */
export interface Moment {
  readonly bars: readonly Bar[];
  /** The chord at a beat of the phrase. */
  readonly chordAt: (beat: number) => Chord;
  /** Which phrase of its round this is, from 0. */
  readonly index: number;
  /** Chance that falls the same way in every phrase of a round: what is invented once and said again. */
  readonly invention: Random;
  /** Chance of this phrase alone. */
  readonly walk: Random;
}

/** A module as a musician writes it: what it is made of, and how a phrase is played. */
export interface Piece extends Pick<Score, 'family' | 'parts' | 'reverbDb' | 'brightnessHz'> {
  readonly id: PieceId;
  readonly beatsPerBar: number;
  readonly bars: number;
  /** Phrases that belong together: one progression, one set of inventions. */
  readonly phrasesARound: number;
  /** How its chords follow one another. */
  readonly harmony: Grammar;
  /** Where the close voices lie. */
  readonly voices: Range;
  /** Standard deviations of timing in beats and of loudness as a share. */
  readonly loose: { readonly beats: number; readonly velocity: number };
  /** The notes of a phrase with the rank from which level on each is played. */
  play(moment: Moment): readonly Optional[];
}

/** How much thinner and fuller rounds become in turn, in ranks. */
const EBB = 0.04;
/** Rounds from one ebb to the next. */
const EBB_ROUNDS = 5.3;

/** Makes a score of a piece: the same place always gives the same notes, and no round comes again. */
export function scoreOf(piece: Piece): Score {
  const { bars, beatsPerBar, phrasesARound, loose } = piece;
  const beatsPerPhrase = bars * beatsPerBar;
  const roundOf = lastKept((round: number, seed: number) => harmonyOf(piece, round, seed));
  return {
    ...piece,
    beatsPerPhrase,
    trimsDb: TRIMS_DB[piece.id],
    lowDb: LOW_DB[piece.id],
    phrase({ index, level, seed }: PhrasePosition) {
      const round = Math.floor(index / phrasesARound);
      const tide = EBB * Math.sin(2 * Math.PI * (round / EBB_ROUNDS + seeded(seed, 5)()));
      const place = { round, index: index % phrasesARound, seed };
      const notes = piece.play(momentOf(piece, roundOf(round, seed), place));
      const swayed = notes.map((note) =>
        note.rank > 0 ? { ...note, rank: Math.max(0.01, note.rank + tide) } : note,
      );
      return humanise(thin(swayed, level), seeded(seed, 1, index), { ...loose, over: beatsPerPhrase });
    },
  };
}

/** Chords of a round and their voices. */
interface Harmony {
  readonly chords: readonly Chord[];
  readonly voiced: readonly (readonly Step[])[];
}

function harmonyOf(
  { id, harmony, bars, phrasesARound, voices }: Piece,
  round: number,
  seed: number,
): Harmony {
  const chords = progression(seeded(seed, seedOf(id), round, 1), harmony, bars * phrasesARound);
  return { chords, voiced: leadVoices(chords, voices) };
}

/** Keeps the last answer: the phrases of a round are asked for one after another, and voicing is work. */
function lastKept<T>(make: (round: number, seed: number) => T): (round: number, seed: number) => T {
  let last: { readonly round: number; readonly seed: number; readonly made: T } | undefined;
  return (round, seed) => {
    if (last?.round !== round || last.seed !== seed) last = { round, seed, made: make(round, seed) };
    return last.made;
  };
}

function momentOf(
  { id, bars, beatsPerBar }: Piece,
  { chords, voiced }: Harmony,
  { round, index, seed }: { readonly round: number; readonly index: number; readonly seed: number },
): Moment {
  const first = index * bars;
  const ofPhrase = chords.slice(first, first + bars);
  return {
    bars: ofPhrase.map((chord, bar) => ({
      at: bar * beatsPerBar,
      chord,
      voices: voiced[first + bar]!,
      next: chords[(first + bar + 1) % chords.length]!,
    })),
    chordAt: (beat) => ofPhrase[Math.min(bars - 1, Math.floor(beat / beatsPerBar))]!,
    index,
    invention: seeded(seed, seedOf(id), round, 2),
    walk: seeded(seed, seedOf(id), round, 3 + index),
  };
}

/** One of the rungs, not the one before: a line that does not stand still. */
export const another = (random: Random, rungs: readonly Step[], before: Step | undefined): Step =>
  pick(random, rungs.length > 1 ? rungs.filter((rung) => rung !== before) : rungs);
