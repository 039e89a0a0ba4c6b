import { BUILT_IN_MODULES } from '../../music/catalogue.ts';
import { LEVELS, type MusicModule, type TriggerTag } from '../../music/module.ts';
import type { Chance } from '../../maths/random.ts';
import type { Profile } from '../../dosing/profile.ts';
import { GAINS, type Accounts, type Gain, type ResponseModel } from './response-models.ts';
import { stream, within } from './streams.ts';

/** A virtual person: what nobody can see of them, and what they say of themselves. */
export interface VirtualPerson {
  readonly number: number;
  readonly seed: number;
  readonly model: ResponseModel;
  readonly accounts: Accounts;
  readonly gain: Gain;
  /** Times the gain. */
  readonly strength: number;
  /** Soothing that comes of liking a piece, by its id. */
  readonly liking: ReadonlyMap<string, number>;
  /** Soothing of silence: some rest in it, some brood. */
  readonly silence: number;
  /** Heart-arousal at which this person feels as stirred up as can be. */
  readonly feltMax: number;
  /** Minutes of one piece after which it soothes a third as well. */
  readonly habitMin: number;
  /** Share of habit that is left a day later. */
  readonly habitKept: number;
  readonly restingBpm: number;
  readonly breathsPerMinute: number;
  /** Arousal, 0–1 of the heart's scale: at rest, and above it when a session begins. */
  readonly restArousal: number;
  readonly startArousal: number;
  readonly recoveryMin: number;
  readonly cravingBase: number;
  readonly cravingStart: number;
  readonly cravingMin: number;
  readonly ratingSd: number;
  readonly ratesMidway: boolean;
  readonly profile: Profile;
}

/** What an arousal of 1 adds to the synthetic heart's rate, 1/min; `devices/synthetic/heart-beats.ts`. */
export const AROUSAL_BPM = 32;

const PIECES = BUILT_IN_MODULES.filter(({ family }) => family !== 'silence');
/** Share of people who brought tracks of their own. Judgement. */
const OWN_SHARE = 0.3;
const track = (id: string, family: 'calming' | 'activating', trigger: TriggerTag): MusicModule => ({
  id,
  title: id,
  family,
  levels: LEVELS,
  trigger,
  character: 'A track of their own.',
});
const OWN_TRACKS = [
  track('own-clean', 'calming', 'clean'),
  track('own-unknown', 'calming', 'unknown'),
  track('own-lively', 'activating', 'clean'),
  track('own-trigger', 'activating', 'trigger'),
];
/** Half of the tracks that nobody has judged belong to use. Judgement; Dingle 2015: such songs raise craving. */
const UNKNOWN_BAD = 0.5;

/**
 * Share of people for whom one of the pieces belongs to use; all of them
 * have said so. Judgement, after Dingle 2015.
 */
const TRIGGER_SHARE = 0.1;
const TRIGGER_LIKING = -2;

/** The same seed and number give the same person. */
export function virtualPerson(seed: number, number: number, model: ResponseModel): VirtualPerson {
  const next = stream(seed, number, 1);
  const strength = Math.exp(within(next, { mean: -0.125, sd: 0.5 }));
  const trigger = next() < TRIGGER_SHARE ? PIECES[Math.floor(next() * PIECES.length)]!.id : undefined;
  const ownTracks = next() < OWN_SHARE ? OWN_TRACKS : [];
  return {
    number,
    seed,
    model,
    accounts: accountsOf(model, next),
    gain: GAINS[model],
    strength,
    liking: likings(model, { next, trigger }),
    silence: within(next, { mean: 0, sd: 0.2 }),
    feltMax: 0.35 + 0.3 * next(),
    habitMin: model === 'habituating' ? 8 : 90,
    habitKept: model === 'habituating' ? 0.25 : 0.5,
    ...body(next),
    profile: { triggers: trigger === undefined ? [] : [trigger], earlyRecovery: next() < 0.3, ownTracks },
  };
}

/** What does not differ between the models. Means and spreads are judgements; see `docs/simulation.md`. */
const body = (next: Chance) => ({
  restingBpm: within(next, { mean: 68, sd: 8, low: 50, high: 95 }),
  breathsPerMinute: within(next, { mean: 14, sd: 2, low: 9, high: 20 }),
  restArousal: within(next, { mean: 0.06, sd: 0.03, low: 0 }),
  startArousal: within(next, { mean: 0.28, sd: 0.08, low: 0.08, high: 0.6 }),
  recoveryMin: 10 * Math.exp(within(next, { mean: 0, sd: 0.35 })),
  cravingBase: within(next, { mean: 15, sd: 8, low: 0, high: 40 }),
  cravingStart: within(next, { mean: 55, sd: 12, low: 25, high: 85 }),
  cravingMin: 20 * Math.exp(within(next, { mean: 0, sd: 0.35 })),
  ratingSd: within(next, { mean: 7, sd: 2, low: 2 }),
  ratesMidway: next() < 0.3,
});

function accountsOf(model: ResponseModel, next: Chance): Accounts {
  const none = { sedative: 0, iso: 0, taste: 0, habituating: 0 };
  if (model === 'nothing') return none;
  // Music that makes worse does so whatever it is; nothing in the literature says which kind.
  if (model === 'harm') return { ...none, taste: -0.5 };
  if (model !== 'mixed') return { ...none, [model]: 1 };
  // Equal shares on average: a Dirichlet distribution of four ones.
  const [a, b, c, d] = Array.from({ length: 4 }, () => -Math.log(1 - next())) as [
    number,
    number,
    number,
    number,
  ];
  const total = a + b + c + d;
  return { sedative: a / total, iso: b / total, taste: c / total, habituating: d / total };
}

function likings(
  model: ResponseModel,
  { next, trigger }: { readonly next: Chance; readonly trigger: string | undefined },
): ReadonlyMap<string, number> {
  const sd = model === 'nothing' ? 0 : model === 'harm' ? 0.25 : model === 'taste' ? 1 : 0.5;
  const ofFamily = {
    calming: within(next, { mean: 0, sd: 0.3 }),
    activating: within(next, { mean: 0, sd: 0.3 }),
  };
  return new Map(
    [...PIECES, ...OWN_TRACKS].map(({ id, family, trigger: judged }) => {
      const own = within(next, { mean: 0, sd });
      const shared = family === 'silence' ? 0 : ofFamily[family];
      const pulls = id === trigger || judged === 'trigger' || (judged === 'unknown' && next() < UNKNOWN_BAD);
      return [id, model === 'nothing' ? 0 : own + shared + (pulls ? TRIGGER_LIKING : 0)];
    }),
  );
}
