import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { always } from '../kit/words.ts';
import { session as words } from './words/screens.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { SessionViewModel } from './session-view-model.ts';
import { AfterScreen } from './after-screen.tsx';
import { HaltedScreen } from './halted-screen.tsx';
import { SessionScreen } from './session-screen.tsx';
import './session.css';
import type { SessionsViewModel } from './sessions-view-model.ts';
import type { FilledSlots } from './slots.ts';

interface SessionRouteProps {
  readonly sessions: SessionsViewModel;
  readonly slots: FilledSlots;
}

/** The session's address shows whatever the session is at. */
export function SessionRoute({ sessions, slots }: SessionRouteProps) {
  const session = useBehavior(sessions.session$);
  return session && <Stage key={session.id} sessions={sessions} session={session} slots={slots} />;
}

function Stage({ sessions, session, slots }: SessionRouteProps & { session: SessionViewModel }) {
  const state = useBehavior(session.state$);
  const broken = useBehavior(session.broken$);
  if (broken) return <Broken />;
  switch (state.stage) {
    case 'running':
      return <SessionScreen session={session} sound={sessions} slots={slots} />;
    case 'halted':
      return <HaltedScreen session={session} cause={state.halt ?? 'stop-pressed'} />;
    case 'reflecting':
    case 'ended':
      return <AfterScreen session={session} slots={slots} />;
  }
}

function Broken() {
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{words.stoppedByFault}</h1>
      <p role="alert">{words.broken}</p>
      <Button component={Link} href="/">
        {always.home}
      </Button>
    </div>
  );
}
