import { hashOf } from '../config/engine-config.ts';
import { chance } from '../maths/random.ts';
import type { StudyNaming } from './events.ts';

/**
 * A study as it was written down beforehand.
 *
 * - `abab`       each person goes back and forth: `cycles` pairs of periods, in each pair the order is drawn
 * - `crossover`  each person has the arms once each, in an order that is drawn in balanced blocks
 * - `parallel`   each person has one arm, drawn in balanced blocks
 */
export interface StudyPlan {
  readonly kind: 'attune-study';
  readonly version: 1;
  readonly id: string;
  readonly design: (typeof DESIGNS)[number];
  /** Two or more for `crossover` and `parallel`, two for `abab`. */
  readonly arms: readonly string[];
  readonly participants: number;
  /** Sessions of a period. */
  readonly sessions: number;
  /** Pairs of periods, for `abab`. */
  readonly cycles: number;
  /** Sessions under the first arm between periods, which count for nothing. */
  readonly washout: number;
  readonly seed: number;
}

export const DESIGNS = ['abab', 'crossover', 'parallel'] as const;

export interface StudySession {
  /** From 1, as `session`. */
  readonly participant: number;
  readonly session: number;
  readonly period: number;
  readonly arm: string;
  readonly washout: boolean;
}

/** What is wrong with a plan. @returns a sentence; absent: it is valid */
export function planFault({ design, arms, ...counts }: StudyPlan): string | undefined {
  if (new Set(arms).size !== arms.length || arms.length < 2)
    return 'a study needs two arms or more, each once';
  if (design === 'abab' && arms.length !== 2) return 'abab goes back and forth between two arms';
  const whole = (name: 'participants' | 'sessions' | 'cycles', least: number): boolean =>
    Number.isInteger(counts[name]) && counts[name] >= least && counts[name] <= 10_000;
  if (!whole('participants', 1) || !whole('sessions', 1) || !whole('cycles', 1))
    return 'participants, sessions and cycles are whole numbers from 1 to 10000';
  return Number.isInteger(counts.washout) && counts.washout >= 0
    ? undefined
    : 'washout is a whole number from 0';
}

/** Every session of a study, in order: the same plan gives the same schedule for ever. */
export function studySchedule(plan: StudyPlan): readonly StudySession[] {
  const next = chance(plan.seed);
  const orders = blocks(plan, next);
  return Array.from({ length: plan.participants }, (_, i) => sessionsOf(plan, orders[i]!, i + 1)).flat();
}

/** The order of arms for each participant. */
function blocks(
  { design, arms, participants, cycles }: StudyPlan,
  next: () => number,
): readonly (readonly string[])[] {
  if (design === 'abab') {
    const pair = (): readonly string[] => (next() < 0.5 ? arms : [...arms].reverse());
    return Array.from({ length: participants }, () => Array.from({ length: cycles }, pair).flat());
  }
  // Each order of a block occurs once before any repeats; rotations balance position without listing every order.
  const orders = arms.map((_, shift) => [...arms.slice(shift), ...arms.slice(0, shift)]);
  const drawn: (readonly string[])[] = [];
  while (drawn.length < participants) drawn.push(...shuffled(orders, next));
  return design === 'crossover' ? drawn : drawn.map(([first]) => [first!]);
}

function sessionsOf(plan: StudyPlan, order: readonly string[], participant: number): StudySession[] {
  const all: Omit<StudySession, 'session'>[] = [];
  order.forEach((arm, i) => {
    const rest = i > 0 ? plan.washout : 0;
    const period = i + 1;
    for (let n = 0; n < rest; n++) all.push({ participant, period, arm: plan.arms[0]!, washout: true });
    for (let n = 0; n < plan.sessions; n++) all.push({ participant, period, arm, washout: false });
  });
  return all.map((one, i) => ({ ...one, session: i + 1 }));
}

/** Source: Fisher & Yates, as in Knuth 1997, algorithm P. */
function shuffled<T>(items: readonly T[], next: () => number): readonly T[] {
  const all = [...items];
  for (let i = all.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

/**
 * What a session's start says of its study: the hash of the plan as it was written down beforehand, so that a log
 * shows by which plan it was made.
 * @throws RangeError  the plan has no such session
 */
export function studyNaming(plan: StudyPlan, participant: number, session: number): StudyNaming {
  const found = studySchedule(plan).find((one) => one.participant === participant && one.session === session);
  if (!found)
    throw new RangeError(`study ${plan.id} has no session ${session} of participant ${participant}`);
  return { study: plan.id, planHash: hashOf(plan), ...found };
}
