import {
  armOf,
  engineConfig,
  modelOf,
  sessionDay,
  virtualPerson,
  wholeSession,
  type SessionEvent,
  type SessionResult,
} from '../../index.ts';
import { columns } from '../../../cli/simulation/columns.ts';
import { figureOf, type Figure } from './people-figures.ts';
import { wholePathSession } from '../../../cli/simulation/whole-path-session.ts';

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

/** What `attune simulate fidelity` prints: π0 leads each person's first session in both ways. */
export function fidelityText(
  { people, seed }: { readonly people: number; readonly seed: number },
  done: (count: number) => void,
): string {
  const pairs = Array.from({ length: people }, (_, number) => {
    const pair = pairOf(seed, number);
    done(number + 1);
    return pair;
  });
  const row = (name: string, of: (pair: Pair) => readonly [number, number], digits: number) => {
    const both = pairs.map(of);
    const side = (at: 0 | 1) => figureOf(both.map((one) => one[at])).value.toFixed(digits);
    return [name, side(0), side(1), shown(figureOf(both.map(([a, b]) => b - a)), digits)];
  };
  const result = (name: string, of: keyof SessionResult) =>
    row(name, ({ boundary, whole }) => [boundary[of], whole[of]], 2);
  const apart = pairs.flatMap((pair) => pair.apart);
  const rms = Math.sqrt(apart.reduce((sum, one) => sum + one ** 2, 0) / apart.length);
  const bias = figureOf(pairs.flatMap((pair) => (pair.apart.length > 0 ? [figureOf(pair.apart).value] : [])));
  return [
    `${people} people, first session, pi0, seed ${seed}: beats through the whole path against the estimate fed in at the boundary`,
    columns([
      ['', 'boundary', 'whole path', 'difference, same people'],
      result('settled after, min', 'settleMin'),
      result('craving fell by, points', 'cravingFall'),
      row('arousal at the end, 0–1', ({ boundary, whole }) => [boundary.endArousal, whole.endArousal], 4),
      row('seconds with an estimate, share', ({ given }) => given, 3),
      row('decisions', ({ decisions }) => decisions, 2),
      row('level decided, mean', ({ levels }) => levels, 2),
    ]),
    `estimates at the same seconds: ${shown(bias, 3)} apart on average, ${rms.toFixed(3)} root mean square`,
  ].join('\n');
}

const shown = ({ value, low, high }: Figure, digits: number): string =>
  `${value.toFixed(digits)} [${low.toFixed(digits)}, ${high.toFixed(digits)}]`;

function pairOf(seed: number, number: number): Pair {
  const config = engineConfig();
  const person = virtualPerson(seed, number, modelOf(number));
  const day = sessionDay(person, 0);
  const plan = { person, day, session: 0, protocol: 'craving-session', quarantined: [] };
  const arm = armOf('pi0', { person, habit: new Map(), config });
  const player = arm.player(0, day);
  const boundary = wholeSession({ ...plan, habit: new Map() }, player, config);
  const whole = wholePathSession({ ...plan, habit: new Map() }, arm);
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
