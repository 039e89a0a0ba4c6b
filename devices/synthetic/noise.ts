import { normal, type Chance } from '../../engine/index.ts';

/** A random process with mean 0 and standard deviation 1, stepped through time. */
export type Noise = (dtS: number) => number;

/** Ornstein–Uhlenbeck: correlation decays with `timeConstantS`. Exact for any step. */
export function driftingNoise(timeConstantS: number, chance: Chance): Noise {
  let value = normal(chance);
  return (dtS) => {
    const kept = Math.exp(-dtS / timeConstantS);
    return (value = kept * value + Math.sqrt(1 - kept ** 2) * normal(chance));
  };
}

/** The sum of drifts of several time constants: near 1/f between 1/(2π·span) of the longest and of the shortest. */
export function wanderingNoise(timeConstantsS: readonly number[], chance: Chance): Noise {
  const drifts = timeConstantsS.map((span) => driftingNoise(span, chance));
  const scale = 1 / Math.sqrt(drifts.length);
  return (dtS) => scale * drifts.reduce((sum, drift) => sum + drift(dtS), 0);
}

/**
 * A damped oscillator driven by white noise, so that its phase and amplitude wander: x″ + 2γx′ + ω²x = σξ with σ² =
 * 4γω², which makes the variance 1. Semi-implicit Euler; steps must be short against 1/ω.
 */
export function ringingNoise(hertz: number, dampingPerS: number, chance: Chance): Noise {
  const omega = 2 * Math.PI * hertz;
  let position = normal(chance);
  let velocity = omega * normal(chance);
  return (dtS) => {
    velocity -= (2 * dampingPerS * velocity + omega ** 2 * position) * dtS;
    velocity += 2 * omega * Math.sqrt(dampingPerS * dtS) * normal(chance);
    position += velocity * dtS;
    return position;
  };
}
