import FFT from 'fft.js';
import { seeded, type Random } from '../../web/audio/random.ts';
import { repitched } from './repitched.ts';
import { SAMPLE_RATE } from './sample-rate.ts';

type Samples = Float32Array<ArrayBuffer>;

/** How fast further takes are: a skin rings higher at its edge, and no two of them the same. */
const SPEEDS = [1.008, 0.981, 1.019, 0.99, 1.013] as const;

/** A number between two. */
const between = (random: Random, low: number, high: number): number => low + random() * (high - low);

/**
 * The same skin struck again by another hand: elsewhere, which moves its colour; a little harder or softer at first;
 * dying away a little sooner or later. Never the stroke it is made from.
 *
 * @param nth  from 1; each gives another stroke, the same each time
 */
export function anotherTake(stroke: Samples, nth: number): Samples {
  const random = seeded(nth, 91);
  // Where it is struck: what comes back from the rim strengthens or weakens every so many hertz.
  const [late, back] = [
    Math.round(between(random, 0.0004, 0.0014) * SAMPLE_RATE),
    between(random, -0.3, 0.3),
  ];
  const [tilt, smooth] = [between(random, -0.4, 0.35), 1 - Math.exp((-2 * Math.PI * 900) / SAMPLE_RATE)];
  const [softMs, damping] = [between(random, 0, 2.2), between(random, -2, 4)];
  let low = 0;
  const struck = stroke.map((x, i) => {
    const seconds = i / SAMPLE_RATE;
    const y = x + back * (stroke[i - late] ?? 0);
    low += smooth * (y - low);
    const soft = Math.min(1, (1000 * seconds) / (softMs + 0.01));
    return (y + tilt * (y - low)) * soft * Math.exp(-damping * seconds);
  });
  return repitched(struck, SPEEDS[nth % SPEEDS.length]! + between(random, -0.002, 0.002));
}

/** Samples of a window in which a shaker's noise is drawn anew, 5.8 ms. */
const WINDOW = 256;
const HOP = WINDOW / 4;

/** Another burst of the same grains: the spectrum of every few milliseconds stays, each grain falls elsewhere. */
export function anotherBurst(burst: Samples, nth: number): Samples {
  const random = seeded(nth, 92);
  const fft = new FFT(WINDOW);
  const shade = Float64Array.from(
    { length: WINDOW },
    (_, i) => Math.sin((Math.PI * (i + 0.5)) / WINDOW) ** 2,
  );
  const out = new Float32Array(burst.length);
  for (let from = -WINDOW; from < burst.length; from += HOP) {
    const spectrum = new Float64Array(2 * WINDOW);
    fft.realTransform(
      spectrum,
      shade.map((weight, i) => weight * (burst[from + i] ?? 0)),
    );
    for (let bin = 1; bin < WINDOW / 2; bin++) {
      const level = Math.hypot(spectrum[2 * bin]!, spectrum[2 * bin + 1]!);
      const phase = 2 * Math.PI * random();
      spectrum.set([level * Math.cos(phase), level * Math.sin(phase)], 2 * bin);
      spectrum.set([level * Math.cos(phase), -level * Math.sin(phase)], 2 * (WINDOW - bin));
    }
    const wave = new Float64Array(2 * WINDOW);
    fft.inverseTransform(wave, spectrum);
    for (let i = Math.max(0, -from); i < WINDOW && from + i < out.length; i++)
      out[from + i]! += shade[i]! * wave[2 * i]!;
  }
  return repitched(out, between(random, 0.98, 1.02));
}
