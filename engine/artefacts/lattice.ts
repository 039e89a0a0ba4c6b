import { PLAUSIBLE_RR_MS } from '../intervals/plausible-range.ts';
import { sum } from '../maths/statistics.ts';
import { EXPLANATIONS, isBlind, type Explanation } from './explanations.ts';
import { firstBelief, updated, innovation, predicted, type Belief } from './interval-filter.ts';
import { MEMORY, type IntervalModel } from './interval-model.ts';
import { leastSurprise, surprise } from './surprise.ts';

/** One to four detected intervals with their explanation. */
export interface Span {
  readonly explanation: Explanation;
  readonly rrMs: readonly number[];
  /** The expected interval at that point, ms. */
  readonly levelMs: number;
}

/** The most probable reading of a series of RR intervals without gaps. */
export interface Lattice {
  /** Adds an interval; returns the spans that this makes final, oldest first. */
  push(rrMs: number): readonly Span[];
  /** The best reading of the spans that are not final. */
  pending(): readonly Span[];
  /** Makes everything final, as at the end of a segment, and resets. */
  flush(): readonly Span[];
}

/** A reading of everything up to one beat, as its last span and the preceding reading. */
interface Reading {
  readonly cost: number;
  readonly belief: Belief;
  readonly span: Span;
  /** Beats of the series before the end of this reading. */
  readonly node: number;
  /** Consecutive intervals up to here that were observed directly, at most `MEMORY`. */
  readonly known: number;
  /** Absent at a final beat, and for pruned readings. */
  before: Reading | undefined;
  /** `belief` predicted one, two … heart beats ahead; filled on demand. */
  readonly ahead: Belief[];
}

/** A beat is final once this many follow it. */
export const FINAL_AFTER = 5;
/** Respiration moves a beat by less than this share of its interval; a beat misplaced by less is left alone (J). */
const MIN_SHIFT = 0.07;

/**
 * A reading worse than the best by more than this is pruned: at e⁻⁴⁰ the
 * probability it cannot recover within a few beats.
 */
const PRUNE_ABOVE = 40;
/** A premature beat ends an interval shorter than this share of the usual one. */
const PREMATURE_SHARE = 0.9;
/** Deviation that an unexplained span contributes to the scale, in scales: more would let one artefact widen it. */
const REJECTED_DEVIATION = 4;
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
 * Viterbi's algorithm over beats: a reading of everything up to a beat is the best of the readings up to one of the
 * four beats before, each with one explanation of what lies between. Costs are minus log densities of the detected
 * times, so that readings with different numbers of heart beats can be compared.
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
    const least = leastSurprise(this.model.scaleMs());
    const found: Reading[] = [];
    for (const ways of KINDS) {
      const one = this.bestOf(ways, least, found.length === 0 ? Infinity : found[0]!.cost + PRUNE_ABOVE);
      if (one) found.push(one);
    }
    this.readings.push(found);
    return this.settleUpTo(this.base + this.rr.length - FINAL_AFTER);
  }

  pending(): readonly Span[] {
    const spans: Span[] = [];
    for (let at = this.best(); at.before; at = at.before) spans.push(at.span);
    return spans.reverse();
  }

  flush(): readonly Span[] {
    const spans = this.settleUpTo(this.base + this.rr.length);
    this.begin();
    return spans;
  }

  private begin(): void {
    const levelMs = this.model.levelMs();
    const belief = firstBelief(levelMs);
    const span = { explanation: EXPLANATIONS[0]!, rrMs: [], levelMs };
    this.rr = [];
    this.readings = [[{ cost: 0, belief, span, node: this.base, known: 0, before: undefined, ahead: [] }]];
  }

  private bestOf(ways: readonly Explanation[], least: number, limit: number): Reading | undefined {
    let cost = limit;
    let best: Reading | undefined;
    let bestWay: Explanation | undefined;
    for (const way of ways) {
      const from = this.rr.length - way.intervals;
      if (from < 0) continue;
      let sumMs = 0;
      for (let i = from; i < this.rr.length; i++) sumMs += this.rr[i]!;
      const known = this.model.frequency.rarityOf(way) + strayCost(way, sumMs);
      for (const before of this.readings[from]!) {
        if (before.cost + known + least >= cost) continue;
        const candidate = this.costOf(before, way, sumMs);
        if (!(candidate < cost)) continue;
        cost = candidate;
        best = before;
        bestWay = way;
      }
    }
    return best && bestWay && this.extended(best, bestWay, cost);
  }

  private costOf(reading: Reading, way: Explanation, sumMs: number): number {
    const known = reading.cost + this.model.frequency.rarityOf(way);
    const levelMs = Math.max(PLAUSIBLE_RR_MS[0], reading.belief.mean[0]!);
    if (way.kind === 'outlier') return known + Math.log(2 * levelMs);
    if (way.kind === 'premature') return known + prematureCost(this.rr, levelMs);
    const { intervals, heartbeats } = way;
    const meanMs = sumMs / heartbeats;
    if (meanMs < PLAUSIBLE_RR_MS[0] || meanMs > PLAUSIBLE_RR_MS[1]) return Infinity;
    if (intervals === 2 && heartbeats === 2 && Math.abs(this.rr.at(-1)! - meanMs) < MIN_SHIFT * meanMs)
      return Infinity;
    const found = innovation(this.believedAfter(reading, heartbeats), heartbeats, sumMs);
    return known + surprise(found, levelMs) + strayCost(way, sumMs);
  }

  private extended(before: Reading, explanation: Explanation, cost: number): Reading {
    const { heartbeats, intervals } = explanation;
    const rrMs = this.rr.slice(this.rr.length - intervals);
    const ahead = this.believedAfter(before, heartbeats);
    const blind = isBlind(explanation);
    const belief = blind ? ahead : updated(ahead, heartbeats, innovation(ahead, heartbeats, sum(rrMs)));
    const known = !blind && heartbeats === 1 ? before.known + 1 : 0;
    const span = { explanation, rrMs, levelMs: before.belief.mean[0]! };
    return { cost, belief, span, node: before.node + intervals, known, before, ahead: [] };
  }

  /** Deviation of a span's sum from its prediction, in standard deviations. */
  private deviation({ span, before }: Reading): number {
    const { heartbeats } = span.explanation;
    const found = innovation(this.believedAfter(before!, heartbeats), heartbeats, sum(span.rrMs));
    return Math.abs(found.error) / Math.sqrt(found.variance);
  }

  private believedAfter({ belief, ahead }: Reading, heartbeats: number): Belief {
    while (ahead.length < heartbeats) ahead.push(predicted(ahead.at(-1) ?? belief, this.model));
    return ahead[heartbeats - 1]!;
  }

  /** The best reading of everything so far. */
  private best(): Reading {
    return this.readings.at(-1)!.reduce((a, b) => (b.cost < a.cost ? b : a));
  }

  private settleUpTo(node: number): readonly Span[] {
    if (this.base >= node) return NO_SPANS;
    const spans: Span[] = [];
    while (this.base < node) {
      let first = this.best();
      while (first.before!.node > this.base) first = first.before!;
      spans.push(this.settle(first));
    }
    return spans;
  }

  private settle(first: Reading): Span {
    const { span, before } = first;
    const { explanation } = span;
    this.model.frequency.count(explanation);
    if (isBlind(explanation)) this.model.weigh(REJECTED_DEVIATION);
    else if (explanation.heartbeats > 1) this.model.weigh(this.deviation(first));
    else if (before!.known >= MEMORY) this.model.learn(before!.belief.mean, first.belief.mean[0]!);
    for (const list of this.readings) pruneOthers(first, list);
    for (let i = 0; i < explanation.intervals; i++) {
      this.rr.shift();
      this.readings.shift();
    }
    this.base = first.node;
    first.before = undefined;
    return span;
  }
}

const NO_SPANS: readonly Span[] = [];

/** Cost of detections at arbitrary positions in a span. */
const strayCost = ({ strayBeats }: Explanation, sumMs: number): number =>
  strayBeats === 0 ? 0 : strayBeats * Math.log(sumMs);

/** Cost of a premature beat and its pause, each uniform between normal and twice the observed deviation. */
function prematureCost(rr: readonly number[], levelMs: number): number {
  const pause = rr.at(-1)!;
  const early = rr.at(-2)!;
  const fits =
    early < PREMATURE_SHARE * levelMs &&
    pause > PREMATURE_SHARE * levelMs &&
    pause < 2 * PREMATURE_SHARE * levelMs;
  return fits ? 2 * Math.log(PREMATURE_SHARE * levelMs) : Infinity;
}

/**
 * Removes the readings that do not pass through `first` and unlinks them, so that the lists of later beats see that
 * they are pruned. Call in the order of beats.
 */
function pruneOthers(first: Reading, list: Reading[]): void {
  let kept = 0;
  for (const one of list) {
    if (one === first || one.before === first || one.before?.before) list[kept++] = one;
    else one.before = undefined;
  }
  if (kept < list.length) list.length = kept;
}
