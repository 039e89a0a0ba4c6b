import type { Cue } from '../music/crossfade-plan.ts';
import type { MusicModule } from '../music/module.ts';
import type { Chance } from '../maths/random.ts';
import type { DoseDecision } from './events.ts';
import type { DoseWish } from './dose-controller.ts';
import { LADDER, nearestRung, rungOfArousal } from '../music/ladder.ts';
import type { DosingPolicy, Pick as PolicyPick } from './policy.ts';
import { safePick } from './safe-pick.ts';
import { shield, type DoseRequest, type Shielded, type ShieldFacts } from './shield.ts';

/** The input of a decision besides the wish. */
export interface DecisionContext {
  readonly atMs: number;
  readonly modules: readonly MusicModule[];
  readonly facts: ShieldFacts;
  /** The unlocked track that the wish is about; absent: none. */
  readonly excerpt: string | undefined;
  readonly next: Chance;
  readonly sounding: Cue | undefined;
  /** The latest music, playing now or before a silence; absent: none yet. */
  readonly lastMusic: Cue | undefined;
  /** Modules that played recently. */
  readonly recentlyHeard: readonly string[];
  readonly arousal: number | undefined;
  readonly heartRateBpm: number | undefined;
  readonly craving: number | undefined;
  readonly phase: string;
  /** Place on the ladder that the course aims at. */
  readonly targetRung: number;
  readonly policy: DosingPolicy;
  /** The policy that picks where the chosen one fails. */
  readonly fallback: DosingPolicy;
}

type Asked = Pick<Cue, 'family' | 'level'>;
const SILENCE_ASKED: Asked = { family: 'silence', level: 1 };

/**
 * From a wish to a decision: the shield says what is allowed, the policy picks from that, and everything is
 * recorded. Where nothing that was asked for is allowed, the current module goes on if it may; in silence, a press
 * brings back the latest music; otherwise there is silence.
 */
export function doseDecision(wish: DoseWish, context: DecisionContext): DoseDecision {
  const { eligible, excluded, asked, denied } = allowed(wish, context);
  const { chosen, probabilities, ...how } = pick(wish, eligible, context);
  const { arousal, heartRateBpm, craving, sounding } = context;
  const excerpt = wish.excerpt !== undefined && !denied;
  return {
    type: 'decision',
    author: 'engine',
    atMs: context.atMs,
    module: chosen.id,
    family: excerpt ? chosen.family : asked.family,
    level: excerpt ? chosen.levels[0]! : asked.level,
    reason: wish.reason,
    phase: context.phase,
    targetLevel: LADDER[context.targetRung]!.level,
    targetRung: context.targetRung,
    ...(arousal !== undefined && { arousal, achievedRung: rungOfArousal(arousal) }),
    ...(heartRateBpm !== undefined && { heartRateBpm }),
    ...(craving !== undefined && { craving }),
    ...(sounding && { sounding: sounding.module }),
    eligible: eligible.map(({ id }) => id),
    excluded,
    probabilities,
    ...how,
    ...(denied && { denied }),
    ...(wish.offers && wish.offers.length > 0 && { offers: wish.offers }),
  };
}

function allowed(
  wish: DoseWish,
  context: DecisionContext,
): Shielded & { readonly asked: Asked; readonly denied?: true } {
  const { sounding, lastMusic } = context;
  const music = sounding && sounding.family !== 'silence' ? sounding : undefined;
  const asked = wish.module === 'keep' && music && wish.rung !== 'silence' ? music : askedFor(wish);
  const first = shielded(asked, wish, context);
  if (first.eligible.length > 0) return { asked, ...first };
  if (music && wish.module !== 'change') {
    const again = shielded(music, { ...wish, module: 'keep' }, { ...context, excerpt: undefined });
    if (again.eligible.some(({ id }) => id === music.module)) {
      return { asked: music, denied: true, ...only(music.module, again, first) };
    }
  }
  if (!music && lastMusic && wish.by === 'press') {
    const again = shielded(lastMusic, wish, { ...context, excerpt: undefined });
    if (again.eligible.length > 0) return { asked: lastMusic, denied: true, ...again };
  }
  const { eligible } = shielded(SILENCE_ASKED, wish, { ...context, excerpt: undefined });
  return {
    asked: SILENCE_ASKED,
    denied: true,
    eligible,
    excluded: withoutEligible(first.excluded, eligible),
  };
}

/** Only the current module is eligible; the reasons are those for which the request was refused. */
function only(id: string, again: Shielded, refused: Shielded): Shielded {
  const eligible = again.eligible.filter((module) => module.id === id);
  return { eligible, excluded: withoutEligible(refused.excluded, eligible) };
}

function withoutEligible(
  excluded: Shielded['excluded'],
  eligible: Shielded['eligible'],
): Shielded['excluded'] {
  return Object.fromEntries(
    Object.entries(excluded).filter(([id]) => !eligible.some((one) => one.id === id)),
  );
}

const askedFor = ({ rung, cue }: DoseWish): Asked =>
  rung === 'silence' ? SILENCE_ASKED : (cue ?? LADDER[rung]!);

function shielded(asked: Asked, wish: DoseWish, context: DecisionContext): Shielded {
  const { modules, facts, excerpt, sounding, lastMusic, recentlyHeard } = context;
  const change = wish.module === 'change' && sounding !== undefined && asked.family !== 'silence';
  const request: DoseRequest = {
    family: asked.family,
    level: asked.level,
    by: wish.by,
    livelier: lastMusic !== undefined && liveliness(asked) > liveliness(lastMusic),
    excerpt,
    justHeard: change && sounding.family !== 'silence' ? [sounding.module] : [],
    recentlyHeard: change ? recentlyHeard : [],
  };
  return shield(modules, request, facts);
}

/** Orders all levels of both families, including those not on the ladder. */
const liveliness = ({ family, level }: Asked): number =>
  family === 'silence' ? 0 : 10 * nearestRung({ family, level }) + level;

function pick(
  wish: DoseWish,
  eligible: Shielded['eligible'],
  { sounding, arousal, craving, phase, policy, fallback, next }: DecisionContext,
): PolicyPick & Pick<DoseDecision, 'policy' | 'drawn' | 'anomaly'> {
  const sounds = wish.module === 'keep' ? eligible.find(({ id }) => id === sounding?.module) : undefined;
  const named = wish.named === undefined ? undefined : eligible.find(({ id }) => id === wish.named);
  const kept = sounds ?? named ?? (eligible.length === 1 ? eligible[0] : undefined);
  if (kept) {
    const probabilities = eligible.map((module) => (module === kept ? 1 : 0));
    return { chosen: kept, probabilities, policy: policy.name, drawn: false };
  }
  const context = { sounding: sounding?.module, arousal, craving, phase };
  const picked = safePick(policy, eligible, { context, next });
  if (typeof picked !== 'string') return { ...picked, policy: policy.name, drawn: true };
  return { ...fallback.pick(eligible, context, next), policy: fallback.name, drawn: true, anomaly: picked };
}
