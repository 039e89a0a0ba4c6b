import { Button } from '@mantine/core';
import { Link, useLocation } from 'wouter';
import { today } from './words.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { SessionViewModel } from '../session/session-view-model.ts';
import type { App } from './app-parts.ts';
import { PastList } from '../features/past/past-list.tsx';
import { SourceChoice } from '../features/straps/source-choice.tsx';
import { Yours } from './yours.tsx';
import { ActivityCards } from '../activities/activity-cards.tsx';
import { StrapBack } from '../features/straps/strap-back.tsx';

/** Where everything begins: the way out of a craving first, then the daily session, then what was. */
export function TodayScreen({ app }: { app: App }) {
  const [, go] = useLocation();
  const session = useBehavior(app.sessions.session$);
  const past = useBehavior(app.past.sessions$);
  const { unlocked } = useBehavior(app.dosing.record$);
  const latest = past?.[0];
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
            app.sessions.cravingNow();
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
        <StrapBack comeback={app.comeback} onGone={() => go('/session')} />
        {latest?.ended === 'interrupted' && <Interrupted id={latest.id} />}
        <SourceChoice source={app.source} onChosen={() => go('/before')} />
        <ActivityCards host={app.activities} unlocked={unlocked} language="en" />
        <PastList sessions={past} />
        <Yours app={app} />
      </div>
    </div>
  );
}

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

function Interrupted({ id }: { id: string }) {
  return (
    <p className="notice">
      {today.interrupted} <Link href={`/past/${id}`}>{today.see}</Link>
    </p>
  );
}
