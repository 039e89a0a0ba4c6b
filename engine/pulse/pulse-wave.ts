import { interpolate } from '../dsp/interpolation.ts';
import { smoothnessPriors } from '../dsp/smoothness-priors.ts';
import type { PulseFrame } from './pulse-frame.ts';

/** Steps of the wave, a second. */
export const WAVE_HZ = 30;
/** Takes off what is slower than half a wave a second at that step. */
const SMOOTHNESS = 90;

export interface PulseWave {
  /** Blood in the finger, detrended, at equal steps. */
  readonly blood: Float64Array;
  /** Light as all channels share it, likewise: lamps, exposure, the press of the finger. */
  readonly light: Float64Array;
  /** Spread of the slow part of `light`: how far the finger or the lamp has moved, as a share. */
  readonly drift: number;
}

/**
 * The pulse in pictures at any distances in time. Blood takes away more green than red, a lamp or the exposure changes
 * both alike: the difference of their logarithms is blood without lamp.
 *
 * @param frames  in order, at least a second of them
 * Cost: O(frames + steps). Source: green has the strongest pulse, Nam & Nam 2017, Sensors 17(10) (channels of phones
 *   with and without a lamp); the difference of logarithms is ours.
 */
export function pulseWave(frames: readonly PulseFrame[]): PulseWave {
  const x = Float64Array.from(frames, ({ atMs }) => atMs / 1000);
  const steps = Math.floor((x[x.length - 1]! - x[0]!) * WAVE_HZ) + 1;
  const times = Float64Array.from({ length: steps }, (_, i) => x[0]! + i / WAVE_HZ);
  const even = (of: (frame: PulseFrame) => number): Float64Array =>
    interpolate({ x, y: Float64Array.from(frames, of) }, times, 'linear');
  const light = even(({ red }) => Math.log(Math.max(1, red)));
  const blood = even(({ red, green }) => Math.log(Math.max(1, red)) - Math.log(Math.max(0.5, green)));
  const fast = smoothnessPriors(light, SMOOTHNESS);
  return {
    blood: smoothed(smoothnessPriors(blood, SMOOTHNESS)),
    light: smoothed(fast),
    drift: deviation(light.map((value, i) => value - fast[i]!)),
  };
}

/** Twice the mean of five steps: nothing from 6 Hz on, where there is only lamp and noise. */
const smoothed = (wave: Float64Array): Float64Array => meanOfFive(meanOfFive(wave));

const meanOfFive = (wave: Float64Array): Float64Array =>
  wave.map((_, i) => {
    const around = wave.subarray(Math.max(0, i - 2), i + 3);
    return around.reduce((sum, value) => sum + value, 0) / around.length;
  });

/** Root mean square about the mean. */
export function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
}
