import type { EngineConfig } from '../config/engine-config.ts';
import type { HrvMeasured } from '../hrv/events.ts';
import type { WithheldReason } from './events.ts';
import type { BaselineFigures } from './events.ts';
import type { AccelerationRead } from '../packets/events.ts';
import type { Tagged } from '../session/signal.ts';
import type { ScreenedRr, StrapRate } from '../intervals/events.ts';
import type { Signal } from '../session/signal.ts';
import {
  levelOf,
  nextLevel,
  NO_BEATS,
  NO_LEVEL,
  withBeat,
  withBeats,
  type FreshBeats,
  type HeartLevel,
  type LevelState,
} from './heart-level.ts';
import { bodyMovement } from '../movement/body-movement.ts';
import { looksLikeExercise, MOVEMENT_TAGS } from './movement-watch.ts';
import { irregularShare, looksIrregular } from './rhythm-watch.ts';
import { signalQuality } from './signal-quality.ts';
import { STILL_TAGS, sustainedRise } from './sustained-rise.ts';

/** The inputs for an estimate at a step, or the reason why there is none. */
export type Evidence =
  | { readonly withheld: WithheldReason }
  | {
      readonly level: HeartLevel;
      readonly window: HrvMeasured;
      readonly rest: BaselineFigures;
      readonly paced: boolean;
      /** Something else may move the heart; `level` is as uncertain as that makes it. */
      readonly confounded: boolean;
    };

/** Collects signals between steps and decides whether they can support an estimate. */
export class ArousalEvidence {
  rest: BaselineFigures | undefined;
  private readonly config: EngineConfig;
  private readonly irregular = irregularShare();
  private readonly sustained: ReturnType<typeof sustainedRise>;
  /** The person has said that they sit or lie. */
  private still = false;
  private readonly movement: ReturnType<typeof bodyMovement>;
  private paced = false;
  private confounded = false;
  private touching = true;
  private window: HrvMeasured | undefined;
  private remembered: LevelState = NO_LEVEL;
  private fresh: FreshBeats = NO_BEATS;
  private irregularity: number | undefined;
  private lastBeatMs = -Infinity;
  private movedMs = -Infinity;
  /** Time of the latest acceleration. */
  private sensedMs = -Infinity;

  constructor(config: EngineConfig) {
    this.config = config;
    this.sustained = sustainedRise(config);
    this.movement = bodyMovement(config);
  }

  notice(signal: Signal): void {
    const { type } = signal;
    if (type === 'session-started') this.confounded = signal.confounded === true;
    else if (type === 'hrv') this.window = signal;
    else if (type === 'screened-rr') this.beat(signal);
    else if (type === 'strap-rate') this.rate(signal);
    else if (type === 'baseline') this.rest = signal.figures;
    else if (type === 'pacer') this.paced = signal.breathsPerMinute !== undefined;
    else if (type === 'skin-contact') this.touching = signal.contact;
    else if (type === 'acceleration') this.moved(signal);
    else if (type === 'tag') this.tagged(signal);
  }

  private tagged({ tags, atMs }: Tagged): void {
    const moved = tags.some((tag) => MOVEMENT_TAGS.includes(tag));
    if (moved) this.movedMs = atMs;
    if (moved || tags.some((tag) => STILL_TAGS.includes(tag))) this.still = !moved;
  }

  /** Chest movement, for a strap with an accelerometer. */
  private moved({ atMs, milliG }: AccelerationRead): void {
    this.sensedMs = atMs;
    if (this.movement(milliG).some(({ moving }) => moving)) this.movedMs = atMs;
  }

  /** A device that sends no intervals: its rate stands in for the beats of the preceding second. */
  private rate({ atMs, bpm, alone }: StrapRate): void {
    if (!alone) return;
    this.lastBeatMs = atMs;
    this.fresh = withBeats(this.fresh, bpm / 60, 60_000 / bpm);
  }

  private beat(beat: ScreenedRr): void {
    this.lastBeatMs = beat.atMs;
    this.irregularity = this.irregular(beat);
    const { agreeingMs } = beat;
    for (let i = 0; i < agreeingMs.length; i++) this.fresh = withBeat(this.fresh, agreeingMs[i]!);
  }

  /** Advances by a step and returns the evidence at it. */
  step(atMs: number): Evidence {
    const { config, window, rest, paced } = this;
    this.remembered = nextLevel(this.remembered, this.fresh, { seconds: config.stepMs / 1000, config });
    this.fresh = NO_BEATS;
    const level = levelFrom(levelOf(this.remembered, config), window?.heartRateOnly);
    const irregular = level !== undefined && looksIrregular(this.irregularity, level.variation, config);
    const moving =
      level && window && looksLikeExercise({ level, window, restBpm: rest?.heartRateBpm }, config);
    // An irregular rhythm makes the last seconds jump; that is no exercise.
    if (moving && !irregular) this.movedMs = atMs;
    const raised = this.sustained(level && window && rest && { level, window, rest });
    const silent = atMs - this.lastBeatMs > config.staleS * 1000;
    if (!this.touching) return { withheld: 'no-contact' };
    const seen = window !== undefined && (window.beats > 0 || window.heartRateOnly === true);
    if (!seen || silent) return { withheld: 'no-beats' };
    if (irregular) return { withheld: 'irregular-rhythm' };
    if (atMs - this.movedMs < config.recoveryS * 1000) return { withheld: 'moving' };
    const still = this.still || atMs - this.sensedMs < config.staleS * 1000;
    if (raised && !still) return { withheld: 'perhaps-moving' };
    if (level === undefined || window.meanHrBpm === undefined) return { withheld: 'too-few-beats' };
    if (signalQuality(window, level, config) < config.qualityMin) return { withheld: 'poor-signal' };
    if (rest === undefined) return { withheld: 'no-baseline' };
    const { confounded } = this;
    return { level: confounded ? lessCertain(level, CONFOUNDED_SE) : level, window, rest, paced, confounded };
  }
}

/** Shown rates are smoothed over many beats and lag behind; their scatter hides how far they are off, 1/min. */
const SHOWN_RATE_SE = 4;

/**
 * How far a heart that something else moves may be off what a state of mind would make of it, 1/min. Judgement: what
 * is the same all through a session is in its resting level, too, and cancels; what comes or goes within it, or makes
 * the heart answer less, does not, and no study gives its size for one person at one moment.
 */
const CONFOUNDED_SE = 6;

const lessCertain = (level: HeartLevel, se: number): HeartLevel => ({
  ...level,
  se: Math.hypot(level.se, se),
});

const levelFrom = (level: HeartLevel | undefined, heartRateOnly: true | undefined): HeartLevel | undefined =>
  level && heartRateOnly ? lessCertain(level, SHOWN_RATE_SE) : level;
