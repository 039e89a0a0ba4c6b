import { stream, within } from './streams.ts';
import type { VirtualPerson } from './virtual-person.ts';

export interface Span {
  readonly fromS: number;
  readonly toS: number;
}

/** What a day brings to a session, whatever is played in it. */
export interface SessionDay {
  readonly startArousal: number;
  readonly startCraving: number;
  /** Getting up, fetching something. */
  readonly movement: Span | undefined;
  /** The strap sees nothing. */
  readonly fault: Span | undefined;
  /** The strap stays in the drawer. */
  readonly strap: boolean;
  /** How far the known resting heart rate is out, 1/min. */
  readonly baselineErrorBpm: number;
}

/**
 * Seconds that a virtual session is followed for, whatever leads it: the shortest that the craving session can be,
 * so that nobody's music ends before the others'.
 */
export const SESSION_S = 600;

const BAD_DAY_SHARE = 0.15;
const MOVEMENT_SHARE = 0.15;
const FAULT_SHARE = 0.1;
const NO_STRAP_SHARE = 0.03;

export function sessionDay(person: VirtualPerson, session: number): SessionDay {
  const next = stream(person.seed, person.number, 2, session);
  const bad = next() < BAD_DAY_SHARE;
  const mood = within(next, { mean: 0, sd: 1 });
  const span = (share: number, [least, most]: readonly [number, number]): Span | undefined => {
    const [happens, fromS, lengthS] = [
      next() < share,
      30 + next() * (SESSION_S - 200),
      least + next() * (most - least),
    ];
    return happens ? { fromS, toS: fromS + lengthS } : undefined;
  };
  return {
    startArousal: Math.max(
      person.restArousal + 0.03,
      person.restArousal + person.startArousal + 0.08 * mood + (bad ? 0.12 : 0),
    ),
    startCraving: Math.min(
      98,
      Math.max(10, person.cravingStart + 5 * mood + within(next, { mean: 0, sd: 8 }) + (bad ? 15 : 0)),
    ),
    movement: span(MOVEMENT_SHARE, [20, 60]),
    fault: span(FAULT_SHARE, [20, 120]),
    strap: next() >= NO_STRAP_SHARE,
    baselineErrorBpm: within(next, { mean: 0, sd: 1.5 }),
  };
}
