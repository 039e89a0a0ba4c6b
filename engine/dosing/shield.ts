import type { Family, Level, MusicModule } from '../music/module.ts';
import type { ExclusionReason } from './events.ts';
import type { Profile, TriggerTags } from './profile.ts';

/** The request, before a policy picks. */
export interface DoseRequest {
  readonly family: Family;
  readonly level: Level;
  readonly by: 'course' | 'press';
  /** Livelier than what sounds. */
  readonly livelier: boolean;
  /** The trigger track that a clinician has unlocked for an excerpt now. */
  readonly excerpt?: string | undefined;
  /** Modules excluded because the person has just skipped them. */
  readonly justHeard: readonly string[];
  /** Played recently: excluded as long as something else remains. */
  readonly recentlyHeard: readonly string[];
}

/** What the person's profile and this session's history forbid. */
export interface ShieldFacts {
  readonly profile: Profile;
  /** Modules followed by a clear rise of craving, in this session or before. */
  readonly quarantined: ReadonlySet<string>;
  /** Whether the week's sound dose or the day's minutes are used up. */
  readonly soundSpent: boolean;
  readonly minutesSpent: boolean;
  /** Heart rate is near or above its ceiling; it is not known now; distress has stopped this session before. */
  readonly heartHigh: boolean;
  readonly heartUnknown: boolean;
  readonly distressed: boolean;
}

export interface Shielded {
  readonly eligible: readonly MusicModule[];
  readonly excluded: Readonly<Record<string, ExclusionReason>>;
}

/**
 * The safety shield: every policy picks from `eligible`. Rules that protect come before rules that only narrow, so
 * that the most important reason is logged. Silence is always allowed and remains when nothing else does. Pure.
 * Cost: O(modules × tags). Source: `docs/dosing.md`.
 */
export function shield(modules: readonly MusicModule[], request: DoseRequest, facts: ShieldFacts): Shielded {
  const excluded: Record<string, ExclusionReason> = {};
  const eligible = modules.filter((module) => {
    const why =
      forbidden(module, facts, request.excerpt) ?? livelier(module, request, facts) ?? unfit(module, request);
    if (why) excluded[module.id] = why;
    return why === undefined;
  });
  const fresh = eligible.filter(({ id }) => !request.recentlyHeard.includes(id));
  if (fresh.length === 0 || fresh.length === eligible.length) return { eligible, excluded };
  for (const { id } of eligible) if (request.recentlyHeard.includes(id)) excluded[id] = 'just-heard';
  return { eligible: fresh, excluded };
}

/**
 * Why a module must not sound whatever was asked for; the current module is stopped as soon as this gives a reason.
 * @param excerpt the one trigger track that may sound now
 */
export function forbidden(
  module: MusicModule,
  facts: ShieldFacts,
  excerpt?: string,
): ExclusionReason | undefined {
  if (module.family === 'silence') return undefined;
  const { profile } = facts;
  const { id, trigger } = module;
  const pulls =
    trigger === 'trigger' || profile.triggers.includes(id) ? 'trigger' : taggedTrigger(module, profile);
  if (pulls && id !== excerpt) return pulls;
  if (pulls && facts.distressed) return 'exposure-after-distress';
  if (facts.quarantined.has(id)) return 'quarantined';
  if (trigger === 'unknown' && profile.earlyRecovery) return 'unjudged-in-early-recovery';
  if (lockedAway(module, profile)) return 'locked-by-clinician';
  if (facts.soundSpent) return 'sound-dose';
  return facts.minutesSpent ? 'daily-minutes' : undefined;
}

function taggedTrigger({ tags }: MusicModule, { triggerTags }: Profile): ExclusionReason | undefined {
  if (!tags || !triggerTags) return undefined;
  const { artists, genres, years }: TriggerTags = triggerTags;
  if (tags.artist !== undefined && artists?.some((one) => alike(one, tags.artist!))) return 'trigger-artist';
  if (tags.genres?.some((genre) => genres?.some((one) => alike(one, genre)))) return 'trigger-genre';
  const { year } = tags;
  const inYears = year !== undefined && years?.some(([from, to]) => year >= from && year <= to);
  return inYears ? 'trigger-year' : undefined;
}

const alike = (a: string, b: string): boolean => folded(a) === folded(b);
const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

const lockedAway = ({ id, family }: MusicModule, { locks }: Profile): boolean =>
  locks !== undefined &&
  ((locks.modules?.includes(id) ?? false) ||
    (family !== 'silence' && (locks.families?.includes(family) ?? false)));

/** Nothing grows livelier while the heart is near its ceiling; by itself also not unseen or after distress. */
function livelier(
  module: MusicModule,
  request: DoseRequest,
  facts: ShieldFacts,
): ExclusionReason | undefined {
  if (module.family === 'silence') return undefined;
  const { maxLevel } = facts.profile.locks ?? {};
  if (maxLevel !== undefined && request.level > maxLevel) return 'locked-by-clinician';
  if (!request.livelier) return undefined;
  if (facts.heartHigh) return 'heart-rate-ceiling';
  if (request.by === 'press') return undefined;
  if (facts.distressed) return 'after-distress';
  return facts.heartUnknown ? 'no-heart-rate' : undefined;
}

/** An excerpt is requested by name, so family and level do not apply. */
function unfit(
  module: MusicModule,
  { family, level, justHeard, excerpt }: DoseRequest,
): ExclusionReason | undefined {
  if (excerpt !== undefined) return module.id === excerpt ? undefined : 'other-family';
  if (module.family !== family) return 'other-family';
  if (!module.levels.includes(level)) return 'other-level';
  return justHeard.includes(module.id) ? 'just-heard' : undefined;
}
