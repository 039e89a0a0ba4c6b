import type { EngineConfig } from '../config/engine-config.ts';
import { BUILT_IN_MODULES } from '../music/catalogue.ts';
import type { CrossfadePlan, Cue } from '../music/crossfade-plan.ts';
import type { Level, MusicModule } from '../music/module.ts';
import { chance, type Chance } from '../maths/random.ts';
import type { DosingHalted } from './events.ts';
import type { Button, Pressed } from './events.ts';
import type { SessionStarted } from '../session/signal.ts';
import type { Unlocking } from './profile.ts';
import type { Signal, SignalStep } from '../session/signal.ts';
import { course, type Course } from './course.ts';
import { crossfade, endPlan, stopPlan } from './crossfade.ts';
import { DoseController, type DoseMoment, type DoseWish } from './dose-controller.ts';
import { doseDecision } from './dose-decision.ts';
import type { Rung } from '../music/ladder.ts';
import type { DosingPolicy, SessionPolicies } from './policy.ts';
import type { Protocol } from './protocols/protocol.ts';
import { protocolOfSession } from './protocols/index.ts';
import { safetyWatch } from './safety-watch.ts';
import { SessionFacts } from './session-facts.ts';
import { forbidden } from './shield.ts';
import { YokedController } from './yoked-controller.ts';

type Emit = (signal: Signal) => void;

/**
 * Doses music: steps through the protocol's phases, asks the controller what it wants, the shield
 * what is allowed and the policy which of that to play, and emits `decision` and `crossfade`. Safety
 * comes first and can end dosing at any signal.
 */
export function dosing(config: EngineConfig, policies: SessionPolicies): SignalStep {
  const causeToHalt = safetyWatch(config);
  let session: DosedSession | undefined;
  return (signal, emit) => {
    emit(signal);
    const { type } = signal;
    if (type === 'session-started') session = new DosedSession(signal, config, policies);
    session?.see(signal, emit, causeToHalt(signal));
  };
}

class DosedSession {
  private readonly start: SessionStarted;
  private readonly config: EngineConfig;
  private readonly protocol: Protocol;
  private readonly modules: readonly MusicModule[];
  private readonly facts: SessionFacts;
  private readonly course: Course;
  private readonly controller: DoseController;
  private readonly next: Chance;
  private readonly fallback: DosingPolicy;
  private policy: DosingPolicy;
  private seenAtMs: number;
  private sounding: Cue | undefined;
  private lastMusic: Cue | undefined;
  private changedAtMs: number | undefined;
  private excerpt: string | undefined;
  /** When each module last sounded. */
  private readonly heardAtMs = new Map<string, number>();
  /** The latest plan for the player; absent: none, or stopped. */
  private playing: CrossfadePlan | undefined;
  private halted: { readonly cause: DosingHalted['cause']; readonly atMs: number } | undefined;
  private over = false;

  constructor(start: SessionStarted, config: EngineConfig, { rules, leading }: SessionPolicies) {
    this.start = start;
    this.config = config;
    this.policy = leading(start);
    this.fallback = rules;
    this.protocol = protocolOfSession(start);
    this.modules = [...BUILT_IN_MODULES, ...(start.profile.ownTracks ?? [])].map(frozen);
    this.facts = new SessionFacts(start, this.protocol, config);
    this.course = course(this.protocol, start.atMs);
    this.controller = start.yoked
      ? new YokedController(this.protocol, config, start)
      : new DoseController(this.protocol, config, start.profile.meeting?.below);
    this.next = chance(start.seed);
    this.seenAtMs = start.atMs;
  }

  see(signal: Signal, emit: Emit, cause: DosingHalted['cause'] | undefined): void {
    this.hearUntil(signal.atMs);
    this.facts.take(signal);
    if (cause) this.halt(cause, signal.atMs, emit);
    else this.take(signal, emit);
  }

  private take(signal: Signal, emit: Emit): void {
    const { type, atMs } = signal;
    if (type === 'session-started') this.begin(atMs, emit);
    else if (type === 'rating' && !this.halted) this.leaveForbidden(atMs, emit);
    else if (type === 'step' && !this.halted) this.step(atMs, emit);
    else if (type === 'press') this.press(signal, emit);
    else if (type === 'learning-stopped') this.policy = this.fallback;
  }

  private begin(atMs: number, emit: Emit): void {
    if (this.protocol.rules.locked && !this.unlocking(atMs)) {
      this.halt('locked', atMs, emit);
      return;
    }
    const spent = this.facts.spent();
    if (spent) this.controller.rest(spent);
    this.beginPhase(atMs, emit);
  }

  /** Ends dosing; a stop silences at once, even during a fade. */
  private halt(cause: DosingHalted['cause'], atMs: number, emit: Emit): void {
    const again = this.halted !== undefined;
    if (again && cause !== 'stop-pressed') return;
    if (!again) {
      this.halted = { cause, atMs };
      const event = { type: 'halt', author: 'engine', atMs, cause } as const;
      this.facts.take(event);
      emit(event);
    }
    const plan = cause === 'session-over' ? endPlan(this.config) : stopPlan(this.config);
    const silent = this.sounding === undefined || this.sounding.family === 'silence';
    if (cause === 'session-over' ? !silent : this.playing) this.play(plan, atMs, emit);
    this.note(undefined, atMs);
  }

  private step(atMs: number, emit: Emit): void {
    this.leaveForbidden(atMs, emit);
    if (this.over) return;
    const reached = this.controller.reached(this.course.phase, this.facts.arousal);
    const begun = this.course.advance(atMs, reached);
    if (begun === 'over') {
      this.over = true;
      this.halt('session-over', atMs, emit);
    } else if (begun) {
      this.beginPhase(atMs, emit);
    } else {
      const wish = this.controller.step(this.course.phase, this.moment(atMs));
      if (wish) this.carryOut(wish, atMs, emit);
    }
  }

  private press({ atMs, button, author, level }: Pressed, emit: Emit): void {
    const { halted } = this;
    if (button === 'stop' || halted?.cause === 'locked' || (halted && button !== 'resume')) return;
    this.halted = undefined;
    if (halted && !this.over) {
      this.course.pause(atMs - halted.atMs);
      this.announcePhase(atMs, emit);
    }
    const cue = author === 'clinician' ? outright(button, level) : undefined;
    this.carryOut(this.controller.press({ button, cue }, this.moment(atMs)), atMs, emit);
    const spent = this.facts.spent();
    if (spent) this.controller.rest(spent);
  }

  private beginPhase(atMs: number, emit: Emit): void {
    this.announcePhase(atMs, emit);
    this.carryOut(this.controller.enter(this.course.phase, this.moment(atMs)), atMs, emit);
  }

  private announcePhase(atMs: number, emit: Emit): void {
    const { phase, endsAtMs } = this.course;
    const { id, goal, breathsPerMinute } = phase;
    const pace = breathsPerMinute === undefined ? {} : { breathsPerMinute };
    emit({ type: 'phase', author: 'engine', atMs, phase: id, goal, endsAtMs, ...pace });
  }

  /**
   * The current module may have become forbidden since it began: a limit leads
   * gently into silence, a hard moment at once.
   */
  private leaveForbidden(atMs: number, emit: Emit): void {
    const module = this.modules.find(({ id }) => id === this.sounding?.module);
    if (!module || module.family === 'silence') return;
    const spent = this.facts.spent();
    const excerpt = this.unlocking(atMs) ? this.excerpt : undefined;
    if (spent) this.carryOut(this.controller.rest(spent), atMs, emit);
    else if (forbidden(module, this.facts.forShield(atMs), excerpt)) {
      this.carryOut({ rung: this.controller.rung, by: 'press', reason: 'set-aside' }, atMs, emit);
    }
  }

  private carryOut(wish: DoseWish, atMs: number, emit: Emit): void {
    const excerpt = wish.excerpt === undefined ? undefined : this.excerptOf(wish.excerpt, atMs);
    const decision = doseDecision(wish, {
      atMs,
      excerpt,
      modules: this.modules,
      facts: this.facts.forShield(atMs),
      next: this.next,
      sounding: this.sounding,
      lastMusic: this.lastMusic,
      recentlyHeard: this.recentlyHeard(atMs),
      arousal: this.facts.arousal,
      heartRateBpm: this.facts.heartRateBpm(atMs),
      craving: this.facts.craving,
      phase: this.course.phase.id,
      targetRung: this.controller.target,
      policy: this.policy,
      fallback: this.fallback,
    });
    if (decision.anomaly) this.policy = this.fallback;
    if (decision.denied) this.controller.denied(atMs);
    this.facts.take(decision);
    emit(decision);
    const to = { module: decision.module, family: decision.family, level: decision.level };
    const plan = crossfade({ from: this.sounding, to, by: wish.by }, this.config);
    if (plan) this.play(plan, atMs, emit);
    this.excerpt = decision.denied ? undefined : excerpt;
    this.note(to, atMs);
  }

  private play(plan: CrossfadePlan, atMs: number, emit: Emit): void {
    this.playing = plan.kind === 'stop' ? undefined : plan;
    emit({ type: 'crossfade', author: 'engine', atMs, plan });
  }

  /** Records what plays from now on. */
  private note(to: Cue | undefined, atMs: number): void {
    const same = to?.module === this.sounding?.module && to?.level === this.sounding?.level;
    if (!same) this.changedAtMs = atMs;
    this.sounding = to;
    if (to && to.family !== 'silence') this.lastMusic = to;
  }

  private hearUntil(atMs: number): void {
    if (this.sounding && this.sounding.family !== 'silence') {
      this.facts.meter.hear(atMs - this.seenAtMs);
      this.heardAtMs.set(this.sounding.module, atMs);
    }
    this.seenAtMs = atMs;
  }

  private recentlyHeard(atMs: number): readonly string[] {
    const sinceMs = atMs - this.config.recencyS * 1000;
    return [...this.heardAtMs].filter(([, heardMs]) => heardMs >= sinceMs).map(([id]) => id);
  }

  private moment(atMs: number): DoseMoment {
    return {
      atMs,
      arousal: this.facts.arousal,
      heart: this.facts.heartAt(atMs),
      changedAtMs: this.changedAtMs,
      silent: this.sounding === undefined || this.sounding.family === 'silence',
    };
  }

  private unlocking(atMs: number): Unlocking | undefined {
    const { id } = this.protocol;
    return this.start.profile.unlocked?.find((one) => one.protocol === id && atMs < one.untilMs);
  }

  /** The unlocked track of this number, or the last; an empty name, which no track has, where none is unlocked. */
  private excerptOf(number: number, atMs: number): string {
    const tracks = this.unlocking(atMs)?.tracks ?? [];
    return tracks[Math.min(number, tracks.length - 1)] ?? '';
  }
}

/** A policy sees the modules themselves: it must not change them. */
const frozen = (module: MusicModule): MusicModule =>
  Object.freeze({ ...module, levels: Object.freeze([...module.levels]) });

/** The level that a clinician asks for with a button; absent: one step. */
function outright(button: Button, level: Level | undefined): Rung | undefined {
  if (level === undefined) return undefined;
  if (button === 'calmer') return { family: 'calming', level };
  return button === 'livelier' ? { family: 'activating', level } : undefined;
}
