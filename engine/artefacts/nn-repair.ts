import { sum } from '../maths/statistics.ts';
import { isBlind } from './explanations.ts';
import type { Span } from './lattice.ts';
import type { NnInterval } from './nn-interval.ts';

/** A span with its place in the input. */
export interface PlacedSpan {
  readonly span: Span;
  /** Index of the last of its RR intervals, and when that ends. */
  readonly index: number;
  readonly endMs: number;
  readonly segment: number;
}

/** Turns spans into NN intervals. Each span waits for the next, since a repair uses both neighbours. */
export interface NnRepair {
  push(span: PlacedSpan): readonly NnInterval[];
  /** The end of a segment: the waiting span is repaired without a right neighbour. */
  finish(): readonly NnInterval[];
}

/** Beats over which the usual difference of neighbours is averaged (exponentially). */
const WINDOW = 90;

/**
 * Sums of missed, misplaced and extra beats are kept: only the beats within are placed again, on the line between
 * the neighbours. The most likely position would be too smooth and bias RMSSD low, so repaired beats are offset
 * from it by their standard deviation, to alternate sides: the expected square of every difference is then correct.
 * Source: Little & Rubin, Statistical Analysis with Missing Data, on mean imputation.
 */
export function nnRepair(): NnRepair {
  let waiting: PlacedSpan | undefined;
  let before: NnInterval | undefined;
  let meanSquare = 0;
  let weight = 0;
  let side = 1;

  const observe = (difference: number) => {
    weight = weight * (1 - 1 / WINDOW) + 1;
    meanSquare += (difference ** 2 - meanSquare) / weight;
  };
  const repaired = (span: Span, next: Span | undefined): readonly number[] => {
    const { heartbeats } = span.explanation;
    const meanMs = sum(span.rrMs) / heartbeats;
    const blind = isBlind(span.explanation);
    if (heartbeats === 1 && !blind) return [meanMs];
    const left = before?.nnMs ?? span.levelMs;
    const right = next && !isBlind(next.explanation) ? sum(next.rrMs) / next.explanation.heartbeats : left;
    side = -side;
    const centre = blind ? (left + right) / 2 : meanMs;
    return placed({
      heartbeats,
      centre,
      rise: right - left,
      off: side * spread(heartbeats, blind) * Math.sqrt(meanSquare),
    });
  };
  const release = ({ span, index, endMs, segment }: PlacedSpan, next?: PlacedSpan): readonly NnInterval[] => {
    const original = span.explanation.heartbeats === 1 && !isBlind(span.explanation);
    const nn = repaired(span, next?.span);
    let atMs = endMs - sum(nn);
    return nn.map((nnMs) => {
      const interval = { atMs: (atMs += nnMs), nnMs, original, segment, index };
      if (original && before?.original) observe(nnMs - before.nnMs);
      before = interval;
      return interval;
    });
  };

  return {
    push(span) {
      const out = waiting ? release(waiting, span) : [];
      waiting = span;
      return out;
    },
    finish() {
      const out = waiting ? release(waiting) : [];
      waiting = undefined;
      before = undefined;
      return out;
    },
  };
}

/**
 * Standard deviation of a repaired interval about its most likely value, in usual differences. Between
 * neighbours a and b a single unknown interval has (x−a)² + (b−x)², so 1/√2; two of known sum have 6u² about
 * theirs, so 1/√6 (taken for more beats, too).
 */
const spread = (heartbeats: number, blind: boolean): number =>
  1 / Math.sqrt(blind && heartbeats === 1 ? 2 : 6);

interface Placing {
  readonly heartbeats: number;
  readonly centre: number;
  readonly rise: number;
  readonly off: number;
}

function placed({ heartbeats, centre, rise, off }: Placing): number[] {
  const step = heartbeats === 2 ? rise / 6 : rise / (heartbeats + 1);
  const pairs = heartbeats - (heartbeats % 2);
  return Array.from({ length: heartbeats }, (_, k) => {
    const along = (heartbeats === 2 ? 2 * k - 1 : k - (heartbeats - 1) / 2) * step;
    const wobble = heartbeats === 1 ? off : k < pairs ? (k % 2 === 0 ? off : -off) : 0;
    return Math.max(1, centre + along + wobble);
  });
}
