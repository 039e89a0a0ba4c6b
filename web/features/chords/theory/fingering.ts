import { pitchClass, type Chord } from './chord.ts';

export const INSTRUMENT_KINDS = ['guitar', 'ukulele', 'keyboard'] as const;
/** What somebody plays on. */
export type InstrumentKind = (typeof INSTRUMENT_KINDS)[number];
/** One with strings and frets. */
export type Fretted = Exclude<InstrumentKind, 'keyboard'>;

/** MIDI pitches of the open strings, as they lie from the left in a diagram. */
export const OPEN_STRINGS: Readonly<Record<Fretted, readonly number[]>> = {
  guitar: [40, 45, 50, 55, 59, 64],
  ukulele: [67, 60, 64, 69],
};

/** Where the fingers are; strings from the left of a diagram for a right hand. */
export interface Fingering {
  /** Fret of each string, 0 open; `undefined`: it is not played. */
  readonly frets: readonly (number | undefined)[];
  /** 1 index … 4 little finger; `undefined`: none is on it. */
  readonly fingers: readonly (number | undefined)[];
  /** One finger over several strings. */
  readonly barre?: { readonly fret: number; readonly from: number; readonly to: number };
}

/** A letter a string, low to high: a fret, or x for none. Shapes that beginners learn first. */
const GUITAR: Readonly<Record<string, string>> = {
  C: 'x32010', D: 'xx0232', E: '022100', F: 'xx3211', G: '320003', A: 'x02220',
  Dm: 'xx0231', Em: '022000', Am: 'x02210',
  C7: 'x32310', D7: 'xx0212', E7: '020100', G7: '320001', A7: 'x02020', B7: 'x21202',
}; // prettier-ignore

/** Roots from C upwards. */
const UKULELE = {
  major: ['0003', '1114', '2220', '0331', '4442', '2010', '3121', '0232', '5343', '2100', '3211', '4322'],
  minor: ['0333', '1104', '2210', '3321', '0432', '1013', '2120', '0231', '4342', '2000', '3111', '4222'],
  seventh: ['0001', '1112', '2223', '3334', '1202', '2310', '3424', '0212', '1323', '0100', '1211', '2322'],
} as const;

const LETTERS = ['C', 'C#', 'D', 'Eb', 'E', 'F', 'F#', 'G', 'Ab', 'A', 'Bb', 'B'];
const ENDING = { major: '', minor: 'm', seventh: '7' } as const;

/** A finger over all strings and the shape of E or of A above it: frets over the barre, `undefined` not played. */
const BARRES = {
  major: [[0, 2, 2, 1, 0, 0], [undefined, 0, 2, 2, 2, 0]],
  minor: [[0, 2, 2, 0, 0, 0], [undefined, 0, 2, 2, 1, 0]],
  seventh: [[0, 2, 0, 1, 0, 0], [undefined, 0, 2, 0, 2, 0]],
} as const; // prettier-ignore
const [E, A] = [4, 9];

/** How a chord is taken on an instrument; every chord has a shape. */
export function fingeringOf({ root, quality }: Chord, instrument: Fretted): Fingering {
  if (instrument === 'ukulele') return withFingers(fretsIn(UKULELE[quality][root]!));
  const open = GUITAR[`${LETTERS[root]!}${ENDING[quality]}`];
  if (open !== undefined) return withFingers(fretsIn(open));
  const [byE, byA] = [pitchClass(root - E), pitchClass(root - A)];
  const fret = Math.min(byE, byA);
  const shape = BARRES[quality][byE < byA ? 0 : 1];
  return withFingers(shape.map((above) => (above === undefined ? undefined : fret + above)));
}

const fretsIn = (shape: string): (number | undefined)[] =>
  Array.from(shape, (letter) => (letter === 'x' ? undefined : Number(letter)));

/** Fingers from the lowest fret up, those on the lower string first; the first lies over several where it has to. */
function withFingers(frets: readonly (number | undefined)[]): Fingering {
  const held = frets.flatMap((fret, string) => (fret !== undefined && fret > 0 ? [{ fret, string }] : []));
  held.sort((a, b) => a.fret - b.fret || a.string - b.string);
  const lowest = held.filter(({ fret }) => fret === held[0]?.fret);
  const [from, to] = [lowest[0]?.string ?? 0, lowest.at(-1)?.string ?? 0];
  const clear = frets.slice(from).every((fret) => fret !== 0);
  const lies = lowest.length > 1 && held.length > 3 && clear;
  const fingers: (number | undefined)[] = frets.map(() => undefined);
  let finger = 1;
  for (const { fret, string } of held) {
    const under = lies && fret === held[0]!.fret;
    fingers[string] = under ? 1 : lies ? ++finger : finger++;
  }
  return { frets, fingers, ...(lies && { barre: { fret: held[0]!.fret, from, to } }) };
}

/** How hard a chord is to take: fingers, and much more for one that lies over many strings. */
export function effortOf(chord: Chord, instrument: InstrumentKind): number {
  if (instrument === 'keyboard') return 1;
  const { fingers, frets, barre } = fingeringOf(chord, instrument);
  const used = new Set(fingers.filter((one) => one !== undefined)).size;
  const high = Math.max(...frets.map((fret) => fret ?? 0)) > 3 ? 2 : 0;
  return used + high + (barre ? 2 + barre.to - barre.from : 0);
}

/** Sounding MIDI pitches of a chord, low string first, `capo` frets up; a keyboard has it about middle C. */
export function pitchesOf(chord: Chord, instrument: InstrumentKind, capo = 0): readonly number[] {
  if (instrument === 'keyboard') return keysOf(chord);
  const open = OPEN_STRINGS[instrument];
  return fingeringOf(chord, instrument).frets.flatMap((fret, string) =>
    fret === undefined ? [] : [open[string]! + fret + capo],
  );
}

/** Keys from middle C's octave on, root lowest: what a hand takes with thumb, middle and little finger. */
export function keysOf({ root, quality }: Chord): readonly number[] {
  const low = 60 + root;
  return quality === 'seventh'
    ? [low, low + 4, low + 7, low + 10]
    : [low, low + (quality === 'minor' ? 3 : 4), low + 7];
}
