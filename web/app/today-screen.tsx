import { Button } from '@mantine/core';
import { Suspense, type ComponentType } from 'react';
import { Link, useLocation } from 'wouter';
import { today } from './words.ts';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import { useBehavior } from '../kit/use-behavior.ts';
import type { Way } from '../session/feature.ts';
import type { SessionsViewModel } from '../session/sessions-view-model.ts';
import type { SessionViewModel } from '../session/session-view-model.ts';
import './today.css';
import { Yours } from './yours.tsx';

interface TodayProps {
  readonly sessions: Pick<SessionsViewModel, 'session$' | 'cravingNow'>;
  readonly notices: readonly ComponentType[];
  readonly panels: readonly ComponentType[];
  readonly ways: readonly Way[];
}

/** Where everything begins: the way out of a craving first, then what features bring: the daily session, what was. */
export function TodayScreen({ sessions, notices, panels, ways }: TodayProps) {
  const [, go] = useLocation();
  const session = useBehavior(sessions.session$);
  return (
    <div className="today">
      <section className="hero" aria-labelledby="today-title">
        <h1 id="today-title" tabIndex={-1}>
          {today.lead}
        </h1>
        <Button
          className="craving-now"
          size="xl"
          onClick={() => {
            sessions.cravingNow();
            go('/session');
          }}
        >
          {today.craving}
        </Button>
        <p className="hint">{today.cravingHint}</p>
        <p className="limits">{today.limits}</p>
      </section>
      <div className="today-side">
        {session && <UnderWay session={session} />}
        <Brought parts={notices} />
        <Brought parts={panels} />
        <Yours ways={ways} />
      </div>
    </div>
  );
}

/** One that breaks, or whose code does not come, leaves its place empty. */
const Brought = ({ parts }: { parts: readonly ComponentType[] }) => (
  <Suspense fallback={null}>
    {parts.map((One, i) => (
      <ErrorBoundary key={i} instead={null}>
        <One />
      </ErrorBoundary>
    ))}
  </Suspense>
);

/** The way back to a session that goes on while one looks around. */
function UnderWay({ session }: { session: SessionViewModel }) {
  const { stage } = useBehavior(session.state$);
  if (stage === 'ended') return null;
  return (
    <p className="notice">
      <Link href="/session">{today.underWay}</Link>
    </p>
  );
}
