import type { EngineConfig } from '../config/engine-config.ts';
import type { DoseReason } from './events.ts';
import { LADDER, nearestRung, rungOf, rungOfArousal, type Rung } from '../music/ladder.ts';
import type { Offer, Phase, PhaseKind, Protocol } from './protocols/protocol.ts';

/** What the controller asks for, and why; the shield and the policy turn it into a cue. */
export interface DoseWish {
  /** Place on the ladder, or silence. */
  readonly rung: number | 'silence';
  readonly reason: DoseReason;
  readonly by: 'course' | 'press';
  /** `keep`: what sounds, as it is; `change`: another module than that; absent: either. */
  readonly module?: 'keep' | 'change';
  /** A level requested explicitly, on the ladder or not. */
  readonly cue?: Rung;
  /** The requested module, if it is allowed. */
  readonly named?: string;
  /** The unlocked track of this number. */
  readonly excerpt?: number;
  readonly offers?: readonly Offer[];
}

/** The controller's input at a step. */
export interface DoseMoment {
  readonly atMs: number;
  /** The arousal estimate; absent while it is withheld. */
  readonly arousal: number | undefined;
  /** Whether heart rate is known, and whether it is near or above its ceiling. */
  readonly heart: 'unknown' | 'easy' | 'high';
  /** When what sounds last changed; absent: nothing has sounded yet. */
  readonly changedAtMs: number | undefined;
  /** Nothing sounds. */
  readonly silent: boolean;
}

/** A button, and the level that a clinician may ask for with it. */
export interface DosePress {
  readonly button: 'calmer' | 'livelier' | 'skip' | 'too-much' | 'resume';
  readonly cue?: Rung | undefined;
}

/** Place of an estimate at rest; see `ladder.ts`. */
const RESTING = 1;

const KEEPING: Readonly<Record<PhaseKind, DoseReason>> = {
  settle: 'settling',
  match: 'matching-by-default',
  'step-down': 'holding-before-next-step',
  'step-up': 'holding-before-next-step',
  hold: 'holding-goal-reached',
  reflect: 'reflecting',
  activity: 'accompanying',
  silence: 'quiet-by-plan',
  exposure: 'holding-before-next-step',
};

/**
 * The dose controller: the iso principle as rules. Match the person's estimate to within one rung, then lead along
 * the ladder one rung a step while the estimate falls or holds; wait while it rises; after failed steps, silence
 * and other offers. Where the estimate is withheld, time alone leads. The music changes at most once in `dwellS`
 * and never by more than a rung. A press always takes precedence and is kept for `manualHoldS`.
 * Source: iso principle, Heiderscheit & Madson 2015, doi:10.1093/mtp/miu042;
 * the figures in `config.ts` are judgement.
 */
export class DoseController {
  private readonly protocol: Protocol;
  private readonly config: EngineConfig;
  private readonly goal: number;
  private readonly top: number;
  /**
   * Rungs below the estimate at which the music meets the person; a course that leads
   * up matches to within one rung either side.
   */
  private readonly below: number | undefined;
  private place: number;
  private before: number;
  private planned: number;
  /** Music comes back by itself after a silence. */
  protected readonly wakes: boolean = true;
  private checkedAtMs = -Infinity;
  private notBeforeMs = -Infinity;
  private byHandUntilMs = -Infinity;
  private silence: { readonly untilMs: number; readonly reason: DoseReason } | undefined;
  private arousalAtStep: number | undefined;
  private failedSteps = 0;

  /** @param below  how far below the estimate this person is met; absent: `matchBelow` */
  constructor(protocol: Protocol, config: EngineConfig, below = config.matchBelow) {
    this.protocol = protocol;
    this.config = config;
    this.goal = rungOf(protocol.goal);
    this.top = protocol.limits.liveliest ? rungOf(protocol.limits.liveliest) : LADDER.length - 1;
    this.below = protocol.phases.some(({ kind }) => kind === 'step-up') ? undefined : below;
    this.place = this.before = this.planned = rungOf(protocol.start);
  }

  /** The rung that is wanted now. */
  get rung(): number {
    return this.place;
  }

  /** The rung that the course would have reached had each step succeeded: the prescribed trajectory. */
  get target(): number {
    return this.planned;
  }

  /** Whether the phase has reached its goal. */
  reached({ kind }: Phase, arousal: number | undefined): boolean {
    switch (kind) {
      case 'settle':
        return arousal !== undefined;
      case 'match':
        return arousal === undefined || this.gapTo(arousal) === 0;
      case 'step-down':
        return this.place <= this.goal;
      case 'step-up':
        return this.place >= this.goal;
      case 'hold':
      case 'reflect':
      case 'activity':
      case 'silence':
      case 'exposure':
        return true;
    }
  }

  enter(phase: Phase, moment: DoseMoment): DoseWish {
    const { atMs, arousal } = moment;
    this.before = this.place;
    if (this.silence) return { rung: 'silence', by: 'course', module: 'keep', reason: this.silence.reason };
    const byHand = atMs < this.byHandUntilMs;
    const resting = moment.silent && moment.changedAtMs !== undefined && (byHand || !this.free(moment));
    const keep = { rung: resting ? 'silence' : this.place, by: 'course', module: 'keep' } as const;
    if (byHand) return { ...keep, reason: 'holding-choice-by-hand' };
    if (resting) return { ...keep, reason: 'quiet-by-plan' };
    if (this.free(moment)) {
      const move = phase.kind === 'exposure' ? this.excerpt(phase, moment) : this.toPhase(phase, moment);
      if (move) return move;
    }
    if (phase.kind === 'silence' && moment.silent)
      return { ...keep, rung: 'silence', reason: 'quiet-by-plan' };
    const matching = phase.kind === 'match' && arousal !== undefined;
    const reason = matching ? 'matching-estimate' : KEEPING[phase.kind];
    return phase.kind === 'settle' || phase.kind === 'match'
      ? this.wish({ ...keep, reason }, moment)
      : { ...keep, reason };
  }

  /** Called at each step; usually returns nothing. */
  step(phase: Phase, moment: DoseMoment): DoseWish | undefined {
    const { atMs } = moment;
    this.before = this.place;
    if (atMs < this.notBeforeMs || !this.free(moment)) return undefined;
    if (this.silence) {
      if (atMs < this.silence.untilMs) return undefined;
      this.silence = undefined;
      return this.wish({ rung: this.place, by: 'course', reason: 'after-silence' }, moment);
    }
    if (atMs < this.byHandUntilMs) return undefined;
    if (moment.silent && phase.kind !== 'silence' && this.wakes) {
      return this.wish({ rung: this.place, by: 'course', reason: 'after-silence' }, moment);
    }
    return this.toPhase(phase, moment);
  }

  press({ button, cue }: DosePress, moment: Pick<DoseMoment, 'atMs' | 'arousal'>): DoseWish {
    this.before = this.place;
    this.byHandUntilMs = moment.atMs + this.config.manualHoldS * 1000;
    this.silence = button === 'too-much' ? { untilMs: Infinity, reason: 'too-much' } : undefined;
    const by = 'press';
    const top = LADDER.length - 1;
    const wish = (to: Omit<DoseWish, 'by'>): DoseWish => this.wish({ by, ...to }, moment, 'planned');
    if (cue) return wish({ rung: nearestRung(cue), cue, reason: 'asked-level' });
    switch (button) {
      case 'calmer':
        return wish({ rung: Math.max(0, this.place - 1), reason: 'asked-calmer' });
      case 'livelier':
        return wish({ rung: Math.min(top, this.place + 1), reason: 'asked-livelier' });
      case 'skip':
        return wish({ rung: this.place, reason: 'asked-skip', module: 'change' });
      case 'resume':
        return wish({ rung: this.place, reason: 'asked-resume' });
      case 'too-much':
        return wish({ rung: 'silence', reason: 'too-much' });
    }
  }

  /** Silence until a press asks for music again. */
  rest(reason: DoseReason): DoseWish {
    this.silence = { untilMs: Infinity, reason };
    return { rung: 'silence', by: 'course', reason };
  }

  /** The shield refused the last wish: the rung is unchanged, and the course waits before it tries again. */
  denied(atMs: number): void {
    this.place = this.before;
    this.notBeforeMs = atMs + this.config.dwellS * 1000;
  }

  private free({ atMs, changedAtMs }: DoseMoment): boolean {
    return changedAtMs === undefined || atMs - changedAtMs >= this.config.dwellS * 1000;
  }

  private due({ atMs }: DoseMoment): boolean {
    return atMs - this.checkedAtMs >= this.protocol.stepS * 1000;
  }

  /** Rungs between the music and its meeting point with the estimate. */
  private gapTo(arousal: number): number {
    const rung = rungOfArousal(arousal);
    if (this.below !== undefined) {
      return Math.min(Math.max(rung - this.below, this.goal), this.top) - this.place;
    }
    const gap = Math.min(rung, this.top) - this.place;
    return Math.abs(gap) <= 1 ? 0 : gap;
  }

  /** A step towards the goal of the phase; nothing if it is reached. */
  protected toPhase(phase: Phase, moment: DoseMoment): DoseWish | undefined {
    const by = 'course';
    switch (phase.kind) {
      case 'match': {
        const gap = moment.arousal === undefined ? 0 : this.gapTo(moment.arousal);
        if (gap === 0) return undefined;
        return this.wish(
          { rung: this.place + Math.sign(gap), by, reason: 'matching-estimate' },
          moment,
          'planned',
        );
      }
      case 'step-down':
        if (!this.due(moment)) return undefined;
        return this.place > this.goal ? this.stepDown(moment) : this.another(moment);
      case 'step-up':
        if (this.place >= this.goal && moment.heart !== 'high') return undefined;
        return this.due(moment) ? this.stepUp(moment) : undefined;
      case 'activity': {
        const way = Math.sign(rungOf(phase.at!) - this.place);
        if (way === 0) return undefined;
        return this.wish({ rung: this.place + way, by, reason: 'leading-to-activity' }, moment, 'planned');
      }
      case 'silence':
        return moment.silent
          ? undefined
          : this.wish({ rung: 'silence', by, reason: 'quiet-by-plan' }, moment);
      case 'hold':
        return this.below !== undefined && this.due(moment) ? this.another(moment) : undefined;
      case 'settle':
      case 'reflect':
      case 'exposure':
        return undefined;
    }
  }

  private excerpt({ excerpt = 0 }: Phase, moment: DoseMoment): DoseWish {
    return this.wish({ rung: this.place, by: 'course', reason: 'exposure-excerpt', excerpt }, moment);
  }

  private stepDown(moment: DoseMoment): DoseWish {
    this.planned = Math.max(this.goal, this.planned - 1);
    const by = 'course';
    const lower = this.place - 1;
    if (moment.arousal === undefined)
      return this.wish({ rung: lower, by, reason: 'stepping-down-by-time' }, moment);
    const rose = moment.arousal - (this.arousalAtStep ?? moment.arousal);
    if (rose <= this.config.risingArousal) {
      this.failedSteps = 0;
      return this.wish({ rung: lower, by, reason: 'stepping-down-estimate-fell' }, moment);
    }
    this.failedSteps += 1;
    if (this.failedSteps < this.protocol.rules.failedSteps) {
      return this.wish({ rung: this.place, by, reason: 'holding-estimate-rising', module: 'keep' }, moment);
    }
    this.failedSteps = 0;
    const reason = 'silence-after-two-failed-steps';
    this.silence = { untilMs: moment.atMs + this.config.silenceS * 1000, reason };
    return this.wish({ rung: 'silence', by, reason, offers: this.protocol.rules.offers }, moment);
  }

  /** At the quietest rung, where the body does not follow, another module of the same level may do more. */
  private another(moment: DoseMoment): DoseWish | undefined {
    const { arousal } = moment;
    if (arousal === undefined || rungOfArousal(arousal) <= RESTING) return undefined;
    const fell = (this.arousalAtStep ?? arousal) - arousal;
    const wish = { rung: this.place, by: 'course' } as const;
    if (fell < this.config.fallingArousal) {
      return this.wish({ ...wish, reason: 'another-estimate-stayed', module: 'change' }, moment);
    }
    this.checkedAtMs = moment.atMs;
    this.arousalAtStep = arousal;
    return undefined;
  }

  private stepUp(moment: DoseMoment): DoseWish {
    this.planned = Math.min(this.goal, this.planned + 1);
    const hold = { rung: this.place, by: 'course', module: 'keep' } as const;
    if (moment.heart === 'unknown') return this.wish({ ...hold, reason: 'holding-no-heart-rate' }, moment);
    if (moment.heart === 'high') {
      return this.place > rungOf(this.protocol.start)
        ? this.wish({ rung: this.place - 1, by: 'course', reason: 'stepping-back-near-ceiling' }, moment)
        : this.wish({ ...hold, reason: 'holding-near-ceiling' }, moment);
    }
    const { arousal } = moment;
    if (arousal !== undefined && rungOfArousal(arousal) > this.place + 1) {
      return this.wish({ ...hold, reason: 'holding-body-ahead' }, moment);
    }
    const reason = arousal === undefined ? 'stepping-up-by-time' : 'stepping-up';
    return this.wish({ rung: this.place + 1, by: 'course', reason }, moment);
  }

  /** Records a change; `planned`: the prescribed trajectory moves with it. */
  protected wish(
    to: DoseWish,
    { atMs, arousal }: Pick<DoseMoment, 'atMs' | 'arousal'>,
    moves?: 'planned',
  ): DoseWish {
    this.checkedAtMs = atMs;
    this.arousalAtStep = arousal;
    if (to.rung !== 'silence') this.place = to.rung;
    if (moves) this.planned = this.place;
    return to;
  }
}
