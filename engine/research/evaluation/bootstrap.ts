import { chance } from '../../maths/random.ts';
import { bySubject, type ScoredWindow } from './scored-window.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The 95 % percentile interval of a figure when subjects, not windows, are drawn again with replacement: windows of
 * one person are not independent. A subject drawn twice counts as two.
 *
 * @param figure  `undefined` where a draw does not allow it; such draws are left out
 * @returns `undefined` if fewer than half of the draws gave a figure
 * Source: Efron & Tibshirani 1993, doi:10.1201/9780429246593, chapter 8 (clusters)
 */
export function bootstrapBySubject<W extends Pick<ScoredWindow, 'subject'>>(
  windows: readonly W[],
  figure: (drawn: readonly W[]) => number | undefined,
  { draws, seed }: { readonly draws: number; readonly seed: number },
): Interval | undefined {
  const groups = [...bySubject(windows).values()];
  const random = chance(seed);
  const figures: number[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const drawn = groups.flatMap((_, place) =>
      groups[Math.floor(random() * groups.length)]!.map((window) => ({ ...window, subject: `#${place}` })),
    );
    const value = figure(drawn);
    if (value !== undefined) figures.push(value);
  }
  if (figures.length < draws / 2) return undefined;
  figures.sort((a, b) => a - b);
  const at = (share: number) => figures[Math.round(share * (figures.length - 1))]!;
  return { low: at(0.025), high: at(0.975) };
}
