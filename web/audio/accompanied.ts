import type { Stroke } from './hands.ts';
import type { Instrument } from './instruments/index.ts';
import type { Note } from './modules/index.ts';
import { dbToGain } from './tone.ts';
import type { Sounding } from './voice.ts';

/** Seconds in which a bow takes hold, and how long it is heard before the loop has taken over. */
const [ONSET_S, OVER_S] = [0.18, 0.9];
/** How loud an onset is under a swell as long as it; the longer the swell, the softer the bow begins. */
const SWELL_S = 0.6;
/** What of a string is left to damp falls by half in this time. Seconds. */
const HALF_LIFE_S = 1.3;
/** Share of a recording after which nothing is left to damp. */
const RUNG_OUT = 0.8;

interface Played {
  readonly note: Note;
  readonly stroke: Stroke;
  /** Seconds of the context. */
  readonly bounds: Pick<Sounding, 'at' | 'attackS' | 'letGoAt'>;
}

/** What sounds beside a note: how its instrument begins, and what is heard when it is let go. */
export function accompanied(
  { onset, release, lengthS }: Instrument,
  { note, stroke, bounds: { at, attackS, letGoAt } }: Played,
): { readonly instrument: Instrument; readonly sounding: Sounding }[] {
  const about = { loops: false, from: 0, toneHz: stroke.toneHz };
  const beside = [];
  if (onset) {
    const gain = note.velocity * Math.min(1, SWELL_S / attackS);
    const begins = { at, attackS: ONSET_S, letGoAt: at + ONSET_S, releaseS: 2.5 * OVER_S, gain };
    beside.push({ instrument: onset, sounding: { ...about, ...begins } });
  }
  const heldS = letGoAt - at;
  if (release && heldS < RUNG_OUT * lengthS) {
    const gain = note.velocity * dbToGain(release.gainDb) * 0.5 ** (heldS / HALF_LIFE_S);
    const { instrument } = release;
    const ends = { at: letGoAt, attackS: instrument.attackS, letGoAt: letGoAt + instrument.lengthS };
    beside.push({ instrument, sounding: { ...about, ...ends, releaseS: instrument.releaseS, gain } });
  }
  return beside;
}
