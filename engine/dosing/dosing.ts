import type { EngineConfig } from '../config.ts';
import type { Cue } from '../music/crossfade-plan.ts';
import { chance, type Chance } from '../random.ts';
import type { DosingHalted } from '../session/derived-events.ts';
import type { Pressed, Profile, SessionStarted } from '../session/input-events.ts';
import type { Signal, SignalStep } from '../session/signal.ts';
import { course, type Course } from './course.ts';
import { crossfade, endPlan, stopPlan } from './crossfade.ts';
import { DoseController, type DoseWish } from './dose-controller.ts';
import { doseDecision } from './dose-decision.ts';
import type { DosingPolicy } from './policy.ts';
import { protocolOf } from './protocols/index.ts';
import { rulePolicy } from './rule-policy.ts';
import { safetyWatch } from './safety-watch.ts';

interface Session {
  readonly profile: Profile;
  readonly course: Course;
  readonly controller: DoseController;
  readonly next: Chance;
}

type Emit = (signal: Signal) => void;

/**
 * Doses music: walks the protocol's phases, asks the controller what it wants, the shield what is allowed and the
 * policy which of it, and says so as `decision` and `crossfade`. Safety comes first and can end dosing at any signal.
 */
export function dosing(config: EngineConfig, policy: DosingPolicy = rulePolicy(config)): SignalStep {
  const causeToHalt = safetyWatch(config);
  let session: DosedSession | undefined;
  return (signal, emit) => {
    emit(signal);
    if (signal.type === 'session-started') session = new DosedSession(signal, config, policy);
    const cause = causeToHalt(signal);
    if (cause) session?.halt(cause, signal.atMs, emit);
    else session?.take(signal, emit);
  };
}

class DosedSession {
  private readonly config: EngineConfig;
  private readonly policy: DosingPolicy;
  private readonly session: Session;
  private sounding: Cue | undefined;
  private arousal: number | undefined;
  private craving: number | undefined;
  private halted = false;

  constructor({ atMs, protocol, profile, seed }: SessionStarted, config: EngineConfig, policy: DosingPolicy) {
    const plan = protocolOf(protocol);
    const controller = new DoseController(plan, config);
    this.config = config;
    this.policy = policy;
    this.session = { profile, course: course(plan, atMs), controller, next: chance(seed) };
  }

  take(signal: Signal, emit: Emit): void {
    if (signal.type === 'session-started') this.beginPhase(signal.atMs, emit);
    if (signal.type === 'arousal') this.arousal = 'value' in signal ? signal.value : undefined;
    if (signal.type === 'rating') this.craving = signal.value;
    if (signal.type === 'step' && !this.halted) this.step(signal.atMs, emit);
    if (signal.type === 'press') this.press(signal, emit);
  }

  halt(cause: DosingHalted['cause'], atMs: number, emit: Emit): void {
    if (this.halted) return;
    this.halted = true;
    emit({ type: 'halt', author: 'engine', atMs, cause });
    const silent = this.sounding === undefined || this.sounding.family === 'silence';
    const plan = cause === 'session-over' ? endPlan(this.config) : stopPlan(this.config);
    if (!silent) emit({ type: 'crossfade', author: 'engine', atMs, plan });
    this.sounding = undefined;
  }

  private step(atMs: number, emit: Emit): void {
    const { controller, course: now } = this.session;
    const { kind } = now.phase;
    const reached =
      kind === 'settle' ? this.arousal !== undefined : kind !== 'step-down' || controller.atGoal;
    const begun = now.advance(atMs, reached);
    if (begun === 'over') {
      this.halt('session-over', atMs, emit);
    } else if (begun) {
      this.beginPhase(atMs, emit);
    } else {
      const wish = controller.step(now.phase, { atMs, arousal: this.arousal });
      if (wish) this.carryOut(wish, atMs, emit);
    }
  }

  private press({ atMs, button }: Pressed, emit: Emit): void {
    if (button === 'stop' || (this.halted && button !== 'resume')) return;
    this.halted = false;
    this.carryOut(this.session.controller.press(button, atMs), atMs, emit);
  }

  private beginPhase(atMs: number, emit: Emit): void {
    const { phase } = this.session.course;
    const endsAtMs = atMs + phase.maxS * 1000;
    emit({ type: 'phase', author: 'engine', atMs, phase: phase.id, goal: phase.goal, endsAtMs });
    this.carryOut(this.session.controller.enter(phase, { atMs, arousal: this.arousal }), atMs, emit);
  }

  private carryOut(wish: DoseWish, atMs: number, emit: Emit): void {
    const { profile, next, controller, course: now } = this.session;
    const { sounding, arousal, craving, policy, config } = this;
    const context = {
      atMs,
      profile,
      next,
      sounding,
      arousal,
      craving,
      policy,
      phase: now.phase.id,
      targetRung: controller.rung,
    };
    const decision = doseDecision(wish, context);
    emit(decision);
    const to = { module: decision.module, family: decision.family, level: decision.level };
    const byPress = wish.reason.startsWith('asked-') || wish.reason === 'too-much';
    const plan = crossfade({ from: sounding, to, by: byPress ? 'press' : 'course' }, config);
    if (plan) emit({ type: 'crossfade', author: 'engine', atMs, plan });
    this.sounding = to;
  }
}
