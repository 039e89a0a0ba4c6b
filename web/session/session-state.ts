import type {
  ArousalEstimated,
  CravingForecastTold,
  CravingPrompted,
  DoseDecision,
  DosingHalted,
  PacerSet,
  SensorState,
  SessionEnded,
  SessionEvent,
  SessionStarted,
} from '../../engine/index.ts';
import { atPace, guideFrom, type BreathGuide } from '../audio/breath-guide.ts';

import { ownTitlesOf, type OwnTitles } from './own-titles.ts';

/** Where the session stands, as the latest events have it. */
export interface SessionState {
  /**
   * `halted`: quiet, and may go on. `reflecting`: the music is over and the person may rate again; nothing else is
   * asked of them.
   */
  readonly stage: 'running' | 'halted' | 'reflecting' | 'ended';
  readonly halt?: DosingHalted['cause'];
  readonly ended?: SessionEnded['reason'];
  readonly start?: SessionStarted;
  readonly phase?: string;
  readonly goal?: string;
  readonly sensor?: SensorState;
  readonly arousal?: ArousalEstimated;
  readonly decision?: DoseDecision;
  readonly decisions: readonly DoseDecision[];
  /** Which way the level aimed at went when it last moved; absent: it has not moved yet. */
  readonly course?: Course;
  readonly correctedShare?: number;
  /** The breathing guide; absent: it is off. */
  readonly pacer?: BreathGuide;
  readonly phaseEndsAtMs?: number;
  readonly marks: number;
  /** Absent: no own music. */
  readonly ownTitles?: OwnTitles;
  /** Craving, tier 1: only with the person's consent. */
  readonly forecast?: CravingForecastTold;
  /** A question that waits for its answer. */
  readonly prompt?: CravingPrompted;
}

export type Course = 'up' | 'down';

export const OPENING_STATE: SessionState = { stage: 'running', marks: 0, decisions: [] };

/** The person has stopped and does not go on: no event of the log, only of the screens. */
export interface Leaving {
  readonly type: 'leaving';
}

/** The drawer shows no more than these. */
const DECISIONS_KEPT = 5;

/** The state after one more event; the same object where the event changes nothing of it. */
export function stateAfter(state: SessionState, event: SessionEvent | Leaving): SessionState {
  switch (event.type) {
    case 'leaving':
      return { ...state, stage: 'reflecting' };
    case 'session-started':
      return {
        ...state,
        start: event,
        ...(event.profile.ownTracks?.length && { ownTitles: ownTitlesOf(event) }),
      };
    case 'phase':
      return { ...state, phase: event.phase, goal: event.goal, phaseEndsAtMs: event.endsAtMs };
    case 'sensor':
      return { ...state, sensor: event.state };
    case 'arousal':
      return { ...state, arousal: event };
    case 'hrv':
      return { ...state, correctedShare: event.corrected };
    case 'decision':
      return decided(state, event);
    case 'pacer':
      return withPacer(state, event);
    case 'mark':
      return { ...state, marks: state.marks + 1 };
    case 'halt':
      return state.stage === 'ended'
        ? state
        : { ...state, stage: event.cause === 'session-over' ? 'reflecting' : 'halted', halt: event.cause };
    case 'craving-forecast':
      return { ...state, forecast: event };
    case 'craving-prompt':
      return { ...state, prompt: event };
    case 'prompt-answer':
      return answered(state);
    case 'session-ended':
      return { ...state, stage: 'ended', ended: event.reason };
    case 'activity':
    case 'baseline':
    case 'baseline-set':
    case 'beat-class':
    case 'clock-offset':
    case 'craving':
    case 'craving-label':
    case 'crossfade':
    case 'frame':
    case 'gap':
    case 'intervals':
    case 'learning-stopped':
    case 'packet':
    case 'press':
    case 'rating':
    case 'tag':
      return state;
    default:
      event satisfies never;
      return state;
  }
}

/** Dosing goes on: a halt before it is over. */
function decided(state: SessionState, decision: DoseDecision): SessionState {
  return {
    ...resumed(state),
    ...moved(state.decision, decision),
    decision,
    decisions: [decision, ...state.decisions].slice(0, DECISIONS_KEPT),
  };
}

function moved(from: DoseDecision | undefined, to: DoseDecision): { course?: Course } {
  if (!from || from.targetRung === to.targetRung) return {};
  return { course: to.targetRung > from.targetRung ? 'up' : 'down' };
}

function resumed({ halt: _, ...state }: SessionState): SessionState {
  return { ...state, stage: state.stage === 'ended' ? 'ended' : 'running' };
}

const answered = ({ prompt: _, ...state }: SessionState): SessionState => state;

/** A guide that is on goes on in the same breath at the new pace. */
function withPacer({ pacer, ...state }: SessionState, { atMs, breathsPerMinute }: PacerSet): SessionState {
  if (breathsPerMinute === undefined) return state;
  const next = pacer ? atPace(pacer, breathsPerMinute, atMs) : guideFrom(atMs, breathsPerMinute);
  return { ...state, pacer: next };
}
