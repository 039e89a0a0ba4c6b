import type { Chance } from '../maths/random.ts';
import type { CravingForecast } from './craving-model.ts';
import { isQuiet, localDay, type LocalMoment, type QuietHours } from './local-time.ts';

/** An earlier prompt. */
export interface AskedPrompt extends LocalMoment {
  readonly reason: 'random' | 'uncertain';
}

export interface PromptState {
  /** Prompts of the last two days at least, in any order. */
  readonly asked: readonly AskedPrompt[];
  readonly quiet: QuietHours;
  /** When the person last gave an answer, prompted or not. */
  readonly lastAnswerAtMs?: number;
}

/** A moment at which the person could be asked: one every 15 minutes while the app may ask. */
export interface PromptMoment extends LocalMoment {
  /** The model's forecast, shown or not; absent: none, so no uncertainty. */
  readonly forecast?: CravingForecast;
  /** The body is more activated than usual for this person. */
  readonly activated: boolean;
}

/**
 * `propensity` is the probability of asking at this moment, computed before the draw; it is stored in the label, so
 * that the base rate can be estimated without the bias of asking when uncertain.
 */
export type PromptDecision =
  | {
      readonly ask: true;
      readonly reason: 'random' | 'uncertain';
      readonly propensity: number;
      readonly question: PromptQuestion;
    }
  | {
      readonly ask: false;
      readonly reason: 'quiet-hours' | 'enough-today' | 'too-soon' | 'not-drawn';
      readonly propensity: number;
    };

/** The question mentions the body only when it is activated. */
export type PromptQuestion = 'what-is-this' | 'how-strong';

/** The words in English, to be translated by the screens. */
export const PROMPT_WORDS = {
  'what-is-this':
    'Your body looks more activated than usual; is this craving, stress, movement, or something else?',
  'how-strong': 'How strong is craving right now, from 0 to 100?',
} as const satisfies Record<PromptQuestion, string>;

/** Default quiet hours: 22:00 to 8:00. */
export const DEFAULT_QUIET: QuietHours = { fromMin: 22 * 60, toMin: 8 * 60 };

export const PROMPTS_PER_DAY = 2;
const DAY_MS = 86_400_000;
/** Judgement: no prompt within two hours of another prompt or of an unprompted statement. */
const APART_MS = 2 * 3_600_000;
/** One random prompt a day on average: 56 moments of 15 minutes between 8:00 and 22:00. */
const RANDOM_CHANCE = 1 / 56;
/** Judgement: an uncertain hour is asked about with a probability of about a third. */
const UNCERTAIN_CHANCE = 0.1;
/** Judgement: an 80 % interval wider than this, or one that has an even chance inside. */
const WIDE_INTERVAL = 0.4;

const isUncertain = ({ interval80: [low, high] }: CravingForecast): boolean =>
  high - low > WIDE_INTERVAL || (low < 0.5 && high > 0.5);

/**
 * Whether to ask now. Never in quiet hours; never more than two in any 24 hours nor on any date of the local calendar
 * (they differ when the clock changes or the person travels), at most one of them for uncertainty, so that the other
 * stays random.
 *
 * @param next  drawn from once, and only where asking is possible
 */
export function promptDecision(state: PromptState, moment: PromptMoment, next: Chance): PromptDecision {
  const no = (reason: 'quiet-hours' | 'enough-today' | 'too-soon') =>
    ({ ask: false, reason, propensity: 0 }) as const;
  if (isQuiet(state.quiet, moment)) return no('quiet-hours');
  const today = localDay(moment);
  // After the clock was set back, prompts may lie in the future: they count as well.
  const near = state.asked.filter(({ atMs }) => Math.abs(moment.atMs - atMs) < DAY_MS);
  const sameDate = state.asked.filter((one) => localDay(one) === today);
  if (Math.max(near.length, sameDate.length) >= PROMPTS_PER_DAY) return no('enough-today');
  const said = [...near.map(({ atMs }) => atMs), state.lastAnswerAtMs ?? -Infinity];
  if (said.some((atMs) => Math.abs(moment.atMs - atMs) < APART_MS)) return no('too-soon');
  const mayWonder = ![...near, ...sameDate].some(({ reason }) => reason === 'uncertain');
  const uncertain = mayWonder && moment.forecast !== undefined && isUncertain(moment.forecast);
  const propensity = RANDOM_CHANCE + (uncertain ? UNCERTAIN_CHANCE : 0);
  const draw = next();
  if (draw >= propensity) return { ask: false, reason: 'not-drawn', propensity };
  return {
    ask: true,
    reason: draw < RANDOM_CHANCE ? 'random' : 'uncertain',
    propensity,
    question: moment.activated ? 'what-is-this' : 'how-strong',
  };
}
