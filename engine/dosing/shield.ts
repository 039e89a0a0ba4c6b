import type { Family, Level, MusicModule } from '../music/module.ts';
import type { ExclusionReason } from '../session/derived-events.ts';
import type { Profile } from '../session/input-events.ts';

/** What is asked for, before anything picks. */
export interface DoseRequest {
  readonly family: Family;
  readonly level: Level;
  /** Modules that must not be chosen because they were just heard. */
  readonly justHeard: readonly string[];
}

/** What the person's profile and this session's history forbid. */
export interface ShieldFacts {
  readonly profile: Profile;
  /** Modules followed by a clear rise of craving. */
  readonly quarantined: readonly string[];
}

export interface Shielded {
  readonly eligible: readonly MusicModule[];
  readonly excluded: Readonly<Record<string, ExclusionReason>>;
}

/**
 * The safety shield: whatever picks, picks from `eligible`. Rules that protect come before rules that only narrow,
 * so that the reason that is logged is the weightiest. Silence is always safe and is what remains where nothing else does.
 */
export function shield(modules: readonly MusicModule[], request: DoseRequest, facts: ShieldFacts): Shielded {
  const excluded: Record<string, ExclusionReason> = {};
  const eligible = modules.filter((module) => {
    const why = whyExcluded(module, request, facts);
    if (why) excluded[module.id] = why;
    return why === undefined;
  });
  return { eligible, excluded };
}

function whyExcluded(
  module: MusicModule,
  { family, level, justHeard }: DoseRequest,
  { profile, quarantined }: ShieldFacts,
): ExclusionReason | undefined {
  if (module.family !== 'silence') {
    if (module.trigger === 'trigger' || profile.triggers.includes(module.id)) return 'trigger';
    if (quarantined.includes(module.id)) return 'quarantined';
    if (module.trigger === 'unknown' && profile.earlyRecovery) return 'unjudged-in-early-recovery';
  }
  if (module.family !== family) return 'other-family';
  if (!module.levels.includes(level)) return 'other-level';
  return justHeard.includes(module.id) ? 'just-heard' : undefined;
}
