import {
  FELT_PIANO,
  FLUTE,
  GUITAR,
  SHAKERS,
  SMALL_GUITAR,
  type Instrument,
} from '../../../audio/instruments/index.ts';
import type { Chord } from '../theory/chord.ts';
import { pitchesOf, type InstrumentKind } from '../theory/fingering.ts';
import { beatsOf, changesOf, type Tune } from '../tunes/tune.ts';
import type { BandNote } from './band.ts';

/** What each kind of instrument sounds like here. */
export const SOUND_OF: Readonly<Record<InstrumentKind, Instrument>> = {
  guitar: GUITAR,
  ukulele: SMALL_GUITAR,
  keyboard: FELT_PIANO,
};

/** A tune as it is played along with. */
export interface Arranging {
  readonly tempoBpm: number;
  /** Semitones from how it is written, of the chords and of the tune. */
  readonly transpose: number;
  readonly chordsOn: InstrumentKind;
  /** What sounds: the chords, the tune, a stroke on each beat. */
  readonly parts: { readonly chords: boolean; readonly tune: boolean; readonly beat: boolean };
}

export interface Arrangement {
  readonly notes: readonly BandNote[];
  /** Seconds from the first stroke of the count-in to the first beat of the tune, and to its end. */
  readonly beginsS: number;
  readonly endsS: number;
  readonly beatS: number;
}

/** Of the count-in and the beat; a shaker's stroke. */
const STROKE = { instrument: SHAKERS, midi: 82, heldS: 0.2 } as const;
/** Seconds between two strings of a stroke. */
const STRUM_S = 0.014;

/** Everything that is heard, from a count-in of a bar on. */
export function arrangement(tune: Tune, { tempoBpm, transpose, chordsOn, parts }: Arranging): Arrangement {
  const beatS = 60 / tempoBpm;
  const { beatsPerBar, upbeat } = tune;
  // The upbeat comes within the last bar that is counted.
  const counted = beatsPerBar + (upbeat > 0 ? beatsPerBar - upbeat : 0);
  const whole = Math.ceil(counted);
  const beginsS = counted * beatS;
  const beats = beatsOf(tune);
  const strokes = Array.from({ length: parts.beat ? Math.floor(counted + beats) : whole }, (_, i) => ({
    ...STROKE,
    atS: i * beatS,
    gain: i % beatsPerBar === 0 ? 0.9 : 0.55,
  }));
  return {
    notes: [
      ...strokes,
      ...(parts.chords ? chordNotes(tune, { chordsOn, transpose, beatS, beginsS }) : []),
      ...(parts.tune ? tuneNotes(tune, { transpose, beatS, beginsS }) : []),
    ],
    ...{ beginsS, beatS, endsS: beginsS + beats * beatS },
  };
}

interface Placed {
  readonly transpose: number;
  readonly beatS: number;
  readonly beginsS: number;
}

function chordNotes(
  tune: Tune,
  { chordsOn, transpose, beatS, beginsS }: Placed & { readonly chordsOn: InstrumentKind },
): readonly BandNote[] {
  return changesOf(tune).flatMap(({ chord, atBeat, beats }) => {
    const sounding = { ...chord, root: (((chord.root + transpose) % 12) + 12) % 12 };
    return strokesIn(tune, { atBeat, beats }).flatMap(({ beat, until, strong }) =>
      strummed(sounding, chordsOn, { atS: beginsS + beat * beatS, heldS: (until - beat) * beatS, strong }),
    );
  });
}

/** A stroke as the chord comes, and on each beat of the bars under it; a keyboard would be too busy with less. */
function strokesIn({ upbeat, beatsPerBar }: Tune, { atBeat, beats }: { atBeat: number; beats: number }) {
  const ends = atBeat + beats;
  const onGrid = Math.ceil(atBeat - upbeat - 1e-6) + upbeat;
  const at = [atBeat];
  for (let beat = onGrid; beat < ends - 0.3; beat++) if (beat - atBeat > 0.3) at.push(beat);
  const inBar = (beat: number): number => (((beat - upbeat) % beatsPerBar) + beatsPerBar) % beatsPerBar;
  return at.map((beat, i) => ({
    beat,
    until: at[i + 1] ?? ends,
    strong: i === 0 || inBar(beat) < 1e-6,
  }));
}

/** One stroke over a chord, from its low string up. */
export function strummed(
  chord: Chord,
  kind: InstrumentKind,
  { atS, heldS, strong }: { readonly atS: number; readonly heldS: number; readonly strong: boolean },
): readonly BandNote[] {
  const instrument = SOUND_OF[kind];
  const gain = (strong ? 0.34 : 0.2) * (kind === 'keyboard' ? 1.1 : 1);
  return pitchesOf(chord, kind).map((midi, i) => ({
    ...{ instrument, midi, gain },
    atS: atS + (kind === 'keyboard' ? 0 : i * STRUM_S),
    heldS: Math.max(0.15, heldS),
  }));
}

const tuneNotes = ({ lines }: Tune, { transpose, beatS, beginsS }: Placed): readonly BandNote[] =>
  lines
    .flatMap(({ tones }) => tones)
    .map(({ midi, atBeat, beats }) => ({
      instrument: FLUTE,
      midi: midi + transpose,
      atS: beginsS + atBeat * beatS,
      heldS: 0.92 * beats * beatS,
      gain: 0.3,
    }));
