import { pitchClass, QUALITIES, tonesOf, type Chord } from '../theory/chord.ts';
import { LOWEST, toneWeights, type ToneWeights } from './tone-weights.ts';

/** What a stretch of sound sounds like. `unsure`: something sounds, and no chord fits it well enough to be named. */
export type Heard = { readonly is: 'quiet' | 'unsure' } | { readonly is: 'chord'; readonly chord: Chord };

const CHORDS: readonly Chord[] = QUALITIES.flatMap((quality) =>
  Array.from({ length: 12 }, (_, root) => ({ root, quality })),
);

/** How well a chord fits, 0–1, and what a name asks for at least; found with `npm run bench -- chords`. */
const [LEAST_FIT, LEAST_LEAD] = [0.86, 0.03];
/** Each of its tones has at least so much of an even share; any other has at most so much, and all others together. */
const [LEAST_TONE, MOST_ONE_OTHER, MOST_OTHER] = [0.36, 0.075, 0.14];
/** A seventh that is there, and one that is not; between them lies neither chord. */
const [SEVENTH, NO_SEVENTH] = [0.07, 0.045];
/** The lowest tone that is really there: a share of the strongest. */
const BASS_SHARE = 0.25;

/**
 * The chord that a stretch of sound is, told by which tones are in it. Nothing is named where a tone of the chord is
 * missing, another one sounds along, or a second chord fits nearly as well.
 *
 * @param samples  `LOOK_SAMPLES` of them, full scale 1
 */
export function chordHeard(samples: Float32Array, sampleRate: number): Heard {
  const weights = toneWeights(samples, sampleRate);
  if (!weights) return { is: 'quiet' };
  const [best, ...others] = CHORDS.map((chord) => ({ chord, fit: fitOf(chord, weights) })).sort(
    (a, b) => b.fit - a.fit,
  );
  // A chord with its seventh and without are told by the seventh, not by which of them fits a little better.
  const rival = others.find(({ chord }) => !differBySeventh(chord, best!.chord))!;
  const chord = withSeventhAsHeard(best!.chord, weights);
  const sure =
    chord && best!.fit >= LEAST_FIT && best!.fit - rival.fit >= LEAST_LEAD && isWhole(chord, weights);
  return sure ? { is: 'chord', chord } : { is: 'unsure' };
}

/** The cosine between what sounds and a chord whose tones are equally strong. */
function fitOf(chord: Chord, { classes }: ToneWeights): number {
  const tones = tonesOf(chord);
  const within = tones.reduce((sum, tone) => sum + classes[tone]!, 0);
  return within / Math.sqrt(tones.length * classes.reduce((sum, one) => sum + one * one, 0));
}

const differBySeventh = (a: Chord, b: Chord): boolean =>
  a.root === b.root && a.quality !== 'minor' && b.quality !== 'minor';

/** `undefined`: it cannot be told whether the seventh sounds. */
function withSeventhAsHeard(chord: Chord, { classes }: ToneWeights): Chord | undefined {
  if (chord.quality === 'minor') return chord;
  const seventh = classes[pitchClass(chord.root + 10)]!;
  if (seventh >= SEVENTH) return { ...chord, quality: 'seventh' };
  return seventh <= NO_SEVENTH ? { ...chord, quality: 'major' } : undefined;
}

function isWhole(chord: Chord, { classes, tones: weights }: ToneWeights): boolean {
  const tones = tonesOf(chord);
  const within = tones.reduce((sum, tone) => sum + classes[tone]!, 0);
  const others = classes.filter((_, tone) => !tones.includes(tone));
  if (1 - within > MOST_OTHER || others.some((one) => one > MOST_ONE_OTHER)) return false;
  // Hands leave the fifth out of a seventh chord, as in a guitar's C7.
  const needed = chord.quality === 'seventh' ? tones.filter((_, i) => i !== 2) : tones;
  if (needed.some((tone) => classes[tone]! < (LEAST_TONE * within) / tones.length)) return false;
  // Whatever lies lowest belongs to the chord, or it is another one.
  const most = Math.max(...weights);
  const bass = weights.findIndex((weight) => weight > BASS_SHARE * most);
  return tones.includes((LOWEST + bass) % 12);
}
