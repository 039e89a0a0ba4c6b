import type { PolicyContext } from '../policy.ts';
import type { DoseDecision } from '../events.ts';
import type { Meeting } from '../profile.ts';
import type { SessionEvent } from '../../session/signal.ts';

/** One random pick of the policy in a log, with how long its piece played. */
export interface LoggedPick {
  readonly atMs: number;
  readonly untilMs: number;
  readonly context: PolicyContext;
  readonly eligible: readonly string[];
  readonly probabilities: readonly number[];
  /** Place of what was chosen in `eligible`. */
  readonly chosen: number;
  /** Caused by a person's press: logged, but neither learned from nor credited to a policy. */
  readonly override: boolean;
}

/** What lies between two ratings of the person, or between the last and the end. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
  readonly ratings: readonly [before: number, after: number];
}

export interface LoggedSession {
  readonly picks: readonly LoggedPick[];
  readonly stretches: readonly Stretch[];
  readonly log: readonly SessionEvent[];
  /** Absent: the policy did not choose where to meet the person. */
  readonly meeting?: Meeting;
}

const byHand = (reason: DoseDecision['reason']): boolean =>
  reason.startsWith('asked-') || reason === 'too-much' || reason === 'holding-choice-by-hand';

/**
 * The policy's picks in a session, each with the policy's input. A decision that kept the current module was not
 * drawn: it prolongs the pick before it. Silence offers no choice and is not a pick.
 */
export function loggedSession(log: readonly SessionEvent[]): LoggedSession {
  const picks: LoggedPick[] = [];
  const stretches: Stretch[] = [];
  let meeting: Meeting | undefined;
  let rating: { readonly atMs: number; readonly value: number } | undefined;
  for (const event of log) {
    if (event.type === 'session-started') meeting = event.profile.meeting;
    if (event.type === 'rating') {
      if (rating)
        stretches.push({ fromMs: rating.atMs, toMs: event.atMs, ratings: [rating.value, event.value] });
      rating = event;
    }
    if (event.type === 'halt') close(picks, event.atMs);
    if (event.type !== 'decision') continue;
    if (!event.drawn) continue;
    close(picks, event.atMs);
    if (event.family !== 'silence') picks.push(pickOf(event));
  }
  close(picks, log.at(-1)?.atMs ?? 0);
  return { picks, stretches, log, ...(meeting && { meeting }) };
}

const pickOf = (decision: DoseDecision): LoggedPick => {
  const { atMs, module, sounding, arousal, craving, phase, eligible, probabilities, reason } = decision;
  return {
    atMs,
    untilMs: Infinity,
    context: { sounding, arousal, craving, phase },
    eligible,
    probabilities,
    chosen: eligible.indexOf(module),
    override: byHand(reason),
  };
};

function close(picks: LoggedPick[], atMs: number): void {
  const last = picks.at(-1);
  if (last?.untilMs === Infinity) picks[picks.length - 1] = { ...last, untilMs: atMs };
}
