import { transposed, type Chord } from './chord.ts';
import { effortOf, type InstrumentKind } from './fingering.ts';

/** Frets a capo is put on at most: above, few strings are long enough to ring. */
export const MOST_CAPO = 7;

/**
 * The fret of a capo with which chords that sound so are the easiest to take; the lowest of equally easy ones. 0 on a
 * keyboard.
 */
export function easiestCapo(chords: readonly Chord[], instrument: InstrumentKind): number {
  if (instrument === 'keyboard') return 0;
  const effort = (capo: number): number =>
    chords.reduce((sum, chord) => sum + effortOf(transposed(chord, -capo), instrument), 0);
  return Array.from({ length: MOST_CAPO + 1 }, (_, capo) => capo).reduce((best, capo) =>
    effort(capo) < effort(best) ? capo : best,
  );
}
