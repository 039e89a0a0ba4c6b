import type { Interval } from '../evaluation/bootstrap.ts';
import { chance } from '../../maths/random.ts';

/** The interval is absent where too few people or draws allow one. */
export interface OffPolicyFigure extends Partial<Interval> {
  readonly value: number;
}

/** A person's share of numerator and denominator. */
type Part = readonly [top: number, bottom: number];

/**
 * Σ top / Σ bottom with a 95 % studentised bootstrap interval: people are drawn again, and each
 * draw's distance is taken in its own standard errors, since weighted rewards are skewed and
 * percentiles of the figure itself then fall short.
 * Source: Efron & Tibshirani 1993, doi:10.1201/9780429246593, chapter 12;
 * standard error by linearisation, Cochran 1977.
 */
export function ratioByPerson(
  parts: readonly Part[],
  { draws, seed }: { readonly draws: number; readonly seed: number },
): OffPolicyFigure {
  const { value, se } = ratio(parts);
  const next = chance(seed);
  const distances: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const drawn = ratio(parts.map(() => parts[Math.floor(next() * parts.length)]!));
    const distance = (drawn.value - value) / drawn.se;
    if (Number.isFinite(distance)) distances.push(distance);
  }
  if (distances.length < draws / 2 || distances.length === 0) return { value };
  distances.sort((a, b) => a - b);
  const at = (share: number) => distances[Math.round(share * (distances.length - 1))]!;
  return { value, low: value - at(0.975) * se, high: value - at(0.025) * se };
}

function ratio(parts: readonly Part[]): { readonly value: number; readonly se: number } {
  const [top, bottom] = parts.reduce<Part>((sum, part) => [sum[0] + part[0], sum[1] + part[1]], [0, 0]);
  const value = top / bottom;
  const squares = parts.reduce((sum, part) => sum + (part[0] - value * part[1]) ** 2, 0);
  return { value, se: Math.sqrt((squares * parts.length) / (parts.length - 1)) / bottom };
}
