import { ninth, open, seventh, suspended, triad, type Chord, type Step } from './harmony.ts';

/** A note of a tune; beats from the start of its section. */
export interface Sung {
  readonly beat: number;
  readonly beats: number;
  readonly step: Step;
}

/** Beats are sums of fractions: two that are meant to be one may differ by less than this. */
const SAME = 1e-6;

/** Whether a beat lies in a stretch: at its start or after it, and before its end. */
export const isWithin = (beat: number, from: number, to: number): boolean =>
  beat >= from - SAME && beat < to - SAME;

/** A chord and how long it stands; beats from the start of its section. */
export interface Stand {
  readonly beat: number;
  readonly beats: number;
  readonly chord: Chord;
}

interface Setting {
  readonly beatsPerBar: number;
  /** The step of D major that the piece calls 1. */
  readonly home: Step;
}

const NOTE = /^(r|[1-7])(,*)('*)(?::(\d+(?:\.\d+)?))?$/;

/**
 * Reads a tune as numbers of its scale, a bar between two strokes: `3:2 2 | 1:3 r | 5, 1'`. A number alone is a beat
 * long, `:2` two; a comma is an octave down, an apostrophe one up; `r` rests.
 *
 * @throws RangeError  a word that is no note, or a bar of another length (a composer's mistake)
 */
export function readTune(text: string, { beatsPerBar, home }: Setting): Sung[] {
  return barsOf(text).flatMap((words, bar) => {
    let beat = bar * beatsPerBar;
    const notes = words.flatMap((word): Sung[] => {
      const read = NOTE.exec(word);
      if (!read) throw new RangeError(`tune, bar ${bar + 1}: a note such as "3:2" expected, got "${word}"`);
      const [, name, down, up, length] = read;
      const [at, beats] = [beat, Number(length ?? 1)];
      beat += beats;
      if (name === 'r') return [];
      return [{ beat: at, beats, step: home + Number(name) - 1 + 7 * (up!.length - down!.length) }];
    });
    if (Math.abs(beat - (bar + 1) * beatsPerBar) > 1e-9)
      throw new RangeError(
        `tune, bar ${bar + 1}: ${beatsPerBar} beats expected, got ${beat - bar * beatsPerBar}`,
      );
    return notes;
  });
}

const NUMERALS = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii'];
const CHORD = /^([iv]+)(43|5|7|9)?(?:\/([357]))?(?::(\d+(?:\.\d+)?))?$/i;
const COLOURS = { '': triad, '5': open, '7': seventh, '9': ninth } as const;

/**
 * Reads harmony as degrees from the piece's own centre, a bar between two strokes: `I | IV9 | ii7 V | I/3`.
 *
 * The scale says whether a degree is major or minor. `7` and `9` colour it, `5` leaves the third out, `43` suspends the
 * fourth and lets it fall to the third after half its time; `/3` puts the third into the bass. Chords of a bar share it
 * evenly, unless `:2` says how many beats one stands.
 *
 * @throws RangeError  a word that is no chord, or a bar of another length (a composer's mistake)
 */
export function readHarmony(text: string, { beatsPerBar, home }: Setting): Stand[] {
  return barsOf(text).flatMap((words, bar) => {
    let beat = bar * beatsPerBar;
    const stands = words.flatMap((word): Stand[] => {
      const read = CHORD.exec(word);
      const degree = NUMERALS.indexOf(read?.[1]?.toLowerCase() ?? '');
      if (!read || degree < 0)
        throw new RangeError(`harmony, bar ${bar + 1}: a chord such as "IV9/3" expected, got "${word}"`);
      const [, , colour = '', inversion, length] = read;
      const beats = Number(length ?? beatsPerBar / words.length);
      const at = beat;
      beat += beats;
      const root = (((home + degree) % 7) + 7) % 7;
      const bass = inversion ? Number(inversion) - 1 : 0;
      if (colour !== '43')
        return [{ beat: at, beats, chord: { ...COLOURS[colour as keyof typeof COLOURS](root), bass } }];
      return [
        { beat: at, beats: beats / 2, chord: { ...suspended(root), tones: [0, 3, 4], bass } },
        { beat: at + beats / 2, beats: beats / 2, chord: { ...triad(root), bass } },
      ];
    });
    if (Math.abs(beat - (bar + 1) * beatsPerBar) > 1e-9)
      throw new RangeError(`harmony, bar ${bar + 1}: ${beatsPerBar} beats expected`);
    return stands;
  });
}

const barsOf = (text: string): string[][] =>
  text.split('|').map((bar) =>
    bar
      .trim()
      .split(/\s+/)
      .filter((word) => word !== ''),
  );

/** How many bars a text of notes or chords has. */
export const countBars = (text: string): number => barsOf(text).length;
