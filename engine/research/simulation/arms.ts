import type { EngineConfig } from '../../config/engine-config.ts';
import type { DosingPolicy } from '../../dosing/policy.ts';
import { rulePolicy } from '../../dosing/policies/rule-policy.ts';
import { learnFromSession } from '../../dosing/learning/learn-from-session.ts';
import { freshState } from '../../dosing/learning/learned-state.ts';
import { learningSettings } from '../../dosing/learning/learning-settings.ts';
import { thompsonPolicy } from '../../dosing/policies/thompson-policy.ts';
import type { SessionEvent } from '../../session/signal.ts';
import { studyPolicy } from '../../dosing/policies/study-arms.ts';
import { fixedPlayer } from './fixed-player.ts';
import { boundaryPlayer } from './boundary-player.ts';
import { oraclePolicy } from './oracle-policy.ts';
import type { Player } from './player.ts';
import type { SessionDay } from './session-day.ts';
import { stream } from './streams.ts';
import type { Habit } from './virtual-listener.ts';
import { AROUSAL_BPM, type VirtualPerson } from './virtual-person.ts';

/**
 * What can be compared: four policies in the engine, the engine without a strap, and three things that need no engine.
 * The oracle knows the person and is there to measure regret; `mrt` tosses a coin between the rules and chance.
 */
export const ARMS = [
  'pi0',
  'thompson',
  'oracle',
  'mrt',
  'time-ladder',
  'static-calm',
  'shuffle',
  'silence',
] as const;
export type ArmName = (typeof ARMS)[number];

/** These are led by the engine; the others only play. */
export const ENGINE_ARMS: readonly ArmName[] = ['pi0', 'thompson', 'oracle', 'mrt', 'time-ladder'];

/** One way of leading a person's music, from session to session. */
export interface Arm {
  /** The policy of the session to come; `undefined`: no engine. */
  readonly policy: DosingPolicy | undefined;
  player(session: number, day: SessionDay): Player;
  after(log: readonly SessionEvent[]): void;
}

export interface ArmParts {
  readonly person: VirtualPerson;
  readonly habit: Habit;
  readonly config: EngineConfig;
  /** In place of the rules under `pi0`. */
  readonly policy?: DosingPolicy | undefined;
}

export function armOf(name: ArmName, { person, habit, config, policy: given }: ArmParts): Arm {
  const settings = learningSettings();
  let state = freshState();
  let policy = policyOf();
  function policyOf(): DosingPolicy | undefined {
    if (name === 'thompson') return thompsonPolicy(config, { state, consent: true, settings });
    if (name === 'oracle') return oraclePolicy(person, habit, settings.explored);
    if (name === 'mrt') return studyPolicy('mrt', config);
    if (name === 'pi0') return given ?? rulePolicy(config);
    return name === 'time-ladder' ? rulePolicy(config) : undefined;
  }
  return {
    get policy() {
      return policy;
    },
    player(session, day) {
      if (name === 'static-calm' || name === 'shuffle' || name === 'silence') {
        return fixedPlayer(name, person, stream(person.seed, person.number, 6, session));
      }
      const next = stream(person.seed, person.number, 7, session);
      const restBpm = AROUSAL_BPM * person.restArousal + day.baselineErrorBpm;
      const player = boundaryPlayer(config, policy!, { next, restBpm, restingBpm: person.restingBpm });
      return name === 'time-ladder' ? blind(player) : player;
    },
    after(log) {
      if (name !== 'thompson') return;
      state = learnFromSession(state, log, settings);
      policy = policyOf();
    },
  };
}

/** Without a strap: the engine runs its ladder by time alone. */
const blind = (player: Player): Player => ({
  get sounding() {
    return player.sounding;
  },
  log: player.log,
  hear: (event) => player.hear(event),
  second: (atMs, sight) => player.second(atMs, { ...sight, seen: false }),
});
