import type { BeatClass } from './beat-class.ts';
import { intervalModel, type IntervalModel } from './interval-model.ts';
import { beatLattice, FINAL_AFTER, type Lattice, type Span } from './lattice.ts';
import { nnRepair } from './nn-repair.ts';
import type { NnInterval } from './nn-interval.ts';
import type { RrInterval } from '../intervals/rr-interval.ts';
import { classIn } from './span-classes.ts';

/** The class of an interval, and whether it may still change. */
export interface Revision {
  /** Index of the interval in the order of pushes, from 0. */
  readonly index: number;
  readonly class: BeatClass;
  readonly final: boolean;
}

export interface LiveStep {
  /** Only what is new: a first class, another class, or finality. In the order of intervals. */
  readonly revisions: readonly Revision[];
  /** NN intervals that became certain, oldest first. */
  readonly nn: readonly NnInterval[];
}

/** The `attune` correction, live. Memory is constant. */
export interface LiveClassifier {
  /** Adds an interval. A provisional class follows within two intervals, the final one within `FINAL_AFTER`. */
  push(interval: RrInterval): LiveStep;
  /** Ends the recording: everything becomes final. */
  finish(): LiveStep;
  /** What was learnt of this heart; absent before the first five intervals. */
  model(): IntervalModel | undefined;
}

/** Longer intervals are gaps, ms: no heart beats this slowly. */
const GAP_MS = 3000;
/** Intervals needed to know a typical one. */
const FIRST_INTERVALS = FINAL_AFTER;
/** Intervals that must follow before a provisional class is reported. */
const PROVISIONAL_AFTER = 1;

/**
 * This many intervals in a row, each within this share of the one before, are heart beats whatever
 * the model says. If it classes them as extra or missed, a burst of artefacts has left it at half
 * or double the rate, and it is reset (J).
 */
const STUCK_BEATS = 12;
const ALIKE_SHARE = 0.12;

export interface LiveOptions {
  /**
   * A model of the same heart, such as from an earlier pass; without it the
   * first beats are classified less reliably.
   */
  readonly learnt?: IntervalModel | undefined;
  /** Whether to report provisional classes; true by default. */
  readonly provisional?: boolean;
}

export function liveClassifier({ learnt, provisional = true }: LiveOptions = {}): LiveClassifier {
  return new Classifier(learnt, provisional);
}

class Classifier implements LiveClassifier {
  private learnt: IntervalModel | undefined;
  private lattice: Lattice | undefined;
  private early: number[] = [];
  /** Intervals that are not final, and the class last reported for each. */
  private open: RrInterval[] = [];
  private reported: (BeatClass | undefined)[] = [];
  private firstOpen = 0;
  private inputSegment: number | undefined;
  private segment = 0;
  private stuck = 0;
  private lastRrMs = 0;
  private readonly repair = nnRepair();

  private readonly tells: boolean;

  constructor(learnt: IntervalModel | undefined, tells: boolean) {
    this.learnt = learnt;
    this.tells = tells;
  }

  push(interval: RrInterval): LiveStep {
    const isBeat = interval.rrMs > 0 && interval.rrMs <= GAP_MS;
    if (!isBeat) return this.lose();
    const step: Draft = { revisions: [], nn: [] };
    const goesOn = this.inputSegment === undefined || interval.segment === this.inputSegment;
    if (!goesOn) this.end(step);
    this.inputSegment = interval.segment;
    this.open.push(interval);
    this.reported.push(undefined);
    this.settle(this.feed(interval.rrMs), step);
    this.provisional(step);
    return step;
  }

  finish(): LiveStep {
    const step: Draft = { revisions: [], nn: [] };
    this.end(step);
    return step;
  }

  model(): IntervalModel | undefined {
    return this.learnt;
  }

  /** Handles an impossible length: the interval is a gap, and the next one begins a segment. */
  private lose(): LiveStep {
    const step: Draft = { revisions: [], nn: [] };
    this.end(step);
    step.revisions.push({ index: this.firstOpen, class: 'gap', final: true });
    this.firstOpen += 1;
    return step;
  }

  private end(into: Draft): void {
    this.settle([...this.feedEarly(), ...(this.lattice?.flush() ?? [])], into);
    into.nn.push(...this.repair.finish());
    this.segment += 1;
  }

  private feed(rrMs: number): readonly Span[] {
    if (this.lattice) return this.lattice.push(rrMs);
    this.early.push(rrMs);
    return this.learnt || this.early.length >= FIRST_INTERVALS ? this.feedEarly() : [];
  }

  private feedEarly(): readonly Span[] {
    if (this.early.length === 0) return [];
    this.learnt ??= intervalModel(typical(this.early));
    const lattice = (this.lattice ??= beatLattice(this.learnt));
    const spans = this.early.flatMap((rrMs) => lattice.push(rrMs));
    this.early = [];
    return spans;
  }

  private settle(spans: readonly Span[], into: Draft): void {
    for (const span of spans) {
      const { rrMs } = span;
      let endMs = 0;
      let spoilt = false;
      for (let i = 0; i < rrMs.length; i++) {
        const found = classIn(span, i);
        const interval = this.open.shift()!;
        const beatClass = classOf(interval, found, span.levelMs);
        if (beatClass !== found) spoilt = true;
        into.revisions.push({ index: this.firstOpen, class: beatClass, final: true });
        this.watch(found, rrMs[i]!);
        endMs = interval.atMs;
        this.reported.shift();
        this.firstOpen += 1;
      }
      // A labelled interval that looks like any other is no NN interval, and nothing tells what stood in its place.
      if (spoilt) {
        into.nn.push(...this.repair.finish());
        this.segment += 1;
        continue;
      }
      const placed = { span, index: this.firstOpen - 1, endMs, segment: this.segment };
      for (const interval of this.repair.push(placed)) into.nn.push(interval);
    }
    if (this.stuck >= STUCK_BEATS) into.nn.push(...this.learnAnew());
  }

  private watch(beatClass: BeatClass, rrMs: number): void {
    const alike = Math.abs(rrMs - this.lastRrMs) <= ALIKE_SHARE * rrMs;
    this.stuck = alike && (beatClass === 'extra' || beatClass === 'missed') ? this.stuck + 1 : 0;
    this.lastRrMs = rrMs;
  }

  private learnAnew(): readonly NnInterval[] {
    this.stuck = 0;
    this.learnt = undefined;
    this.lattice = undefined;
    this.early = this.open.map(({ rrMs }) => rrMs);
    this.segment += 1;
    return this.repair.finish();
  }

  private provisional({ revisions }: Draft): void {
    if (!this.lattice || !this.tells) return;
    const beats = this.open.length - PROVISIONAL_AFTER;
    let at = 0;
    for (const span of this.lattice.pending()) {
      for (let i = 0; i < span.rrMs.length && at < beats; i++, at++) {
        const beatClass = classOf(this.open[at]!, classIn(span, i), span.levelMs);
        if (this.reported[at] === beatClass) continue;
        this.reported[at] = beatClass;
        revisions.push({ index: this.firstOpen + at, class: beatClass, final: false });
      }
    }
  }
}

/** A step under construction, mutated in place: one is made for each beat of a day's replay. */
interface Draft extends LiveStep {
  readonly revisions: Revision[];
  readonly nn: NnInterval[];
}

/** What a person or program that saw the ECG says weighs more than that an interval looks normal. */
function classOf({ label, rrMs }: RrInterval, found: BeatClass, levelMs: number): BeatClass {
  if (found !== 'normal' || label === undefined || label === 'normal') return found;
  if (label === 'ectopic') return 'ectopic';
  return rrMs < levelMs ? 'short' : 'long';
}

/**
 * The middle of a few intervals; of an even number, the shorter one of the middle two, since detectors miss beats
 * more often than they add them.
 */
const typical = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? 800;
