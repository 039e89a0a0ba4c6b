import { engineConfig } from '../../config/engine-config.ts';
import { ENGINE_ARMS, type ArmName } from './arms.ts';
import { effectSize, type EffectSize } from './calibrate.ts';
import { addChecks, type DosingChecks } from './dosing-checks.ts';
import { WORKING_MODELS, type ResponseModel } from './response-models.ts';
import { modelOf, simulatePerson, type SimulatedPerson } from './simulate-people.ts';
import type { SessionEvent } from '../../session/signal.ts';
import { armRows, contrastRows, type ArmRow, type ContrastRow } from './people-figures.ts';
import { regretOf, type Regret } from './regret.ts';

export interface SimulationSettings {
  readonly people: number;
  readonly sessions: number;
  readonly arms: readonly ArmName[];
  readonly seed: number;
}

/** Everything that `attune simulate` says. */
export interface Simulation extends SimulationSettings {
  readonly rows: readonly ArmRow[];
  /** The engine's arms against what people do without it, and the learner against the rules. */
  readonly contrasts: readonly ContrastRow[];
  readonly checks: readonly (DosingChecks & { readonly arm: ArmName })[];
  /** A quiet piece throughout against silence, as trials measure it. */
  readonly effects: readonly (EffectSize & { readonly model: ResponseModel })[];
  readonly regret?: Regret;
}

export interface SimulationHooks {
  /** After each person under each arm: how many of these are done. */
  readonly done?: (count: number) => void;
  readonly log?: (
    log: readonly SessionEvent[],
    at: { readonly arm: ArmName; readonly person: number; readonly session: number },
  ) => void;
}

const COMPARATORS: readonly ArmName[] = ['static-calm', 'shuffle', 'time-ladder'];
/** Enough for d to be out by less than 0.1. */
const EFFECT_PEOPLE = 1000;

export function simulation(settings: SimulationSettings, { done, log }: SimulationHooks = {}): Simulation {
  const { people: count, arms, sessions, seed } = settings;
  const people: SimulatedPerson[] = [];
  for (let number = 0; number < count; number++) {
    for (const arm of arms) {
      const each = (events: readonly SessionEvent[], session: number) =>
        log?.(events, { arm, person: number, session });
      people.push(simulatePerson({ number, model: modelOf(number), arm }, { sessions, seed, each }));
      done?.(people.length);
    }
  }
  const led = arms.filter((arm) => ENGINE_ARMS.includes(arm));
  const regret = regretOf(people, seed);
  return {
    ...settings,
    rows: armRows(people, arms),
    contrasts: (['pi0', 'thompson'] as const)
      .filter((arm) => arms.includes(arm))
      .flatMap((arm) => {
        const against = [...COMPARATORS, ...(arm === 'thompson' ? (['pi0'] as const) : [])];
        return contrastRows(
          people,
          arm,
          against.filter((other) => arms.includes(other)),
        );
      }),
    checks: led.map((arm) => ({
      arm,
      ...people.flatMap((one) => (one.arm === arm && one.checks ? [one.checks] : [])).reduce(addChecks),
    })),
    effects: [...WORKING_MODELS, 'nothing' as const, 'harm' as const].map((model) => ({
      model,
      ...effectSize(model, { people: Math.min(EFFECT_PEOPLE, count), seed: seed + 1 }, engineConfig()),
    })),
    ...(regret && { regret }),
  };
}
