import { transposed, type Chord } from '../theory/chord.ts';
import { changesOf, type Tune, type TuneLine } from '../tunes/tune.ts';

/** Words of a line under one chord. */
export interface WordsUnderChord {
  readonly text: string;
  /** The chord that comes with the first of them; `undefined`: the one before goes on. */
  readonly chord?: Chord;
  /** Which of the song's changes they are under. */
  readonly change: number;
}

/** A line in stretches, each under its chord, as a songbook writes them. */
export function wordsUnderChords(tune: Tune, line: TuneLine, transpose: number): readonly WordsUnderChord[] {
  const changes = changesOf(tune);
  const under = changes.flatMap((change, i) => {
    const begins = change.atBeat >= line.atBeat - 1e-6;
    const within = change.atBeat < line.atBeat + line.beats - 1e-6;
    const goesOn = !begins && change.atBeat + change.beats > line.atBeat + 1e-6;
    return within && (begins || goesOn) ? [{ change: i, ...change, begins }] : [];
  });
  return under.map(({ change, chord, atBeat, begins }, i) => {
    const [from, to] = [begins ? atBeat : line.atBeat, under[i + 1]?.atBeat ?? line.atBeat + line.beats];
    // Of a line without a tune all words lie under its first chord.
    return {
      change,
      ...(begins && { chord: transposed(chord, transpose) }),
      text: line.tones.length > 0 ? textBetween(line, from, to) : i === 0 ? line.text : '',
    };
  });
}

/** Words that are sung from a beat on, before another. */
const textBetween = ({ tones }: TuneLine, from: number, to: number): string =>
  tones
    .filter(({ atBeat, syllable }) => syllable !== '' && atBeat >= from - 1e-6 && atBeat < to - 1e-6)
    .map(({ syllable, joined }) => (joined ? syllable : `${syllable} `))
    .join('');
