import { tonesOf } from '../theory/chord.ts';
import { changesOf, type Tune } from '../tunes/tune.ts';

/** The middle of an easy voice, where no tune says where to be. */
const MIDDLE = 62;

/** The pitch that the tune has at a beat, or had last; where there is no tune the middle of an easy voice. */
export function targetAt({ lines }: Tune, beat: number): number {
  const tones = lines.flatMap((line) => line.tones);
  const sung = tones.filter(({ atBeat }) => atBeat <= beat).at(-1) ?? tones[0];
  return sung?.midi ?? MIDDLE;
}

/** A stretch of one pitch in the picture of a song. */
export interface LaneTone {
  readonly midi: number;
  readonly atBeat: number;
  readonly beats: number;
  readonly syllable: string;
}

/** What is drawn: the tune, or without one the tones of the chords that may be sung. */
export interface Lane {
  readonly kind: 'tune' | 'chords';
  readonly tones: readonly LaneTone[];
  readonly low: number;
  readonly high: number;
}

/** @param transpose semitones from how it is written */
export function laneOf(tune: Tune, transpose: number): Lane {
  const written = tune.lines.flatMap(({ tones }) => tones);
  const tones: readonly LaneTone[] =
    written.length > 0
      ? written.map(({ midi, joined, ...tone }) => ({
          ...tone,
          midi: midi + transpose,
          syllable: joined ? `${tone.syllable}-` : tone.syllable,
        }))
      : chordTones(tune, transpose);
  const pitches = tones.map(({ midi }) => midi);
  return {
    ...{ kind: written.length > 0 ? 'tune' : 'chords', tones },
    ...{ low: Math.min(...pitches) - 3, high: Math.max(...pitches) + 3 },
  };
}

/** Each tone of a chord for as long as it is held, about the middle of an easy voice. */
const chordTones = (tune: Tune, transpose: number): readonly LaneTone[] =>
  changesOf(tune).flatMap(({ chord, atBeat, beats }) =>
    tonesOf(chord).map((tone) => {
      const midi = MIDDLE - 6 + ((((tone + transpose - MIDDLE + 6) % 12) + 12) % 12);
      return { midi, atBeat, beats, syllable: '' };
    }),
  );
