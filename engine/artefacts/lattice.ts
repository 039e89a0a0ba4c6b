import { PLAUSIBLE_RR_MS } from '../intervals/plausible-range.ts';
import { sum } from '../maths/statistics.ts';
import { EXPLANATIONS, isBlind, type Explanation } from './explanations.ts';
import { firstBelief, updated, innovation, predicted, type Belief } from './interval-filter.ts';
import { MEMORY, type IntervalModel } from './interval-model.ts';
import { leastSurprise, surprise } from './surprise.ts';

/** One to four detected intervals with what was found to lie behind them. */
export interface Span {
  readonly explanation: Explanation;
  readonly rrMs: readonly number[];
  /** The interval that was to be expected there, ms. */
  readonly levelMs: number;
}

/** The most probable reading of a series of RR intervals without gaps. */
export interface Lattice {
  /** Takes the next interval; returns the spans that became final by it, oldest first. */
  push(rrMs: number): readonly Span[];
  /** The best reading of what is not final yet. */
  pending(): readonly Span[];
  /** Makes everything final, as at the end of a segment. What comes next begins anew. */
  flush(): readonly Span[];
}

/** A reading of everything up to one beat, as its last span and the reading before. */
interface Reading {
  readonly cost: number;
  readonly belief: Belief;
  readonly explanation: Explanation;
  /** Beats of the series before the end of this reading. */
  readonly node: number;
  /** Intervals up to here that were seen whole, up to `MEMORY` of interest. */
  readonly known: number;
  before: Reading | undefined;
  /** `belief` one, two … heart beats on; filled on demand. */
  readonly ahead: Belief[];
}

/** A beat is final once this many follow it. */
export const FINAL_AFTER = 5;
/** Respiration moves a beat by less than this share of its interval; a beat misplaced by less is left alone (J). */
const MIN_SHIFT = 0.07;

/** A reading worse than the best one by this much is not followed: e⁻⁴⁰ as probable, and a few beats cannot make up for it. */
const HOPELESS = 40;
/** A premature beat ends an interval shorter than this share of the usual one. */
const EARLY = 0.9;
/** What an unexplained span says of the scale, in scales: more would let one artefact widen it. */
const REJECTED = 4;
/** Readings kept for each beat: ended after one heart beat, after several, blind. */
const KINDS = [
  EXPLANATIONS.filter((way) => !isBlind(way) && way.heartbeats === 1),
  EXPLANATIONS.filter((way) => !isBlind(way) && way.heartbeats > 1),
  EXPLANATIONS.filter(isBlind),
];

export function beatLattice(model: IntervalModel): Lattice {
  return new Viterbi(model);
}

/**
 * Viterbi's algorithm over beats: a reading of everything up to a beat is the best of the readings up to one of the four beats before,
 * each with one explanation of what lies between. Costs are minus log densities of the detected times, so that stories that explain
 * the same intervals by more or fewer heart beats can be compared.
 */
class Viterbi implements Lattice {
  private readonly model: IntervalModel;
  private base = 0;
  private rr: number[] = [];
  private readings: Reading[][] = [];

  constructor(model: IntervalModel) {
    this.model = model;
    this.begin();
  }

  push(rrMs: number): readonly Span[] {
    this.rr.push(rrMs);
    const found: Reading[] = [];
    for (const ways of KINDS) {
      const one = this.bestOf(ways, found.length === 0 ? Infinity : found[0]!.cost + HOPELESS);
      if (one) found.push(one);
    }
    this.readings.push(found);
    return this.settleUpTo(this.base + this.rr.length - FINAL_AFTER);
  }

  pending(): readonly Span[] {
    let from = 0;
    return this.bestPath().map(({ explanation, before }) => {
      const rrMs = this.rr.slice(from, (from += explanation.intervals));
      return { explanation, rrMs, levelMs: before!.belief.mean[0]! };
    });
  }

  flush(): readonly Span[] {
    const spans = this.settleUpTo(this.base + this.rr.length);
    this.begin();
    return spans;
  }

  private begin(): void {
    const belief = firstBelief(this.model.levelMs());
    const explanation = EXPLANATIONS[0]!;
    this.rr = [];
    this.readings = [
      [{ cost: 0, belief, explanation, node: this.base, known: 0, before: undefined, ahead: [] }],
    ];
  }

  private bestOf(ways: readonly Explanation[], limit: number): Reading | undefined {
    const least = leastSurprise(this.model.scaleMs());
    let cost = limit;
    let best: { way: Explanation; before: Reading; sumMs: number } | undefined;
    for (const way of ways) {
      const from = this.rr.length - way.intervals;
      if (from < 0) continue;
      let sumMs = 0;
      for (let i = from; i < this.rr.length; i++) sumMs += this.rr[i]!;
      const known = this.model.frequency.rarityOf(way) + way.strayBeats * Math.log(sumMs);
      for (const before of this.readings[from]!) {
        if (before.cost + known + least >= cost) continue;
        const candidate = this.costOf(before, way, sumMs);
        if (!(candidate < cost)) continue;
        cost = candidate;
        best = { way, before, sumMs };
      }
    }
    return best && this.extended(best.before, best.way, { cost, sumMs: best.sumMs });
  }

  private costOf(reading: Reading, way: Explanation, sumMs: number): number {
    const known = reading.cost + this.model.frequency.rarityOf(way);
    const levelMs = Math.max(PLAUSIBLE_RR_MS[0], reading.belief.mean[0]!);
    if (way.kind === 'outlier') return known + Math.log(2 * levelMs);
    if (way.kind === 'premature') return known + prematureCost(this.rr, levelMs);
    const { intervals, heartbeats, strayBeats } = way;
    const meanMs = sumMs / heartbeats;
    if (meanMs < PLAUSIBLE_RR_MS[0] || meanMs > PLAUSIBLE_RR_MS[1]) return Infinity;
    if (intervals === 2 && heartbeats === 2 && Math.abs(this.rr.at(-1)! - meanMs) < MIN_SHIFT * meanMs)
      return Infinity;
    const found = innovation(this.believedAfter(reading, heartbeats), heartbeats, sumMs);
    return known + surprise(found, levelMs) + strayBeats * Math.log(sumMs);
  }

  private extended(before: Reading, way: Explanation, end: { cost: number; sumMs: number }): Reading {
    const { heartbeats } = way;
    const ahead = this.believedAfter(before, heartbeats);
    const blind = isBlind(way);
    const belief = blind ? ahead : updated(ahead, heartbeats, innovation(ahead, heartbeats, end.sumMs));
    const known = !blind && heartbeats === 1 ? before.known + 1 : 0;
    return {
      cost: end.cost,
      belief,
      explanation: way,
      node: before.node + way.intervals,
      known,
      before,
      ahead: [],
    };
  }

  /** How far the sum of a span is from what was believed of it, in standard deviations. */
  private deviation({ explanation, before }: Reading): number {
    const { heartbeats, intervals } = explanation;
    const sumMs = sum(this.rr.slice(0, intervals));
    const found = innovation(this.believedAfter(before!, heartbeats), heartbeats, sumMs);
    return Math.abs(found.error) / Math.sqrt(found.variance);
  }

  private believedAfter({ belief, ahead }: Reading, heartbeats: number): Belief {
    while (ahead.length < heartbeats) ahead.push(predicted(ahead.at(-1) ?? belief, this.model));
    return ahead[heartbeats - 1]!;
  }

  private bestPath(): Reading[] {
    let at: Reading | undefined = this.readings.at(-1)!.reduce((a, b) => (b.cost < a.cost ? b : a));
    const path: Reading[] = [];
    for (; at && at.node > this.base; at = at.before) path.push(at);
    return path.reverse();
  }

  private settleUpTo(node: number): Span[] {
    const spans: Span[] = [];
    while (this.base < node) spans.push(this.settle(this.bestPath()[0]!));
    return spans;
  }

  private settle(first: Reading): Span {
    const { explanation, before } = first;
    this.model.frequency.count(explanation);
    if (isBlind(explanation)) this.model.weigh(REJECTED);
    else if (explanation.heartbeats > 1) this.model.weigh(this.deviation(first));
    else if (before!.known >= MEMORY) this.model.learn(before!.belief.mean, first.belief.mean[0]!);
    const span = {
      explanation,
      rrMs: this.rr.slice(0, explanation.intervals),
      levelMs: before!.belief.mean[0]!,
    };
    this.base = first.node;
    this.rr = this.rr.slice(explanation.intervals);
    this.readings = this.readings
      .slice(explanation.intervals)
      .map((list) => list.filter((one) => goesThrough(one, first)));
    first.before = undefined;
    return span;
  }
}

/** An early beat and its pause, each anywhere between normal and twice as far off. */
function prematureCost(rr: readonly number[], levelMs: number): number {
  const pause = rr.at(-1)!;
  const early = rr.at(-2)!;
  const fits = early < EARLY * levelMs && pause > EARLY * levelMs && pause < 2 * EARLY * levelMs;
  return fits ? 2 * Math.log(EARLY * levelMs) : Infinity;
}

function goesThrough(reading: Reading, ancestor: Reading): boolean {
  let at: Reading | undefined = reading;
  while (at && at.node > ancestor.node) at = at.before;
  return at === ancestor;
}
