import { AROUSAL_ESTIMATORS } from '../../arousal/arousal-estimators.ts';
import { engineConfig } from '../../config/engine-config.ts';
import type { DoseDecision } from '../../dosing/events.ts';
import { stateName } from '../../dosing/learning/learned-state.ts';
import { rulePolicy } from '../../dosing/policies/rule-policy.ts';
import { mean } from '../../maths/statistics.ts';
import { attune, type EngineParts } from '../../pipeline.ts';
import { runThrough } from '../../replay.ts';
import type { InputEvent, SessionEvent } from '../../session/signal.ts';

/** What another policy or estimator would have concluded from the same inputs. */
export interface ReplayComparison {
  readonly own: { readonly policy: string; readonly estimator: string };
  readonly other: { readonly policy: string; readonly estimator: string };
  /** By time; where both decided at once, side by side. */
  readonly decisions: readonly DecisionPair[];
  /** Only with another estimator: how the two estimates compare. */
  readonly arousal?: {
    readonly steps: number;
    /** Steps with an estimate. */
    readonly own: number;
    readonly other: number;
    readonly both: number;
    /** Mean of other less own, and root mean square, where both are given. */
    readonly meanApart?: number;
    readonly rmsApart?: number;
  };
}

interface DecisionPair {
  readonly atS: number;
  readonly same: boolean;
  readonly own?: Decided;
  readonly other?: Decided;
}

export type Decided = Pick<DoseDecision, 'module' | 'level' | 'reason'> & {
  readonly probability: number | undefined;
};

/**
 * Runs the inputs twice: as the engine is, and with other parts in it. Both
 * hear the same; what was played may differ.
 */
export function replayComparison(inputs: readonly InputEvent[], parts: EngineParts): ReplayComparison {
  const [own, other] = [ran(inputs, {}), ran(inputs, parts)];
  const estimators = [AROUSAL_ESTIMATORS[0].id, parts.estimator?.id ?? AROUSAL_ESTIMATORS[0].id] as const;
  const led = policyOf(inputs);
  return {
    own: { policy: led, estimator: estimators[0] },
    other: { policy: parts.policy?.name ?? led, estimator: estimators[1] },
    decisions: pairs(own.decisions, other.decisions, inputs[0]?.atMs ?? 0),
    ...(parts.estimator && { arousal: arousalApart(own.arousal, other.arousal) }),
  };
}

/** The policy that the session brought along. */
function policyOf([start]: readonly InputEvent[]): string {
  const learned = start?.type === 'session-started' ? start.learned : undefined;
  return learned ? stateName(learned) : rulePolicy(engineConfig()).name;
}

interface Run {
  readonly decisions: ReadonlyMap<number, Decided>;
  /** By time; `undefined` while withheld. */
  readonly arousal: ReadonlyMap<number, number | undefined>;
}

function ran(inputs: readonly InputEvent[], parts: EngineParts): Run {
  const decisions = new Map<number, Decided>();
  const arousal = new Map<number, number | undefined>();
  runThrough(inputs, attune(engineConfig(), parts), (event: SessionEvent) => {
    if (event.type === 'arousal') arousal.set(event.atMs, 'value' in event ? event.value : undefined);
    if (event.type === 'decision') decisions.set(event.atMs, decided(event));
  });
  return { decisions, arousal };
}

const decided = ({ module, level, reason, eligible, probabilities }: DoseDecision): Decided => ({
  module,
  level,
  reason,
  probability: probabilities[eligible.indexOf(module)],
});

function pairs(own: Run['decisions'], other: Run['decisions'], startMs: number): readonly DecisionPair[] {
  const times = [...new Set([...own.keys(), ...other.keys()])].sort((a, b) => a - b);
  return times.map((atMs) => {
    const [a, b] = [own.get(atMs), other.get(atMs)];
    return {
      atS: (atMs - startMs) / 1000,
      same: a?.module === b?.module && a?.level === b?.level,
      ...(a && { own: a }),
      ...(b && { other: b }),
    };
  });
}

function arousalApart(own: Run['arousal'], other: Run['arousal']): NonNullable<ReplayComparison['arousal']> {
  const given = (run: Run['arousal']) => [...run.values()].filter((value) => value !== undefined).length;
  const apart = [...own].flatMap(([atMs, value]) => {
    const another = other.get(atMs);
    return value === undefined || another === undefined ? [] : [another - value];
  });
  return {
    steps: own.size,
    own: given(own),
    other: given(other),
    both: apart.length,
    ...(apart.length > 0 && {
      meanApart: mean(apart),
      rmsApart: Math.sqrt(mean(apart.map((one) => one * one))),
    }),
  };
}
