import {
  BUILT_IN_MODULES,
  chance,
  engineConfig,
  PROTOCOLS,
  type Chance,
  type CrossfadePlan,
  type DosingPolicy,
  type MusicModule,
  type Profile,
  type SessionStarted,
  type YokedDose,
} from '../../engine/index.ts';
import { dosing } from '../../engine/dosing/dosing.ts';
import { sessionPolicies } from '../../engine/dosing/policies/session-policies.ts';
import { LADDER } from '../../engine/music/ladder.ts';
import { rulePolicy } from '../../engine/dosing/policies/rule-policy.ts';
import type { Signal } from '../../engine/session/signal.ts';
import { press, rating, started } from './session-inputs.ts';

/*
 * Random sessions drawn from a seed, dosed by policies that mean no good. What must hold is worked out here anew from
 * what was said at the start, not taken from the shield.
 */

const config = engineConfig();
const OWN: readonly MusicModule[] = [
  own('mine-clean', 'clean', { artist: 'Ona', genres: ['folk'], year: 2010 }),
  own('mine-unknown', 'unknown', { artist: 'Bel', genres: ['pop'], year: 1995 }),
  own('mine-trigger', 'trigger', { artist: 'Cor', genres: ['rock'], year: 1987 }),
  own('mine-lively', 'clean', { artist: 'Bel', genres: ['rock'], year: 2001 }, 'activating'),
];
const ALL = [...BUILT_IN_MODULES, ...OWN];

function own(
  id: string,
  trigger: MusicModule['trigger'],
  tags: NonNullable<MusicModule['tags']>,
  family: 'calming' | 'activating' = 'calming',
): MusicModule {
  return { id, title: id, family, levels: [1, 2, 3, 4, 5], trigger, character: '', tags };
}

const hostile: readonly DosingPolicy[] = [
  rulePolicy(config),
  {
    name: 'throws',
    pick: () => {
      throw new Error('no');
    },
  },
  {
    name: 'outside',
    pick: (eligible) => ({ chosen: OWN[2]!, probabilities: eligible.map(() => 1 / eligible.length) }),
  },
  {
    name: 'not-a-number',
    pick: (eligible) => ({ chosen: eligible[0]!, probabilities: eligible.map(() => NaN) }),
  },
  {
    name: 'too-sure',
    pick: (eligible) => ({ chosen: eligible.at(-1)!, probabilities: eligible.map(() => 1.5) }),
  },
  { name: 'nothing', pick: () => undefined as never },
  {
    name: 'meddler',
    pick: (eligible) => {
      (eligible as MusicModule[]).push(OWN[2]!);
      (eligible[0] as { family: string }).family = 'silence';
      return { chosen: OWN[2]!, probabilities: [1] };
    },
  },
  {
    name: 'restless',
    pick: (eligible, { sounding }) => {
      const other = eligible.find(({ id }) => id !== sounding) ?? eligible[0]!;
      return { chosen: other, probabilities: eligible.map((module) => (module === other ? 1 : 0)) };
    },
  },
];

const among = <T>(next: Chance, all: readonly T[]): T => all[Math.floor(next() * all.length)]!;
const some = <T>(next: Chance, all: readonly T[], share: number): T[] => all.filter(() => next() < share);
const often = (next: Chance, share: number): boolean => next() < share;

function profile(next: Chance): Profile {
  const limits = often(next, 0.3);
  return {
    triggers: some(next, ALL, 0.1).map(({ id }) => id),
    triggerTags: {
      artists: some(next, ['ona', 'BEL'], 0.2),
      genres: some(next, ['Rock'], 0.2),
      years: some(next, [[1980, 1995] as const], 0.2),
    },
    earlyRecovery: often(next, 0.5),
    ownTracks: OWN,
    quarantined: some(next, ALL, 0.05).map(({ id }) => id),
    locks: {
      modules: some(next, ALL, 0.05).map(({ id }) => id),
      families: some(next, ['activating', 'calming'] as const, 0.1),
      ...(often(next, 0.2) && { maxLevel: among(next, [1, 2, 3, 4] as const) }),
      ...(limits && { dailyMinutes: 30 }),
    },
    unlocked: some(
      next,
      [{ protocol: 'exposure', by: 'c', untilMs: 400_000, tracks: ['mine-trigger'] }],
      0.7,
    ),
    ...(limits && { heard: { todayMinutes: 20 + 12 * next(), weekSoundShare: 0.99 + 0.011 * next() } }),
    ...(often(next, 0.3) && {
      meeting: { below: among(next, [1, 2, 3] as const), probabilities: [0.3, 0.4, 0.3] },
    }),
    sound: { levelDb: 90, sensitive: often(next, 0.2) },
  };
}

/** Something at `atMs` besides the step. Beats are left out: dosing sees what was made of them. */
function signalAt(atMs: number, next: Chance): Signal | undefined {
  const by = { atMs, author: 'engine' } as const;
  const kind = next();
  if (kind < 0.5) return undefined;
  if (kind < 0.7) {
    if (often(next, 0.2)) return { ...by, type: 'arousal', withheld: 'no-contact' };
    const value = next();
    return { ...by, type: 'arousal', value, sd: 0.1, low: 0, high: 1, quality: 1, reasons: [] };
  }
  if (kind < 0.82) {
    const meanHrBpm = 60 + 80 * next();
    return { ...by, type: 'hrv', windowS: 60, beats: 60, coverage: 1, corrected: 0, meanHrBpm };
  }
  if (kind < 0.84) return { type: 'skin-contact', atMs, contact: often(next, 0.7) };
  if (kind < 0.9) return { ...rating(Math.round(70 * next()), 0), atMs };
  const button = among(next, [
    'calmer',
    'livelier',
    'skip',
    'too-much',
    'stop',
    'resume',
    'livelier',
  ] as const);
  const level = often(next, 0.1)
    ? ({ author: 'clinician', level: among(next, [1, 2, 3, 4, 5] as const) } as const)
    : {};
  return { ...press(button, 0), atMs, ...level } as Signal;
}

/** What is forbidden to `module` from the start, said without the shield. */
function ruledOut(module: MusicModule, { profile: p, protocol }: SessionStarted): boolean {
  if (module.family === 'silence') return false;
  const { triggerTags: t, locks } = p;
  const year = module.tags?.year ?? NaN;
  const pulls =
    p.triggers.includes(module.id) ||
    module.trigger === 'trigger' ||
    t!.artists!.some((one) => one.toLowerCase() === module.tags?.artist?.toLowerCase()) ||
    t!.genres!.some((one) => module.tags?.genres?.includes(one.toLowerCase())) ||
    t!.years!.some(([from, to]) => from <= year && year <= to);
  const exposed = protocol === 'exposure' && p.unlocked!.length > 0 && module.id === 'mine-trigger';
  return (
    (pulls && !exposed) ||
    p.quarantined!.includes(module.id) ||
    (module.trigger === 'unknown' && p.earlyRecovery) ||
    locks!.modules!.includes(module.id) ||
    locks!.families!.some((family) => family === module.family)
  );
}

const rungOf = ({ family, level }: { family: string; level: number }): number =>
  LADDER.findIndex((rung) => rung.family === family && rung.level === level);

/** Another session's doses, wilder than any session's. */
const yoked = (next: Chance): readonly YokedDose[] =>
  Array.from({ length: 8 }, () => {
    const { id, family } = among(next, ALL);
    return {
      atS: Math.round(600 * next()),
      module: id,
      family,
      level: among(next, [1, 2, 3, 4, 5] as const),
    };
  }).sort((a, b) => a.atS - b.atS);

/**
 * Runs one random session, with a policy that may mean no good, and gives the first promise that it broke.
 * @param length  steps of the session
 */
export function brokenPromise(seed: number, length: number): string | undefined {
  const next = chance(seed);
  const start = started({
    seed,
    profile: profile(next),
    protocol: among(next, PROTOCOLS).id,
    ...(often(next, 0.1) && { yoked: yoked(next) }),
  });
  const doses = dosing(config, sessionPolicies(config, among(next, hostile)));
  const left = new Set(ALL.filter((module) => ruledOut(module, start)).map(({ id }) => id));
  let atMs = 0;
  let sounding: { module: string; family: string; level: number } | undefined;
  let lastMusic: { family: string; level: number } | undefined;
  let byHand = false;
  let changedAtMs = -Infinity;
  let heardMs = 0;
  let lastPlan: CrossfadePlan | undefined;
  let fault: string | undefined;
  const claim = (holds: boolean, what: string): void =>
    void (fault ??= holds ? undefined : `${what} at ${atMs} ms`);

  const check = (signal: Signal, cause: Signal): void => {
    if (signal.type === 'halt') sounding = undefined;
    if (signal.type === 'crossfade') {
      lastPlan = signal.plan;
      const { family, module } = signal.plan.to;
      claim(family === 'silence' || module === sounding?.module, `${module} was not decided`);
    }
    if (signal.type !== 'decision') return;
    const { module, eligible, probabilities, reason } = signal;
    claim(eligible.includes(module), `${module} is outside the set`);
    claim(!left.has(module), `${module} is forbidden`);
    claim(probabilities.length === eligible.length, 'a probability is missing');
    claim(
      Math.abs(probabilities.reduce((sum, p) => sum + p, 0) - 1) < 1e-3,
      'the probabilities do not sum to 1',
    );
    const asked = cause.type === 'press' || ['set-aside', 'sound-limit', 'daily-limit'].includes(reason);
    const changed = module !== sounding?.module || signal.level !== sounding.level;
    if (changed && !asked && sounding) claim(atMs - changedAtMs >= 60_000, 'changed within a minute');
    if (changed) changedAtMs = atMs;
    if (signal.family !== 'silence' && reason !== 'exposure-excerpt') {
      const step = lastMusic ? rungOf(signal) - rungOf(lastMusic) : 0;
      const outright = reason === 'asked-level' || byHand;
      claim(outright || Math.abs(step) <= 1, `a jump of ${step}`);
      byHand = rungOf(signal) < 0;
      lastMusic = signal;
    }
    sounding = signal;
  };

  const give = (signal: Signal): Signal[] => {
    const out: Signal[] = [];
    doses(signal, (emitted) => {
      out.push(emitted);
      check(emitted, signal);
    });
    return out;
  };

  give(start);
  for (let i = 0; i < length && !fault; i++) {
    // Near a limit the steps are close, as they are in life; elsewhere they stride through the whole protocol.
    const gapMs = Math.round((start.profile.heard ? 15_000 : 45_000) * next());
    if (sounding && sounding.family !== 'silence') heardMs += gapMs;
    atMs += gapMs;
    give({ type: 'step', atMs });
    const more = signalAt(atMs, next);
    if (more) give(more);
  }
  const { heard, locks } = start.profile;
  const urgent = ['rescue', 'urge-surfing'].includes(start.protocol);
  const minutes = (heard?.todayMinutes ?? 0) + heardMs / 60_000;
  const allowed = Math.max(urgent ? Infinity : (locks?.dailyMinutes ?? 240), heard?.todayMinutes ?? 0);
  claim(minutes <= allowed, `${minutes} minutes of ${allowed}`);
  const perHour = 10 ** ((90 - (start.profile.sound?.sensitive ? 75 : 80)) / 10) / 40;
  const share = (heard?.weekSoundShare ?? 0) + (heardMs / 3_600_000) * perHour;
  claim(share <= Math.max(1, heard?.weekSoundShare ?? 0), `sound dose ${share}`);

  give({ ...press('stop', 0), atMs });
  claim(sounding === undefined, 'stop leaves something decided');
  claim(lastPlan === undefined || lastPlan.kind === 'stop', 'stop does not reach the player');
  return fault;
}
