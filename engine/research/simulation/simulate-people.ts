import { engineConfig, type EngineConfig } from '../../config/engine-config.ts';
import type { DosingPolicy } from '../../dosing/policy.ts';
import type { SessionEvent } from '../../session/signal.ts';
import { quarantinedAfter } from '../../dosing/quarantine-watch.ts';
import { addChecks, dosingChecks, type DosingChecks } from './dosing-checks.ts';
import { armOf, ENGINE_ARMS, type ArmName } from './arms.ts';
import { RESPONSE_MODELS, type ResponseModel } from './response-models.ts';
import { drawMeeting } from '../../dosing/meeting.ts';
import { stream } from './streams.ts';
import { sessionDay } from './session-day.ts';
import { sleep } from './virtual-listener.ts';
import { virtualPerson } from './virtual-person.ts';
import { wholeSession, type SessionResult } from './virtual-session.ts';

/** A person under one arm. */
export interface SimulatedPerson {
  readonly number: number;
  readonly model: ResponseModel;
  readonly arm: ArmName;
  readonly results: readonly SessionResult[];
  /** Absent: not led by the engine. */
  readonly checks?: DosingChecks;
}

export interface SimulationPlan {
  readonly sessions: number;
  readonly seed: number;
  readonly protocol?: string;
  readonly config?: EngineConfig;
  /** In place of the rules under the arm `pi0`. */
  readonly policy?: DosingPolicy;
  /** Gets each session's log; empty where the engine does not lead. */
  readonly each?: (log: readonly SessionEvent[], session: number) => void;
}

/** Models go round, so that each has as many people as the next. */
export const modelOf = (number: number, models: readonly ResponseModel[] = RESPONSE_MODELS): ResponseModel =>
  models[number % models.length]!;

/** The same person on the same days, whatever the arm: only what sounds differs. */
export function simulatePerson(
  who: { readonly number: number; readonly model: ResponseModel; readonly arm: ArmName },
  { sessions, seed, protocol = 'craving-session', config = engineConfig(), each, policy }: SimulationPlan,
): SimulatedPerson {
  const person = virtualPerson(seed, who.number, who.model);
  const habit = new Map<string, number>();
  const arm = armOf(who.arm, { person, habit, config, policy });
  let checks: DosingChecks | undefined;
  let quarantined: readonly string[] = [];
  const results = Array.from({ length: sessions }, (_, session) => {
    const day = sessionDay(person, session);
    const meeting = arm.policy && drawMeeting(arm.policy, stream(seed, who.number, 8, session));
    const player = arm.player(session, day);
    const result = wholeSession(
      { person, session, day, habit, protocol, quarantined, meeting },
      player,
      config,
    );
    each?.(player.log, session);
    if (ENGINE_ARMS.includes(who.arm)) {
      const counted = dosingChecks(player.log);
      checks = checks ? addChecks(checks, counted) : counted;
      quarantined = quarantinedAfter(player.log, config);
    }
    arm.after(player.log);
    sleep(person, habit);
    return result;
  });
  return { ...who, results, ...(checks && { checks }) };
}
