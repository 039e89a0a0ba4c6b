import type { SessionEvent } from '../../session/signal.ts';
import { centredRow } from './decision-features.ts';
import type { LearnedState } from './learned-state.ts';
import { sealed, withObservation } from './learned-state.ts';
import { learningSettings, type LearningSettings } from './learning-settings.ts';
import { loggedSession } from './logged-session.ts';
import { reward } from './reward.ts';

/**
 * The learned state, updated from a finished session: one observation for each stretch between two ratings whose
 * signal was good enough. Between sessions only; a session's policy never changes under way.
 *
 * The reward of a session is mainly craving (`reward`); the effect of a piece is mostly learned from the estimate,
 * since two ratings are too coarse for that.
 *
 * @param log of a whole session; one without two ratings, or without a strap, teaches nothing
 */
export function learnFromSession(
  state: LearnedState,
  log: readonly SessionEvent[],
  settings: LearningSettings = learningSettings(),
): LearnedState {
  const session = loggedSession(log);
  const { hash: _, ...before } = state;
  const taught = { ...settings, arousalPoints: settings.arousalPoints + settings.arousalEvidence };
  const learned = session.stretches.reduce<Omit<LearnedState, 'hash'>>((known, stretch) => {
    const row = centredRow(session, stretch);
    const gained = row && reward(log, stretch, taught);
    return gained === undefined ? known : withObservation(known, row!, gained);
  }, before);
  return sealed({ ...learned, sessions: state.sessions + 1 });
}
