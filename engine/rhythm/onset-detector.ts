/** A clap or a tap. */
export interface Onset {
  /** Sample at which it begins, counted from the first one that was ever given. */
  readonly sample: number;
  /** Peak of the stroke, full scale 1, after the high-pass. */
  readonly peak: number;
}

/** Finds claps and taps in sound as it comes. One for one stream. */
export interface OnsetDetector {
  /**
   * Takes the next samples, as many as there are. Not kept, not changed.
   * @returns what began in them, or shortly before: an onset is told about 12 ms after it
   */
  push(samples: Float32Array): readonly Onset[];
}

export interface OnsetSettings {
  readonly sampleRate: number;
  /** Corner of the high-pass, Hz: above the pulse that a loudspeaker plays meanwhile. Absent: 400. */
  readonly lowestHz?: number;
}

/** Stretches of sound whose energies are compared, s. */
const HOP_S = 0.001;
/** A stroke rises by this over the loudest of the hops before it, and over the floor. Power ratios: 7 and 9 dB. */
const [RISE, ABOVE_FLOOR] = [5, 8];
/** Hops before an attack that it must rise above; the two next to it may be in the attack already. */
const [BEFORE_HOPS, GAP_HOPS] = [14, 2];
/** Hops in which an attack reaches its top. */
const TOP_HOPS = 9;
/** No hand is faster; what comes sooner is the room. Seconds. */
const REST_S = 0.075;
/** For as long after a stroke, what is more than 20 dB below it is its echo. Seconds. */
const ECHO_S = 0.25;
const ECHO_SHARE = 0.01;
/** The floor falls at once and rises by this many decibels a second. */
const FLOOR_DB_PER_S = 12;
/** Below this mean square no clap lies in any recording: digital silence is no floor to rise from. */
const LEAST = 1e-8;
/** A stroke begins where it first passes this share of its peak, and this many times the floor's amplitude. */
const [FOOT_SHARE, FOOT_FLOORS] = [0.12, 3.5];

/**
 * Claps and taps by the rise of their energy above 400 Hz; then the sample at which the stroke leaves the noise.
 *
 * @throws RangeError  the corner is not below half the sample rate
 * Cost: a few operations a sample; memory of 60 ms. Measured by `npm run bench -- onsets`.
 * Source: energy-based detection with a local threshold as in Bello et al. 2005, doi:10.1109/TSA.2005.851998, in the time
 * domain, since claps are short and a spectrum would blur them by its window.
 */
export function onsetDetector({ sampleRate, lowestHz = 400 }: OnsetSettings): OnsetDetector {
  if (!(lowestHz > 0 && lowestHz < sampleRate / 2))
    throw new RangeError(`lowestHz: ${lowestHz} is not within 0–${sampleRate / 2} Hz`);
  const hop = Math.round(HOP_S * sampleRate);
  const [once, twice] = [highPass(lowestHz, sampleRate), highPass(lowestHz, sampleRate)];
  const recent = new Float32Array(64 * hop);
  const energies: number[] = [];
  const riseOfFloor = 10 ** ((FLOOR_DB_PER_S * HOP_S) / 10);
  let [sample, energy, floor] = [0, 0, Infinity];
  let last = { sample: -Infinity, power: 0 };
  /** Hops since an attack was seen; `undefined`: none is under way. */
  let attack: number | undefined;

  const locate = (): Onset => {
    const from = Math.max(0, sample - (TOP_HOPS + GAP_HOPS + 3) * hop);
    let peak = 0;
    for (let i = from; i < sample; i++) peak = Math.max(peak, Math.abs(recent[i % recent.length]!));
    const foot = Math.max(FOOT_SHARE * peak, Math.min(0.5 * peak, FOOT_FLOORS * Math.sqrt(floor)));
    let at = from;
    while (at < sample - 1 && Math.abs(recent[at % recent.length]!) < foot) at++;
    return { sample: at, peak };
  };
  const endHop = (): Onset | undefined => {
    const power = Math.max(LEAST, energy / hop);
    energy = 0;
    energies.push(power);
    if (energies.length > BEFORE_HOPS + GAP_HOPS + 1) energies.shift();
    floor = Math.min(power, floor * riseOfFloor);
    if (attack !== undefined) {
      last = { ...last, power: Math.max(last.power, power) };
      if (++attack < TOP_HOPS) return undefined;
      attack = undefined;
      return locate();
    }
    if (energies.length <= BEFORE_HOPS || sample - last.sample < REST_S * sampleRate) return undefined;
    const before = Math.max(...energies.slice(0, -GAP_HOPS - 1));
    const echo = sample - last.sample < ECHO_S * sampleRate && power < ECHO_SHARE * last.power;
    if (power < RISE * before || power < ABOVE_FLOOR * floor || echo) return undefined;
    last = { sample, power };
    attack = 0;
    return undefined;
  };
  return {
    push: (samples) => {
      const found: Onset[] = [];
      for (const value of samples) {
        const high = twice(once(value));
        recent[sample % recent.length] = high;
        energy += high * high;
        sample++;
        const onset = sample % hop === 0 ? endHop() : undefined;
        if (onset) found.push(onset);
      }
      return found;
    },
  };
}

/** Every onset of a whole recording. */
export function onsetsIn(recording: Float32Array, settings: OnsetSettings): readonly Onset[] {
  const detector = onsetDetector(settings);
  // What began in the last milliseconds is told by the silence after it.
  const silence = new Float32Array(Math.round(0.03 * settings.sampleRate));
  return [...detector.push(recording), ...detector.push(silence)];
}

/** Butterworth, second order. Source: bilinear transform with a prewarped corner (Zölzer, DAFX, § 2.2). */
function highPass(cornerHz: number, sampleRate: number): (value: number) => number {
  const k = Math.tan((Math.PI * cornerHz) / sampleRate);
  const norm = 1 / (1 + Math.SQRT2 * k + k * k);
  const [b1, a1, a2] = [-2 * norm, 2 * (k * k - 1) * norm, (1 - Math.SQRT2 * k + k * k) * norm];
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return (x) => {
    const y = norm * x + b1 * x1 + norm * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  };
}
