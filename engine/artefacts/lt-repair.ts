import type { LtClass } from './lt-class.ts';

/**
 * The published repair, on beat times: extra beats are removed, missed ones inserted in the middle, then ectopic
 * and then long and short beats moved midway between their neighbours. The first and last beats stay.
 *
 * @param rrMs intervals between beats
 * @param classes one for each interval; it names the beat that ends it
 */
export function ltRepair(rrMs: readonly number[], classes: readonly LtClass[]): number[] {
  let beats: { atMs: number; class: LtClass }[] = [{ atMs: 0, class: 'normal' }];
  let atMs = 0;
  rrMs.forEach((rr, i) => {
    const it = classes[i]!;
    if (it === 'missed') beats.push({ atMs: atMs + rr / 2, class: 'normal' });
    atMs += rr;
    if (it !== 'extra') beats.push({ atMs, class: it });
  });
  for (const some of [['ectopic'], ['long', 'short']]) {
    beats = beats.map((beat, i) => {
      const left = beats[i - 1];
      const right = beats[i + 1];
      const moves = some.includes(beat.class) && i > 1 && left && right;
      return moves ? { ...beat, atMs: (left.atMs + right.atMs) / 2 } : beat;
    });
  }
  const times = beats.map((beat) => beat.atMs).sort((a, b) => a - b);
  return times.slice(1).map((time, i) => time - times[i]!);
}
