import type { EngineConfig } from '../config.ts';
import type { Cue } from '../music/crossfade-plan.ts';
import type { DoseReason } from '../session/derived-events.ts';
import { LADDER, rungOf, rungOfArousal } from './ladder.ts';
import type { Phase, Protocol } from './protocol.ts';

/** What the controller wants to sound, and why; the shield and the policy make a cue of it. */
export interface DoseWish {
  /** Place on the ladder, or silence. */
  readonly rung: number | 'silence';
  readonly reason: DoseReason;
  /** `keep`: the module that sounds, as it is; `change`: another one than that; absent: either. */
  readonly module?: 'keep' | 'change';
}

/** What the controller knows when it is asked. */
export interface DoseMoment {
  readonly atMs: number;
  /** The arousal estimate; absent while it is withheld. */
  readonly arousal: number | undefined;
}

/**
 * The dose controller: the iso principle as rules. Meet the person's estimate, then lead down the ladder one rung at a
 * time while the estimate falls or holds; wait while it rises; after two failed steps, silence. Where the estimate is
 * withheld, time alone leads. A press always wins and is left alone for `manualHoldS`.
 * Source: iso principle, Heiderscheit & Madson 2015, doi:10.1093/mtp/miu046; the figures in `config.ts` are judgement.
 */
export class DoseController {
  private readonly protocol: Protocol;
  private readonly config: EngineConfig;
  private readonly goal: number;
  private place: number;
  private changedAtMs = -Infinity;
  private byHandUntilMs = -Infinity;
  private silentUntilMs: number | undefined;
  private arousalAtStep: number | undefined;
  private failedSteps = 0;

  constructor(protocol: Protocol, config: EngineConfig) {
    this.protocol = protocol;
    this.config = config;
    this.goal = rungOf(protocol.goal);
    this.place = rungOf(protocol.start);
  }

  /** Place on the ladder that the course aims at now. */
  get rung(): number {
    return this.place;
  }

  /** The course has led to its goal. */
  get atGoal(): boolean {
    return this.place === this.goal;
  }

  enter(phase: Phase, moment: DoseMoment): DoseWish {
    if (this.silentUntilMs !== undefined) {
      const reason = this.silentUntilMs === Infinity ? 'too-much' : 'silence-after-two-failed-steps';
      return { rung: 'silence', module: 'keep', reason };
    }
    const keep = { rung: this.place, module: 'keep' } as const;
    if (moment.atMs < this.byHandUntilMs) return { ...keep, reason: 'holding-choice-by-hand' };
    switch (phase.kind) {
      case 'settle':
        return this.wish({ ...keep, reason: 'settling' }, moment);
      case 'match':
        return this.match(moment);
      case 'step-down':
        return { ...keep, reason: 'holding-before-next-step' };
      case 'hold':
        return { ...keep, reason: 'holding-goal-reached' };
      case 'reflect':
        return { ...keep, reason: 'reflecting' };
    }
  }

  /** Called at each step; mostly wants nothing. */
  step(phase: Phase, moment: DoseMoment): DoseWish | undefined {
    const { atMs } = moment;
    if (this.silentUntilMs !== undefined) {
      if (atMs < this.silentUntilMs) return undefined;
      this.silentUntilMs = undefined;
      return this.wish({ rung: this.place, reason: 'after-silence' }, moment);
    }
    if (phase.kind !== 'step-down' || this.atGoal || atMs < this.byHandUntilMs) return undefined;
    return atMs - this.changedAtMs >= this.protocol.stepS * 1000 ? this.stepDown(moment) : undefined;
  }

  press(button: 'calmer' | 'livelier' | 'skip' | 'too-much' | 'resume', atMs: number): DoseWish {
    this.byHandUntilMs = atMs + this.config.manualHoldS * 1000;
    this.silentUntilMs = button === 'too-much' ? Infinity : undefined;
    const moment = { atMs, arousal: undefined };
    const top = LADDER.length - 1;
    switch (button) {
      case 'calmer':
        return this.wish({ rung: Math.max(0, this.place - 1), reason: 'asked-calmer' }, moment);
      case 'livelier':
        return this.wish({ rung: Math.min(top, this.place + 1), reason: 'asked-livelier' }, moment);
      case 'skip':
        return this.wish({ rung: this.place, reason: 'asked-skip', module: 'change' }, moment);
      case 'resume':
        return this.wish({ rung: this.place, reason: 'asked-resume' }, moment);
      case 'too-much':
        return this.wish({ rung: 'silence', reason: 'too-much' }, moment);
    }
  }

  private match(moment: DoseMoment): DoseWish {
    return moment.arousal === undefined
      ? this.wish({ rung: this.place, reason: 'matching-by-default', module: 'keep' }, moment)
      : this.wish({ rung: rungOfArousal(moment.arousal), reason: 'matching-estimate' }, moment);
  }

  private stepDown(moment: DoseMoment): DoseWish {
    const lower = this.place + Math.sign(this.goal - this.place);
    if (moment.arousal === undefined)
      return this.wish({ rung: lower, reason: 'stepping-down-by-time' }, moment);
    const rose = moment.arousal - (this.arousalAtStep ?? moment.arousal);
    if (rose <= this.config.risingArousal) {
      this.failedSteps = 0;
      return this.wish({ rung: lower, reason: 'stepping-down-estimate-fell' }, moment);
    }
    this.failedSteps += 1;
    if (this.failedSteps < 2) {
      return this.wish({ rung: this.place, reason: 'holding-estimate-rising', module: 'keep' }, moment);
    }
    this.failedSteps = 0;
    this.silentUntilMs = moment.atMs + this.config.silenceS * 1000;
    return this.wish({ rung: 'silence', reason: 'silence-after-two-failed-steps' }, moment);
  }

  /** Takes note of what is about to change, and when. */
  private wish(to: DoseWish, { atMs, arousal }: DoseMoment): DoseWish {
    this.changedAtMs = atMs;
    this.arousalAtStep = arousal;
    if (to.rung !== 'silence') this.place = to.rung;
    return to;
  }
}

/** The rung as something to ask the shield for. */
export const requestOf = (rung: number | 'silence'): Pick<Cue, 'family' | 'level'> =>
  rung === 'silence' ? { family: 'silence', level: 1 } : LADDER[rung]!;
