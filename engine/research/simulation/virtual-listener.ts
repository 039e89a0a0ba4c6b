import { normal } from '../../maths/random.ts';
import type { Cue } from '../../music/crossfade-plan.ts';
import type { Button } from '../../dosing/events.ts';
import { soothing } from './response-models.ts';
import type { SessionDay } from './session-day.ts';
import { stream } from './streams.ts';
import type { VirtualPerson } from './virtual-person.ts';

/** Minutes of each piece that a person is still tired of. Lives from session to session. */
export type Habit = Map<string, number>;

/** A virtual person in a session, second by second. */
export interface VirtualListener {
  /** 0–1 of the heart's scale. */
  readonly arousal: number;
  /** 0–100, without the noise of a rating. */
  readonly craving: number;
  /** A second with what sounds; what the person presses at its end, if anything. */
  second(cue: Cue | undefined): Button | undefined;
  /** What the person says when asked. */
  rating(): number;
}

/** Standard deviation that arousal and craving would have from their own unrest alone. */
const AROUSAL_UNREST = 0.05;
const CRAVING_UNREST = 4;
/** Points of craving that a full scale of arousal adds. */
const CRAVING_OF_AROUSAL = 40;
/** Within this distance of rest music has less and less left to do. */
const AROUSAL_ROOM = 0.15;
const CRAVING_ROOM = 20;

/**
 * Two leaky states that unrest drives: arousal falls towards rest, craving towards its base and what arousal adds
 * to it; music adds to the fall or takes from it as far as it soothes this person here and now.
 */
export function virtualListener(
  person: VirtualPerson,
  session: number,
  at: { readonly day: SessionDay; readonly habit: Habit },
): VirtualListener {
  const unrest = stream(person.seed, person.number, 3, session);
  const hand = stream(person.seed, person.number, 4, session);
  const said = stream(person.seed, person.number, 5, session);
  const recoveryS = person.recoveryMin * 60;
  const cravingS = person.cravingMin * 60;
  let arousal = at.day.startArousal;
  let craving = at.day.startCraving;
  return {
    get arousal() {
      return arousal;
    },
    get craving() {
      return craving;
    },
    second(cue) {
      const effect = soothingNow(person, cue, { arousal, habit: at.habit }) / 60;
      const aroused = person.restArousal + CRAVING_ZERO;
      const cravingRest = person.cravingBase + CRAVING_OF_AROUSAL * Math.max(0, arousal - aroused);
      const felt = person.gain.arousal * effect * room(effect, (arousal - person.restArousal) / AROUSAL_ROOM);
      const wanted = person.gain.craving * effect * room(effect, craving / CRAVING_ROOM);
      arousal +=
        (person.restArousal - arousal) / recoveryS -
        felt +
        AROUSAL_UNREST * Math.sqrt(2 / recoveryS) * normal(unrest);
      craving +=
        (cravingRest - craving) / cravingS -
        wanted +
        CRAVING_UNREST * Math.sqrt(2 / cravingS) * normal(unrest);
      arousal = Math.min(1, Math.max(0, arousal));
      craving = Math.min(100, Math.max(0, craving));
      if (cue && cue.family !== 'silence') at.habit.set(cue.module, (at.habit.get(cue.module) ?? 0) + 1 / 60);
      return pressed(hand(), { effect: effect * 60, silent: !cue || cue.family === 'silence' });
    },
    rating: () => Math.round(Math.min(100, Math.max(0, craving + person.ratingSd * normal(said)))),
  };
}

/** Arousal this far above rest adds no craving. */
const CRAVING_ZERO = 0.05;

/** Towards rest there is only so much left to soothe; upwards there is room. */
const room = (effect: number, share: number): number => (effect < 0 ? 1 : Math.min(1, Math.max(0, share)));

/** How much a cue soothes this person now: account and liking, worn down by habit, times the person's strength. */
export function soothingNow(
  { accounts, model, strength, liking, silence, feltMax, habitMin }: VirtualPerson,
  cue: Cue | undefined,
  { arousal, habit }: { readonly arousal: number; readonly habit: Habit },
): number {
  if (model === 'nothing') return 0;
  if (!cue || cue.family === 'silence') return strength * silence;
  const whole = soothing(accounts, cue, Math.min(1, arousal / feltMax)) + (liking.get(cue.module) ?? 0);
  const left = whole > 0 ? Math.exp(-(habit.get(cue.module) ?? 0) / habitMin) : 1;
  return strength * left * whole;
}

/** A night: part of what wore off comes back. */
export function sleep(person: VirtualPerson, habit: Habit): void {
  for (const [module, minutes] of habit) habit.set(module, minutes * person.habitKept);
}

/**
 * Presses a minute: of skip by music that does nothing, of "too much" by music
 * that stirs up, of the rest now and then.
 */
function pressed(
  draw: number,
  { effect, silent }: { readonly effect: number; readonly silent: boolean },
): Button | undefined {
  const minute = draw * 60;
  if (minute < 0.001) return 'stop';
  if (silent) return undefined;
  const tooMuch = 0.001 + (effect <= -0.3 ? 0.03 : 0);
  if (minute < tooMuch) return 'too-much';
  const skip = tooMuch + 0.02 * Math.exp(-1.5 * Math.max(-2, effect));
  if (minute < skip) return 'skip';
  if (minute < skip + 0.008) return 'calmer';
  return minute < skip + 0.016 ? 'livelier' : undefined;
}
