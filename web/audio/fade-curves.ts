import type { CrossfadePlan } from '../../engine/index.ts';

/** Points of a curve; between them the audio clock draws straight lines, within 0.01 dB of the sine. */
const POINTS = 65;

/**
 * Gains of every deck through a fade that takes over from the gains of this moment.
 *
 * Equal power: one angle moves from where the target stands to 90°. The target follows its sine, all others share
 * its cosine, so that the sum of squares stays what it was to begin with. Linear: the same with a straight line.
 *
 * @param from    linear gains at the start of the fade, 0–1
 * @param target  which of them fades in; absent: all fade out
 * @returns one curve a deck, evenly spaced in time; each begins at its `from` and ends at exactly 1 or 0
 * Assumes unlike material for equal power (uncorrelated: powers add) and identical material for linear (gains add).
 */
export function fadeCurves(
  curve: CrossfadePlan['curve'],
  from: readonly number[],
  target: number | undefined,
): number[][] {
  const start = target === undefined ? 0 : Math.min(from[target]!, 1);
  const [rise, share] = curve === 'equal-power' ? equalPower(start) : linear(start);
  return from.map((gain, deck) =>
    Array.from({ length: POINTS }, (_, i) => {
      const x = i / (POINTS - 1);
      if (deck === target) return x === 0 ? gain : x === 1 ? 1 : rise(x);
      return x === 1 ? 0 : gain * share(x);
    }),
  );
}

type Shape = (x: number) => number;

function equalPower(start: number): readonly [rise: Shape, share: Shape] {
  const first = Math.asin(start);
  const angle: Shape = (x) => first + (Math.PI / 2 - first) * x;
  return [
    (x) => Math.sin(angle(x)),
    start === 1 ? (x) => Math.cos((Math.PI / 2) * x) : (x) => Math.cos(angle(x)) / Math.cos(first),
  ];
}

const linear = (start: number): readonly [rise: Shape, share: Shape] => [
  (x) => start + (1 - start) * x,
  (x) => 1 - x,
];
