import { Button } from '@mantine/core';
import { Suspense, type ComponentType } from 'react';
import { Link } from 'wouter';
import { today } from './words.ts';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import { useBehavior } from '../kit/use-behavior.ts';
import type { Way } from '../session/feature.ts';
import type { SessionViewModel } from '../session/session-view-model.ts';
import type { App } from './composed.ts';
import './today.css';
import { WayList } from './way-list.tsx';

interface TodayProps {
  readonly app: Pick<App, 'session$' | 'coming$' | 'notices' | 'panels' | 'ways'>;
  readonly cravingNow: () => void;
}

/** Where everything begins: the way out of a craving first, then what features bring: the daily session, what was. */
export function TodayScreen({ app, cravingNow }: TodayProps) {
  const session = useBehavior(app.session$);
  const coming = useBehavior(app.coming$);
  return (
    <div className="today">
      <section className="hero" aria-labelledby="today-title">
        <h1 id="today-title" tabIndex={-1}>
          {today.lead}
        </h1>
        <Button className="craving-now" size="xl" onClick={cravingNow} aria-busy={coming}>
          {today.craving}
        </Button>
        <p className="hint">{today.cravingHint}</p>
        <p className="limits">{today.limits}</p>
      </section>
      <div className="today-side">
        {session && <UnderWay session={session} />}
        <Brought parts={app.notices} />
        <Brought parts={app.panels} />
        <AlsoHere ways={app.ways.filter(({ section }) => section === 'today')} />
      </div>
      <p className="coming" role="status">
        {coming && today.coming}
      </p>
    </div>
  );
}

/** What can be done at once besides a session. */
const AlsoHere = ({ ways }: { ways: readonly Way[] }) =>
  ways.length > 0 && (
    <section className="panel" aria-labelledby="also-title">
      <h2 id="also-title">{today.alsoHere}</h2>
      <WayList ways={ways} />
    </section>
  );

/** One that breaks, or whose code does not come, leaves its place empty; none waits for another. */
const Brought = ({ parts }: { parts: readonly ComponentType[] }) =>
  parts.map((One, i) => (
    <ErrorBoundary key={i} instead={null}>
      <Suspense fallback={null}>
        <One />
      </Suspense>
    </ErrorBoundary>
  ));

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
