import { sum } from '../../../engine/index.ts';
import { median } from '../values/units.ts';
import { isHole, type ClaimedRow } from './rows.ts';
import type { Suspicion } from './suspicion.ts';

/** Intervals and clock may differ by this share; what tells 1/1024 s from ms is 2.4 %. */
const AGREES = 0.015;
/** Beyond it no clock is merely inexact: rates would be off by 10 a minute and more. */
const BEYOND_USE = 0.15;
/** Times may be whole seconds or arrivals: what is less than this apart is agreement, ms. */
const SLACK_MS = 2000;
/** Blocks in which the least delay of arrivals is found, ms. */
const BLOCK_MS = 30_000;
const MIN_BLOCKS = 4;
/** Share of an interval by which a time may be off and still belong to it. */
const SEAM = 0.25;
const MIN_PAIRS = 50;
/** Share of pairs or blocks that must say about the same. */
const EVEN = 0.7;
/** Times that are all multiples of it say nothing of a single interval, ms. */
const COARSE_MS = 500;

/** The clock of a file compared with the sum of its intervals, if both are in it. */
export function clockAgainstIntervals(
  rows: readonly ClaimedRow[],
  times: 'written' | 'arrival',
): Suspicion | undefined {
  const beats = rows.filter(({ rrMs }) => rrMs.length > 0);
  if (beats.length < 5) return undefined;
  const sums = beats.map(({ rrMs }) => sum(rrMs));
  const isFine = times === 'written' && !beats.every(({ atMs }) => (atMs - beats[0]!.atMs) % COARSE_MS === 0);
  const share = isFine ? shareOfSeams(beats, sums) : shareOfArrivals(beats, sums);
  const apart = Math.abs(share ?? 0);
  const drifting = apart < AGREES ? undefined : { refuse: apart > BEYOND_USE, sentence: drift(share!) };
  return drifting && !drifting.refuse ? drifting : (overrun(beats, sums, times) ?? drifting);
}

/**
 * More intervals than time: beats counted twice, or too large a unit. Holes are left out of written times; arrivals may
 * pause and catch up.
 */
function overrun(
  beats: readonly ClaimedRow[],
  sums: readonly number[],
  times: 'written' | 'arrival',
): Suspicion | undefined {
  let [claimed, passed] = [0, 0];
  for (let i = 1; i < beats.length; i++) {
    const step = beats[i]!.atMs - beats[i - 1]!.atMs;
    claimed += sums[i]!;
    passed += times === 'written' && isHole(step, sums[i]!) ? sums[i]! : step;
  }
  if (claimed - passed <= Math.max(SLACK_MS, AGREES * 1.35 * passed)) return undefined;
  const refuse = claimed > (1 + BEYOND_USE) * passed;
  const twice =
    Math.abs(claimed / passed - 2) < 0.1 ? ', twice as much: each beat seems to be stored twice' : '';
  return {
    refuse,
    sentence:
      `its intervals make ${seconds(claimed)}, and its own times ${seconds(passed)}${twice}; ` +
      (twice ? 'keep one of each two rows' : 'correct its times, or its intervals and their unit (--rate)') +
      (refuse ? ', or read it all the same with --as-is' : ''),
  };
}

/**
 * How much longer the clock is than the intervals, as a share, where neighbours follow each other without a hole.
 * Uneven times leave out the short steps more than the long ones; of these the whole must say the same.
 */
function shareOfSeams(beats: readonly ClaimedRow[], sums: readonly number[]): number | undefined {
  let [claimed, passed, all, whole] = [0, 0, 0, 0];
  const ratios: number[] = [];
  for (let i = 1; i < beats.length; i++) {
    const step = beats[i]!.atMs - beats[i - 1]!.atMs;
    all += sums[i]!;
    whole += isHole(step, sums[i]!) ? sums[i]! : step;
    if (Math.abs(step - sums[i]!) > SEAM * sums[i]!) continue;
    ratios.push(step / sums[i]!);
    claimed += sums[i]!;
    passed += step;
  }
  if (ratios.length < MIN_PAIRS || Math.abs(passed - claimed) < SLACK_MS / 4) return undefined;
  const [seams, overall] = [passed / claimed - 1, whole / all - 1];
  const usual = median(ratios);
  if (ratios.filter((ratio) => Math.abs(ratio - usual) < AGREES).length > EVEN * ratios.length) return seams;
  return Math.sign(seams) * Math.max(0, Math.min(Math.abs(seams), Math.sign(seams) * overall));
}

/**
 * The same of arrivals, which come late by anything up to some seconds, but never early: the least delay in each half
 * minute grows evenly where the clocks disagree, and by leaps where beats are missing.
 */
function shareOfArrivals(beats: readonly ClaimedRow[], sums: readonly number[]): number | undefined {
  const least: number[] = [];
  let claimed = 0;
  beats.forEach(({ atMs }, i) => {
    claimed += sums[i]!;
    const block = Math.floor(claimed / BLOCK_MS);
    least[block] = Math.min(least[block] ?? Infinity, atMs - claimed);
  });
  // The last block is seldom whole.
  const whole = least.slice(0, -1);
  const growths = whole.slice(1).map((delay, i) => (delay - whole[i]!) / BLOCK_MS);
  if (growths.length < MIN_BLOCKS || growths.some((growth) => Number.isNaN(growth))) return undefined;
  const middle = median(growths);
  const even = growths.filter((growth) => Math.abs(growth - middle) < AGREES / 2).length;
  return even >= EVEN * growths.length ? middle : undefined;
}

function drift(share: number): string {
  const per = `${(Math.abs(share) * 100).toFixed(1)} %`;
  if (share > 0.02 && share < 0.028)
    return (
      `its intervals are ${per} shorter than its own clock, as milliseconds are that are taken for 1/1024 s; ` +
      'if they are ms, read it with --rate 1000'
    );
  if (share < -0.02 && share > -0.028)
    return (
      `its intervals are ${per} longer than its own clock, as 1/1024 s are that are taken for milliseconds; ` +
      'if they are, read it with --rate 1024'
    );
  return (
    `its intervals are ${per} ${share > 0 ? 'shorter' : 'longer'} than its own clock, so rates are off by as much; ` +
    'correct its times, or say with --rate what intervals are counted in'
  );
}

const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`;
