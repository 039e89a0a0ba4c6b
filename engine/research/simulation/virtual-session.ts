import { configHash, type EngineConfig } from '../../config/engine-config.ts';
import { protocolOf } from '../../dosing/protocols/index.ts';
import type { Meeting } from '../../dosing/profile.ts';
import type { SessionStarted } from '../../session/signal.ts';
import type { Player } from './player.ts';
import { SESSION_S, type SessionDay } from './session-day.ts';
import { virtualListener, type Habit } from './virtual-listener.ts';
import { AROUSAL_BPM, type VirtualPerson } from './virtual-person.ts';

/** What a virtual session came to; arousal and craving as they were, not as they were seen or said. */
export interface SessionResult {
  /** Until arousal was halfway to rest and stayed so for a minute; at most the session's length. Minutes. */
  readonly settleMin: number;
  /** Points. */
  readonly cravingFall: number;
  readonly ratedFall: number;
  /** Mean of the last two minutes, 0–1 of the heart's scale. */
  readonly endArousal: number;
  readonly endCraving: number;
  readonly ratedEnd: number;
}

/** A session that is led second by second by whoever has the clock: a loop, or a heart's packets. */
export interface VirtualSession {
  readonly atS: number;
  readonly arousal: number;
  /** 0–1: how hard the person is moving. */
  readonly exercise: number;
  second(): void;
  end(): SessionResult;
}

/** Movement of a virtual person, as a share of the hardest. */
const EXERCISE = 0.5;
const END_S = 120;
const SETTLED_S = 60;

export interface SessionPlan {
  readonly person: VirtualPerson;
  readonly session: number;
  readonly day: SessionDay;
  readonly habit: Habit;
  readonly protocol: string;
  /** Set aside after earlier sessions. */
  readonly quarantined: readonly string[];
  /** Where the policy meets the person; absent: it has no say. */
  readonly meeting?: Meeting | undefined;
}

export function virtualSession(plan: SessionPlan, player: Player, config: EngineConfig): VirtualSession {
  const { person, session, day, habit } = plan;
  const listener = virtualListener(person, session, { day, habit });
  const halfway = (day.startArousal + person.restArousal) / 2;
  let [atS, settledFor, endSum] = [0, 0, 0];
  let settleS: number | undefined;
  player.hear(started(plan, config));
  const rate = (moment: 'before' | 'during' | 'after') => {
    const value = listener.rating();
    player.hear({ type: 'rating', atMs: atS * 1000, author: 'person', scale: 'craving', value, moment });
    return value;
  };
  const ratedBefore = rate('before');
  const cravingBefore = listener.craving;
  const moving = () => day.movement !== undefined && atS >= day.movement.fromS && atS < day.movement.toS;
  return {
    get atS() {
      return atS;
    },
    get arousal() {
      return listener.arousal;
    },
    get exercise() {
      return moving() ? EXERCISE : 0;
    },
    second() {
      atS += 1;
      const button = listener.second(player.sounding);
      const { arousal } = listener;
      settledFor = arousal <= halfway ? settledFor + 1 : 0;
      if (settledFor === SETTLED_S) settleS ??= atS - SETTLED_S;
      if (atS > SESSION_S - END_S) endSum += arousal;
      if (button) player.hear({ type: 'press', atMs: atS * 1000, author: 'person', button });
      if (person.ratesMidway && atS === SESSION_S / 2) rate('during');
      player.second(atS * 1000, {
        arousal,
        moving: moving(),
        stillS: day.movement && atS >= day.movement.toS ? atS - day.movement.toS : Infinity,
        seen: day.strap && !(day.fault && atS >= day.fault.fromS && atS < day.fault.toS),
      });
    },
    end() {
      const ratedEnd = rate('after');
      player.hear({ type: 'session-ended', atMs: atS * 1000, author: 'person', reason: 'finished' });
      return {
        settleMin: (settleS ?? SESSION_S) / 60,
        cravingFall: cravingBefore - listener.craving,
        ratedFall: ratedBefore - ratedEnd,
        endArousal: endSum / END_S,
        endCraving: listener.craving,
        ratedEnd,
      };
    },
  };
}

/** Runs a session to its end by the second. */
export function wholeSession(plan: SessionPlan, player: Player, config: EngineConfig): SessionResult {
  const session = virtualSession(plan, player, config);
  while (session.atS < SESSION_S) session.second();
  return session.end();
}

const started = (
  { person, session, day, protocol, quarantined, meeting }: SessionPlan,
  config: EngineConfig,
): SessionStarted => ({
  type: 'session-started',
  atMs: 0,
  author: 'person',
  version: 1,
  protocol,
  protocolVersion: protocolOf(protocol).version,
  seed: Math.imul(person.seed + 1, 40_503) + person.number * 1009 + session,
  configHash: configHash(config, protocolOf(protocol)),
  profile: { ...person.profile, quarantined, ...(meeting && { meeting }) },
  baseline: {
    heartRateBpm: person.restingBpm + AROUSAL_BPM * person.restArousal + day.baselineErrorBpm,
    heartRateSpreadBpm: 2,
    lnRmssd: Math.log(40),
    lnRmssdSpread: 0.2,
    seconds: 300,
  },
  source: { kind: day.strap ? 'synthetic' : 'none', name: 'virtual person' },
});
