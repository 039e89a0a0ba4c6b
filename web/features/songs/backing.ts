import {
  ninth,
  pitchOf,
  seventh,
  suspended,
  triad,
  type Chord,
  type Step,
} from '../../audio/modules/harmony.ts';
import { humanise } from '../../audio/modules/humanise.ts';
import type { Note, Part } from '../../audio/modules/score.ts';
import {
  BASS,
  CELLO,
  FELT_PIANO,
  LOW_DRUM,
  GUITAR,
  HARP,
  SHAKERS,
  STRINGS,
  WARM_PAD,
} from '../../audio/instruments/index.ts';
import { seeded, seedOf } from '../../audio/random.ts';
import { leadVoices, PLAIN_MOVES, progression, rootFrom, type Grammar } from './progression.ts';
import type { BackingChoice, Slot, Style } from './song.ts';

/** Bars of a part; it comes round again for more words. Four quarters each. */
export const BARS = 8;
export const BEATS_PER_BAR = 4;

/** What is played under one part, from its first beat on. */
export interface Backing {
  readonly parts: Readonly<Record<string, Part>>;
  /** In beats and sounding pitches. */
  readonly notes: readonly Note[];
  /** A bar each. */
  readonly chords: readonly Chord[];
  readonly beats: number;
}

const colours: Grammar['colours'] = {
  0: [triad, ninth],
  1: [seventh],
  3: [triad, ninth],
  4: [suspended, triad],
  5: [seventh, triad],
};
/** The verse begins where things are, in the minor; who I want to be opens it; the chorus comes home. */
const GRAMMARS: Readonly<Record<Slot, Grammar>> = {
  first: { from: [5], moves: PLAIN_MOVES, close: [4], colours },
  second: { from: [3, 1], moves: PLAIN_MOVES, close: [4], colours },
  chorus: { from: [0], moves: PLAIN_MOVES, close: [0, 3], colours },
};

const PARTS: Readonly<Record<Style, Backing['parts']>> = {
  piano: {
    hand: { instrument: FELT_PIANO, gainDb: -2, pan: 0.1 },
    bass: { instrument: BASS, gainDb: -9, pan: 0 },
    pad: { instrument: WARM_PAD, gainDb: -17, pan: -0.1, swellBeats: [1.5, 3] },
    drum: { instrument: LOW_DRUM, gainDb: -13, pan: 0 },
  },
  guitar: {
    hand: { instrument: GUITAR, gainDb: -2, pan: 0.15 },
    bass: { instrument: BASS, gainDb: -8, pan: 0 },
    pad: { instrument: CELLO, gainDb: -14, pan: -0.25 },
    drum: { instrument: SHAKERS, gainDb: -20, pan: 0.3 },
  },
  strings: {
    hand: { instrument: HARP, gainDb: -6, pan: 0.2 },
    bass: { instrument: BASS, gainDb: -10, pan: 0 },
    pad: { instrument: STRINGS, gainDb: -9, pan: -0.1, swellBeats: [1, 2.5] },
    drum: { instrument: LOW_DRUM, gainDb: -14, pan: 0 },
  },
};

/** Fingers over a bar in quavers: indices into the voices, and how hard. */
const FIGURES: Readonly<Record<Style, readonly (readonly [quaver: number, voice: number, velocity: number])[]>> = {
  piano: [[0, 0, 0.5], [0, 2, 0.34], [2, 1, 0.3], [3, 3, 0.28], [4, 0, 0.4], [4, 2, 0.3], [6, 1, 0.3], [7, 3, 0.24]],
  guitar: [[0, 0, 0.5], [1, 2, 0.3], [2, 1, 0.34], [3, 3, 0.3], [4, 0, 0.42], [5, 2, 0.3], [6, 3, 0.32], [7, 1, 0.28]],
  strings: [[0, 0, 0.4], [2, 2, 0.3], [4, 1, 0.34], [6, 3, 0.28]],
}; // prettier-ignore

/** Fingers that a verse leaves out, so that the chorus is the fuller. */
const VERSE_RESTS: ReadonlySet<number> = new Set([3, 7]);

/**
 * The backing of a part of a song, by plain harmony in a key: the same for the same song, part
 * and choice.
 */
export function backingOf(slot: Slot, { style, transpose }: BackingChoice, song: string): Backing {
  const random = seeded(seedOf(song), seedOf(slot), 71);
  const chords = progression(random, GRAMMARS[slot], BARS);
  const voiced = leadVoices(chords, { low: -5, high: 6 });
  const full = slot === 'chorus';
  const notes = chords.flatMap((chord, bar) => [
    ...bassOf(chord, bar, full),
    ...handOf(voiced[bar]!, bar, { style, full }),
    ...padOf(voiced[bar]!, bar, { style, full }),
    ...(full || slot === 'second' ? drumOf(bar, { style, full }) : []),
  ]);
  const beats = BARS * BEATS_PER_BAR;
  const played = humanise(
    notes.map((note) => (note.part === 'drum' ? note : { ...note, midi: note.midi + transpose })),
    seeded(seedOf(song), seedOf(slot), 72),
    { beats: 0.012, velocity: 0.1, over: beats },
  );
  return { parts: PARTS[style], notes: played, chords, beats };
}

function bassOf(chord: Chord, bar: number, full: boolean): Note[] {
  const root = pitchOf(rootFrom(chord, -14));
  const at = bar * BEATS_PER_BAR;
  return [
    { part: 'bass', beat: at, beats: 2.4, midi: root, velocity: 0.5 },
    ...(full ? [{ part: 'bass', beat: at + 2.5, beats: 1.3, midi: root, velocity: 0.36 }] : []),
  ];
}

function handOf(
  voices: readonly Step[],
  bar: number,
  { style, full }: { style: Style; full: boolean },
): Note[] {
  const strings = [...voices, voices[0]! + 7, voices[1]! + 7];
  return FIGURES[style]
    .filter(([quaver]) => full || !VERSE_RESTS.has(quaver))
    .map(([quaver, voice, velocity]) => ({
      part: 'hand',
      beat: bar * BEATS_PER_BAR + quaver / 2,
      beats: 2.5,
      midi: pitchOf(strings[voice]!),
      velocity: full ? velocity : 0.88 * velocity,
    }));
}

function padOf(
  voices: readonly Step[],
  bar: number,
  { style, full }: { style: Style; full: boolean },
): Note[] {
  const held = style === 'guitar' ? [voices[0]! - 7] : full ? voices : voices.slice(0, 2);
  return held.map((step) => ({
    part: 'pad',
    beat: bar * BEATS_PER_BAR,
    beats: BEATS_PER_BAR,
    midi: pitchOf(step),
    velocity: full ? 0.55 : 0.45,
  }));
}

function drumOf(bar: number, { style, full }: { style: Style; full: boolean }): Note[] {
  const shaken = style === 'guitar';
  const at = bar * BEATS_PER_BAR;
  const beats = shaken ? [0.5, 1.5, 2.5, 3.5] : full ? [0, 2] : [0];
  return beats.map((beat, i) => ({
    part: 'drum',
    beat: at + beat,
    beats: 0.5,
    midi: shaken ? 82 : 48,
    velocity: i === 0 ? 0.45 : 0.32,
  }));
}

const FLAT = ['C', 'Db', 'D', 'Eb', 'E', 'F', 'Gb', 'G', 'Ab', 'A', 'Bb', 'B'];
const SHARP = ['C', 'C#', 'D', 'D#', 'E', 'F', 'F#', 'G', 'G#', 'A', 'A#', 'B'];
/** Keys that are written with sharps: G, D, A, E, B. */
const WITH_SHARPS: ReadonlySet<number> = new Set([7, 2, 9, 4, 11]);
const MAJOR = [0, 2, 4, 5, 7, 9, 11];
/** Chords of a major key on each degree. */
const QUALITIES = ['', 'm', 'm', '', '', 'm', 'dim'];

/** Major key that is so many semitones from D: "D", "Bb". */
export const keyName = (transpose: number): string => FLAT[pitchClass(2 + transpose)]!;

/** "Bm7", as every songbook program reads it. */
export function chordName({ root, tones }: Chord, transpose: number): string {
  const tonic = pitchClass(2 + transpose);
  const name = (WITH_SHARPS.has(tonic) ? SHARP : FLAT)[pitchClass(tonic + MAJOR[root]!)]!;
  if (tones.includes(3)) return `${name}sus4`;
  const quality = QUALITIES[root]!;
  if (tones.includes(6)) return `${name}${quality === '' && root !== 4 ? 'maj7' : `${quality}7`}`;
  return `${name}${quality}${tones.includes(8) && quality === '' ? 'add9' : ''}`;
}

const pitchClass = (midi: number): number => ((midi % 12) + 12) % 12;
