import type { Composition } from './composition.ts';
import { degreeOf, pitchOf, triad, type Chord } from './harmony.ts';
import { isWithin } from './notation.ts';
import type { Written } from './score.ts';
import { leadVoicesByRule, type Voiced } from './voice-leading.ts';

/** Degrees that a bar may stand over: all but the diminished one. */
const DEGREES = [0, 1, 2, 3, 4, 5];
/** What a beat of the tune counts that belongs to the chord, against a tone in common with what was before. */
const FITS = 0.2;

/**
 * The chords of a section, whose bar at `from` stands over another piece's chord, or over the one that is nearest to it
 * and bears the tune.
 */
export function takeUp(
  { tune, chords }: Written,
  of: Pick<Composition, 'beatsPerBar' | 'voices' | 'bassFrom'> & {
    readonly from: number;
    readonly chord: readonly number[];
  },
): readonly Voiced[] {
  const { from, beatsPerBar } = of;
  if (of.chord.length === 0) return chords;
  const to = from + beatsPerBar;
  const bar = tune.filter(({ beat }) => isWithin(beat, from, to));
  const worth = (chord: Chord): number => {
    const tones = chord.tones.map((tone) => pitchOf(chord.root + tone) % 12);
    const common = tones.filter((tone) => of.chord.includes(tone)).length;
    const root = of.chord[0] === tones[0] ? 0.5 : 0;
    const fits = bar.reduce(
      (sum, { step, beats }) =>
        sum + (chord.tones.some((tone) => degreeOf(chord.root + tone - step) === 0) ? 1 : -1) * beats,
      0,
    );
    return common + root + FITS * fits;
  };
  const chord = DEGREES.map(triad).reduce((best, it) => (worth(it) > worth(best) ? it : best));
  const rest = chords.filter(({ beat }) => beat >= to - 1e-6);
  const before = chords.filter(({ beat }) => beat < from - 1e-6);
  const stands = [{ beat: from, beats: beatsPerBar, chord }, ...rest.slice(0, 1)];
  return [...before, leadVoicesByRule(stands, { ...of, tune })[0]!, ...rest];
}
