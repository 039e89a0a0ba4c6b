import { BUILT_IN_MODULES } from '../music/catalogue.ts';
import type { Cue } from '../music/crossfade-plan.ts';
import type { Chance } from '../random.ts';
import type { DoseDecision } from '../session/derived-events.ts';
import type { Profile } from '../session/input-events.ts';
import { requestOf, type DoseWish } from './dose-controller.ts';
import type { DosingPolicy, Pick as PolicyPick } from './policy.ts';
import { shield, type DoseRequest, type Shielded } from './shield.ts';

/** Everything that a decision draws on besides the wish. */
export interface DecisionContext {
  readonly atMs: number;
  readonly profile: Profile;
  readonly next: Chance;
  readonly sounding: Cue | undefined;
  readonly arousal: number | undefined;
  readonly craving: number | undefined;
  readonly phase: string;
  /** Place on the ladder that the course aims at. */
  readonly targetRung: number;
  readonly policy: DosingPolicy;
}

/**
 * From a wish to a decision: the shield says what is allowed, the policy picks from that, and all of it is written
 * down. Where nothing of the family and level asked for is allowed, silence is decided.
 */
export function doseDecision(wish: DoseWish, context: DecisionContext): DoseDecision {
  const { request, eligible, excluded } = allowed(wish, context);
  const { chosen, probabilities } = pick(wish, eligible, context);
  return {
    type: 'decision',
    author: 'engine',
    atMs: context.atMs,
    module: chosen.id,
    family: request.family,
    level: request.level,
    reason: wish.reason,
    phase: context.phase,
    targetLevel: requestOf(context.targetRung).level,
    ...(context.arousal !== undefined && { arousal: context.arousal }),
    eligible: eligible.map(({ id }) => id),
    excluded,
    probabilities,
    policy: context.policy.name,
  };
}

function allowed(
  wish: DoseWish,
  { profile, sounding }: DecisionContext,
): Shielded & { readonly request: DoseRequest } {
  const justHeard = wish.module === 'change' && sounding ? [sounding.module] : [];
  const facts = { profile, quarantined: [] };
  const request = { ...requestOf(wish.rung), justHeard };
  const shielded = shield(BUILT_IN_MODULES, request, facts);
  if (shielded.eligible.length > 0) return { request, ...shielded };
  const silence = { ...requestOf('silence'), justHeard: [] };
  return { request: silence, ...shield(BUILT_IN_MODULES, silence, facts) };
}

function pick(
  wish: DoseWish,
  eligible: Shielded['eligible'],
  { sounding, arousal, craving, phase, policy, next }: DecisionContext,
): PolicyPick {
  const kept = wish.module === 'keep' ? eligible.find(({ id }) => id === sounding?.module) : undefined;
  if (kept) return { chosen: kept, probabilities: eligible.map((module) => (module === kept ? 1 : 0)) };
  return policy.pick(eligible, { sounding: sounding?.module, arousal, craving, phase }, next);
}
