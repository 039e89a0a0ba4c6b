import { OPEN_STRINGS, type Fretted } from '../theory/fingering.ts';

/** A string that sounds. */
export interface StringHeard {
  /** Its place in `OPEN_STRINGS`. */
  readonly string: number;
  /** By how much it is too high; negative: too low. */
  readonly cents: number;
}

/** So near nobody hears a difference. */
const IN_TUNE_CENTS = 5;

/** The string that a tone is nearest to, whatever its octave says: an overtone is often louder than the string. */
export function stringHeard(midi: number, instrument: Fretted): StringHeard {
  const apart = (open: number): number => midi - open - 12 * Math.round((midi - open) / 12);
  const nearest = OPEN_STRINGS[instrument]
    .map((open, string) => ({ string, cents: 100 * apart(open), far: Math.abs(midi - open) }))
    .sort((a, b) => Math.abs(a.cents) - Math.abs(b.cents) || a.far - b.far);
  // Two strings of one name, as a guitar's E: the one in whose octave it is.
  const best = nearest.filter(({ cents }) => Math.abs(cents - nearest[0]!.cents) < 1e-6);
  const { string, cents } = best.sort((a, b) => a.far - b.far)[0]!;
  return { string, cents };
}

export const isInTune = ({ cents }: StringHeard): boolean => Math.abs(cents) <= IN_TUNE_CENTS;

/** The middle of the last few readings of one string; a new string begins anew. */
export function steadied(
  before: readonly StringHeard[],
  now: StringHeard,
): { readonly kept: readonly StringHeard[]; readonly shown: StringHeard } {
  const kept = [...before.filter(({ string }) => string === now.string), now].slice(-5);
  const cents = kept.map((one) => one.cents).sort((a, b) => a - b)[kept.length >> 1]!;
  return { kept, shown: { string: now.string, cents } };
}
