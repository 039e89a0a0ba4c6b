import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { always } from '../kit/words.ts';
import { session as words } from './words/screens.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { SessionViewModel } from './session-view-model.ts';
import { AfterScreen } from './after-screen.tsx';
import type { App } from '../app/app-parts.ts';
import { HaltedScreen } from './halted-screen.tsx';
import { SessionScreen } from './session-screen.tsx';
import { TodayScreen } from '../app/today-screen.tsx';

/** The session's address shows whatever the session is at; without one it is Today. */
export function SessionRoute({ app }: { app: App }) {
  const session = useBehavior(app.sessions.session$);
  return session ? <Stage key={session.id} app={app} session={session} /> : <TodayScreen app={app} />;
}

function Stage({ app, session }: { app: App; session: SessionViewModel }) {
  const state = useBehavior(session.state$);
  const broken = useBehavior(session.broken$);
  if (broken) return <Broken />;
  switch (state.stage) {
    case 'running':
      return <SessionScreen app={app} session={session} />;
    case 'halted':
      return <HaltedScreen session={session} cause={state.halt ?? 'stop-pressed'} />;
    case 'reflecting':
    case 'ended':
      return <AfterScreen app={app} session={session} />;
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
