import { engineConfig } from '../../config/engine-config.ts';
import { armOf, type Arm } from './arms.ts';
import { sessionDay } from './session-day.ts';
import { modelOf } from './simulate-people.ts';
import { virtualPerson } from './virtual-person.ts';
import { wholeSession, type SessionPlan, type SessionResult } from './virtual-session.ts';
import type { SessionEvent } from '../../session/signal.ts';
import { figureOf, type Figure } from './people-figures.ts';

interface Pair {
  readonly boundary: SessionResult;
  readonly whole: SessionResult;
  /** Estimates at the same seconds: the whole path's less the boundary's. */
  readonly apart: readonly number[];
  readonly given: readonly [boundary: number, whole: number];
  /** Levels decided, mean over the session's decisions. */
  readonly levels: readonly [boundary: number, whole: number];
  readonly decisions: readonly [boundary: number, whole: number];
}

/** One figure by both ways, and the difference in the same people. */
export interface FidelityRow {
  readonly figure: keyof typeof FIGURES;
  readonly boundary: number;
  readonly whole: number;
  readonly difference: Figure;
}

export interface Fidelity {
  readonly rows: readonly FidelityRow[];
  /**
   * The whole path's estimate less the boundary's at the same seconds: the mean
   * of people's means, and root mean square.
   */
  readonly bias: Figure;
  readonly rms: number;
}

/** A session through the whole path, beat by beat; whoever has a synthetic heart brings it. */
export type WholePath = (
  plan: SessionPlan,
  arm: Pick<Arm, 'policy'>,
) => { readonly result: SessionResult; readonly log: readonly SessionEvent[] };

const FIGURES = {
  settleMin: ({ boundary, whole }: Pair) => [boundary.settleMin, whole.settleMin],
  cravingFall: ({ boundary, whole }: Pair) => [boundary.cravingFall, whole.cravingFall],
  endArousal: ({ boundary, whole }: Pair) => [boundary.endArousal, whole.endArousal],
  given: ({ given }: Pair) => given,
  decisions: ({ decisions: counts }: Pair) => counts,
  levels: ({ levels }: Pair) => levels,
} as const satisfies Record<string, (pair: Pair) => readonly [number, number]>;

/** π0 leads each person's first session in both ways: the estimate fed in at the boundary, and whole beats. */
export function fidelity(
  { people, seed }: { readonly people: number; readonly seed: number },
  wholePath: WholePath,
  done: (count: number) => void,
): Fidelity {
  const pairs = Array.from({ length: people }, (_, number) => {
    const pair = pairOf(seed, number, wholePath);
    done(number + 1);
    return pair;
  });
  const apart = pairs.flatMap((pair) => pair.apart);
  return {
    rows: Object.entries(FIGURES).map(([figure, of]) => {
      const both = pairs.map(of);
      return {
        figure: figure as keyof typeof FIGURES,
        boundary: figureOf(both.map(([one]) => one)).value,
        whole: figureOf(both.map(([, one]) => one)).value,
        difference: figureOf(both.map(([a, b]) => b - a)),
      };
    }),
    bias: figureOf(pairs.flatMap((pair) => (pair.apart.length > 0 ? [figureOf(pair.apart).value] : []))),
    rms: Math.sqrt(apart.reduce((sum, one) => sum + one ** 2, 0) / apart.length),
  };
}

function pairOf(seed: number, number: number, wholePath: WholePath): Pair {
  const config = engineConfig();
  const person = virtualPerson(seed, number, modelOf(number));
  const day = sessionDay(person, 0);
  const plan = { person, day, session: 0, protocol: 'craving-session', quarantined: [] };
  const arm = armOf('pi0', { person, habit: new Map(), config });
  const player = arm.player(0, day);
  const boundary = wholeSession({ ...plan, habit: new Map() }, player, config);
  const whole = wholePath({ ...plan, habit: new Map() }, arm);
  const [fed, seen] = [estimates(player.log), estimates(whole.log)];
  return {
    boundary,
    whole: whole.result,
    apart: [...fed].flatMap(([atMs, value]) => {
      const other = seen.get(atMs);
      return other === undefined || value === undefined ? [] : [other - value];
    }),
    given: [share(fed), share(seen)],
    levels: [meanLevel(player.log), meanLevel(whole.log)],
    decisions: [decisions(player.log).length, decisions(whole.log).length],
  };
}

/** By time; `undefined` while withheld. */
const estimates = (log: readonly SessionEvent[]): ReadonlyMap<number, number | undefined> =>
  new Map(
    log.flatMap((event) =>
      event.type === 'arousal' ? [[event.atMs, 'value' in event ? event.value : undefined] as const] : [],
    ),
  );

const share = (all: ReadonlyMap<number, number | undefined>): number =>
  all.size === 0 ? 0 : [...all.values()].filter((value) => value !== undefined).length / all.size;

const decisions = (log: readonly SessionEvent[]) =>
  log.flatMap((event) => (event.type === 'decision' ? [event] : []));

const meanLevel = (log: readonly SessionEvent[]): number => {
  const levels = decisions(log).map(({ level }) => level);
  return levels.reduce<number>((sum, level) => sum + level, 0) / Math.max(1, levels.length);
};
