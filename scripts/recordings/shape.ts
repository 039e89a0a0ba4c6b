import { SAMPLE_RATE } from './sample-rate.ts';
import type { Sides } from './sides.ts';

type Samples = Float32Array<ArrayBuffer>;

/** A recording starts this long before it first reaches a hundredth of its peak. Seconds. */
const BEFORE_S = 0.003;
const FADE_SHARE = 0.25;
/** What the loudest stretch of this length is brought to, so that no note of an instrument stands out. */
const WINDOW_S = 0.2;
const RMS = 0.12;
const PEAK = 0.95;
const FLOOR_HZ = 28;

/** From the first sound on in any channel, `lengthS` long, ending at exactly 0. */
export function oneShot(sides: Sides, lengthS: number): Sides {
  const peak = peakOf(sides);
  const onset = Math.min(
    ...sides.map((side) => side.findIndex((x) => Math.abs(x) > peak / 100)).filter((at) => at >= 0),
  );
  const from = Math.max(0, onset - Math.round(BEFORE_S * SAMPLE_RATE));
  return sides.map((samples) => {
    const out = new Float32Array(Math.round(lengthS * SAMPLE_RATE));
    out.set(samples.subarray(from, from + out.length));
    const [rise, fall] = [BEFORE_S * SAMPLE_RATE, FADE_SHARE * out.length];
    return out.map((x, i) => {
      const end = Math.min(1, (out.length - 1 - i) / fall);
      return x * Math.min(1, i / rise) * (0.5 - 0.5 * Math.cos(Math.PI * end));
    });
  });
}

const peakOf = (sides: Sides): number =>
  sides.reduce((most, side) => side.reduce((peak, x) => Math.max(peak, Math.abs(x)), most), 0);

/** Two gentle low-passes in a row: 12 dB an octave without a bump. */
export function felted(samples: Samples, hz: number): Samples {
  const smooth = 1 - Math.exp((-2 * Math.PI * hz) / SAMPLE_RATE);
  let [a, b] = [0, 0];
  return samples.map((x) => {
    a += smooth * (x - a);
    b += smooth * (a - b);
    return b;
  });
}

/** A mallet is heard above this, and for so long. */
const [BITE_HZ, BITE_S] = [1800, 0.045];

/** Struck with a harder mallet: brighter by so many dB at first. */
export const bitten = (samples: Samples, db: number): Samples => {
  const dull = felted(samples, BITE_HZ);
  const more = 10 ** (db / 20) - 1;
  return samples.map((x, i) => x + more * Math.exp(-i / (BITE_S * SAMPLE_RATE)) * (x - dull[i]!));
};

/** Swells over the first milliseconds. */
export const softened = (samples: Samples, ms: number): Samples => {
  const length = (ms * SAMPLE_RATE) / 1000;
  return samples.map((x, i) => (i < length ? x * (0.5 - 0.5 * Math.cos((Math.PI * i) / length)) : x));
};

/** Without what lies below hearing. */
export function withoutDc(samples: Samples): Samples {
  const r = 1 - (2 * Math.PI * FLOOR_HZ) / SAMPLE_RATE;
  let [lastIn, lastOut] = [0, 0];
  return samples.map((x) => {
    lastOut = x - lastIn + r * lastOut;
    lastIn = x;
    return lastOut;
  });
}

/** Brought to a common loudness by its loudest stretch, the channels together, as far as its peak allows. */
export function levelled(sides: Sides): Sides {
  const window = Math.round(WINDOW_S * SAMPLE_RATE);
  let most = 0;
  for (let from = 0; from === 0 || from + window <= sides[0]!.length; from += window / 4) {
    const parts = sides.map((side) => side.subarray(from, from + window));
    const power = parts.reduce((sum, part) => part.reduce((own, x) => own + x * x, sum), 0);
    most = Math.max(most, Math.sqrt(power / (window * sides.length)));
  }
  const gain = Math.min(RMS / most, PEAK / peakOf(sides));
  return sides.map((side) => side.map((x) => x * gain));
}
