import { expect, test } from '@playwright/test';
import { recordingFile } from '../../cli/recording-file.ts';
import { sessionOf } from '../../cli/replay-session.ts';
import {
  freshState,
  learnFromSession,
  protocolOf,
  replayLog,
  type LearnedState,
  type SessionEvent,
} from '../../engine/index.ts';
import { simulatePerson } from '../../engine/research/index.ts';
import { replayInPage } from './support/replay-in-page.ts';

/** What twelve sessions of a virtual person taught. */
function taught(): LearnedState {
  let state = freshState();
  const each = (log: readonly SessionEvent[]) => void (state = learnFromSession(state, log));
  simulatePerson({ number: 3, model: 'taste', arm: 'pi0' }, { sessions: 12, seed: 1, each });
  return state;
}

const text = (events: readonly SessionEvent[]): string =>
  events.map((event) => `${JSON.stringify(event)}\n`).join('');

// What the rules decide is held to the same bytes at the end of every session with a strap: support/log-checks.ts.
test('a learned policy decides the same, to the byte, in Node and in a browser', async ({ browser }) => {
  const recording = await recordingFile('fixtures/recorded-heart.csv');
  const [start, ...rest] = sessionOf(recording, { protocol: protocolOf('craving-session'), seed: 4 });
  if (start?.type !== 'session-started') throw new Error('no start');
  const profile = { ...start.profile, meeting: { below: 1, probabilities: [0.3, 0.4, 0.3] } } as const;
  const inputs = [{ ...start, profile, learned: taught() }, ...rest].map((event, seq) => ({ seq, ...event }));

  const here = replayLog(inputs);
  const policies = here.flatMap((event) => (event.type === 'decision' && event.drawn ? [event.policy] : []));
  expect(policies.length).toBeGreaterThan(1);
  for (const policy of policies) expect(policy).toMatch(/^thompson@1:/);
  expect(await replayInPage(browser, text(inputs))).toBe(text(here));
});
