import { chordNamed } from '../theory/chord.ts';
import type { TimedChord, TimedTone, Tune, TuneLine } from './tune.ts';

/** A line as it is written down: "G:3 D7:3" and "d4:1:Kein d4:.5:schö- d4:.5:ner", a tone's syllable last. */
export type WrittenLine = readonly [chords: string, tones: string];

const STEPS: Readonly<Record<string, number>> = { c: 0, d: 2, e: 4, f: 5, g: 7, a: 9, b: 11 };

/**
 * Reads lines one after another: beats as decimals or as "1/3"; `r` is a rest, a syllable `_` goes on over its tone,
 * one that ends in `-` is no whole word.
 *
 * @throws RangeError  a line's chords and tones do not last equally long, or a name is none: a mistake in the writing
 */
export function readTune(of: Omit<Tune, 'lines'>, written: readonly WrittenLine[]): Tune {
  let atBeat = 0;
  const lines = written.map((line): TuneLine => {
    const read = readLine(line, atBeat);
    atBeat += read.beats;
    return read;
  });
  return { ...of, lines };
}

function readLine([chordText, toneText]: WrittenLine, from: number): TuneLine {
  let at = from;
  const chords = chordText.split(' ').map((word): TimedChord => {
    const [name, beats] = word.split(':');
    const chord = chordNamed(name!);
    if (!chord) throw new RangeError(`"${word}" is no chord`);
    const timed = { chord, atBeat: at, beats: beatsIn(beats!) };
    at += timed.beats;
    return timed;
  });
  const beats = at - from;
  at = from;
  const tones: TimedTone[] = [];
  for (const word of toneText.split(' ')) {
    const [pitch, length, ...said] = word.split(':');
    const [text, lasts] = [said.join(':'), beatsIn(length!)];
    if (pitch !== 'r')
      tones.push({
        ...{ midi: midiOf(pitch!), atBeat: at, beats: lasts },
        syllable: text === '_' ? '' : text.replace(/-$/, ''),
        joined: text.endsWith('-'),
      });
    at += lasts;
  }
  if (Math.abs(at - from - beats) > 1e-6)
    throw new RangeError(`"${textOf(tones)}": chords last ${beats} beats, tones ${at - from}`);
  return { text: textOf(tones), atBeat: from, beats, chords, tones };
}

function beatsIn(text: string): number {
  const [above, below = '1'] = text.split('/');
  const beats = Number(above) / Number(below);
  if (!(beats > 0)) throw new RangeError(`"${text}" is no number of beats`);
  return beats;
}

function midiOf(pitch: string): number {
  const [, letter, sharp, octave] = /^([a-g])(#?)([2-6])$/.exec(pitch) ?? [];
  if (letter === undefined) throw new RangeError(`"${pitch}" is no tone`);
  return 12 * (Number(octave) + 1) + STEPS[letter]! + (sharp === '#' ? 1 : 0);
}

/** The words of a line, as they are read. */
const textOf = (tones: readonly TimedTone[]): string =>
  tones
    .filter(({ syllable }) => syllable !== '')
    .map(({ syllable, joined }) => (joined ? syllable : `${syllable} `))
    .join('')
    .trim();
