import FFT from 'fft.js';

/** How much of each tone is in a stretch of sound. */
export interface ToneWeights {
  /** By pitch class, C first; they add up to 1. */
  readonly classes: readonly number[];
  /** By MIDI pitch from `LOWEST` on, on the same scale. */
  readonly tones: readonly number[];
  /** Cents by which the whole instrument lies above 440 Hz tuning, −50…50. */
  readonly tuningCents: number;
}

/** Tones that are looked for: a guitar's low E to a high C. */
export const LOWEST = 40;
const HIGHEST = 84;
const TONES = HIGHEST - LOWEST + 1;
/** Places a semitone of the picture that tones are found in, and its reach. */
const [PLACES, FROM, TO] = [3, 39, 101];
const WIDTH = PLACES * (TO - FROM);
/** Partials of a tone, and how they fall off: less for low tones. */
const PARTIALS = 12;
const [FALL_LOW, FALL_HIGH] = [0.88, 0.6];
/** What is weaker than this against the strongest partial is noise. */
const FLOOR_DB = -46;
/** A partial stands out of what lies around it: so many bins on either side, and so far above their middle. */
const [AROUND, ABOVE_AROUND] = [60, 20];
/** Loud and soft strings are brought nearer to each other. */
const EVENNESS = 0.6;
const ROUNDS = 120;
/** Full scale; below it nothing was played. */
const SILENCE_RMS = 0.0015;

interface Partial {
  readonly midi: number;
  readonly size: number;
}

/** Samples that one look takes: two thirds of a second at 48 kHz, so that a low semitone can be told from the next. */
export const LOOK_SAMPLES = 32_768;

/**
 * Which tones sound. Partials are the peaks of a Hann-windowed spectrum; the tones are those of which the picture can
 * be put together with the least left over, none of them negative.
 *
 * @param samples  `LOOK_SAMPLES` of them, full scale 1; not mutated
 * @returns `undefined`: too quiet, or nothing in it has a pitch
 * Cost: one transform and about a million products. Assumes one instrument, tuned within 50 cents as a whole.
 * Source: Mauch & Dixon 2010, "Approximate note transcription for the improved identification of difficult chords",
 * ISMIR; with peaks in place of their filter bank, and multiplicative updates (Lee & Seung 2001) in place of a solver.
 */
export function toneWeights(samples: Float32Array, sampleRate: number): ToneWeights | undefined {
  if (samples.length !== LOOK_SAMPLES)
    throw new RangeError(`${LOOK_SAMPLES} samples are looked at, not ${samples.length}`);
  if (rmsOf(samples) < SILENCE_RMS) return undefined;
  const partials = partialsOf(samples, sampleRate);
  if (partials.length === 0) return undefined;
  const offset = tuningOf(partials);
  const picture = pictureOf(partials.map(({ midi, size }) => ({ midi: midi - offset, size })));
  const tones = tonesIn(picture);
  const classes = new Array<number>(12).fill(0);
  tones.forEach((weight, i) => (classes[(LOWEST + i) % 12]! += weight));
  const sum = classes.reduce((all, one) => all + one, 0);
  if (!(sum > 0)) return undefined;
  return {
    classes: classes.map((one) => one / sum),
    tones: Array.from(tones, (one) => one / sum),
    tuningCents: 100 * offset,
  };
}

const rmsOf = (samples: Float32Array): number =>
  Math.sqrt(samples.reduce((sum, x) => sum + x * x, 0) / samples.length);

const fft = new FFT(LOOK_SAMPLES);
const hann = Float64Array.from(
  { length: LOOK_SAMPLES },
  (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / LOOK_SAMPLES),
);

/** Peaks of the spectrum within the picture's reach, each with its pitch in semitones and its evened size. */
function partialsOf(samples: Float32Array, sampleRate: number): readonly Partial[] {
  const windowed = new Float64Array(LOOK_SAMPLES);
  for (let i = 0; i < LOOK_SAMPLES; i++) windowed[i] = samples[i]! * hann[i]!;
  const spectrum = new Float64Array(2 * LOOK_SAMPLES);
  fft.realTransform(spectrum, windowed);
  const binOf = (midi: number): number => (440 * 2 ** ((midi - 69) / 12) * LOOK_SAMPLES) / sampleRate;
  const [first, last] = [Math.floor(binOf(FROM)), Math.min(LOOK_SAMPLES / 2 - 2, Math.ceil(binOf(TO)))];
  const power = (bin: number): number => spectrum[2 * bin]! ** 2 + spectrum[2 * bin + 1]! ** 2;
  let most = 0;
  for (let bin = first; bin <= last; bin++) most = Math.max(most, power(bin));
  const floor = most * 10 ** (FLOOR_DB / 10);
  const around = (bin: number): number => {
    const some = Array.from({ length: 2 * AROUND + 1 }, (_, i) => power(Math.max(1, bin - AROUND + i)));
    return some.sort((a, b) => a - b)[AROUND]!;
  };
  const found: Partial[] = [];
  for (let bin = first; bin <= last; bin++) {
    const [before, here, after] = [power(bin - 1), power(bin), power(bin + 1)];
    if (here < floor || here <= before || here < after || here < ABOVE_AROUND * around(bin)) continue;
    const [l, m, r] = [Math.log(before + 1e-30), Math.log(here), Math.log(after + 1e-30)];
    const at = bin + (0.5 * (l - r)) / (l - 2 * m + r);
    const midi = 69 + 12 * Math.log2((at * sampleRate) / LOOK_SAMPLES / 440);
    found.push({ midi, size: (here / most) ** (EVENNESS / 2) });
  }
  return found;
}

/** Semitones by which most partials lie beside the grid: the mean on a circle that one semitone goes around. */
function tuningOf(partials: readonly Partial[]): number {
  let [x, y] = [0, 0];
  for (const { midi, size } of partials) {
    x += size * Math.cos(2 * Math.PI * midi);
    y += size * Math.sin(2 * Math.PI * midi);
  }
  return Math.atan2(y, x) / (2 * Math.PI);
}

/** Adds a partial to the places about its pitch. */
function draw(picture: Float64Array, { midi, size }: Partial): void {
  const at = (midi - FROM) * PLACES;
  for (let place = Math.max(0, Math.ceil(at - 1.5)); place <= Math.min(WIDTH - 1, at + 1.5); place++)
    picture[place]! += size * (1 - Math.abs(place - at) / 1.5);
}

function pictureOf(partials: readonly Partial[]): Float64Array {
  const picture = new Float64Array(WIDTH);
  for (const partial of partials) draw(picture, partial);
  return picture;
}

/** What each tone alone looks like. */
const ALONE: readonly Float64Array[] = Array.from({ length: TONES }, (_, i) => {
  const fall = FALL_LOW + ((FALL_HIGH - FALL_LOW) * i) / (TONES - 1);
  const partials = Array.from({ length: PARTIALS }, (_, k) => ({
    midi: LOWEST + i + 12 * Math.log2(k + 1),
    size: fall ** k,
  }));
  const picture = pictureOf(partials.filter(({ midi }) => midi < TO));
  const sum = picture.reduce((all, one) => all + one, 0);
  return picture.map((one) => one / sum);
});

/** How much of each tone the picture is best put together of. */
function tonesIn(picture: Float64Array): Float64Array {
  const weights = new Float64Array(TONES).fill(picture.reduce((all, one) => all + one, 0) / TONES);
  const made = new Float64Array(WIDTH);
  for (let round = 0; round < ROUNDS; round++) {
    made.fill(1e-9);
    for (let i = 0; i < TONES; i++) {
      const [weight, alone] = [weights[i]!, ALONE[i]!];
      if (weight > 1e-9) for (let place = 0; place < WIDTH; place++) made[place]! += weight * alone[place]!;
    }
    for (let place = 0; place < WIDTH; place++) made[place] = picture[place]! / made[place]!;
    for (let i = 0; i < TONES; i++) {
      const alone = ALONE[i]!;
      let share = 0;
      for (let place = 0; place < WIDTH; place++) share += alone[place]! * made[place]!;
      weights[i]! *= share;
    }
  }
  return weights;
}
