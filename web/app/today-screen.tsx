import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { today } from './words.ts';
import { greeting } from '../kit/greeting.ts';
import { Brought } from './brought.tsx';
import { useBehavior } from '../kit/use-behavior.ts';
import type { Way } from '../session/feature.ts';
import type { SessionViewModel } from '../session/session-view-model.ts';
import type { App } from './composed.ts';
import './today.css';
import { WayList } from './way-list.tsx';

interface TodayProps {
  readonly app: Pick<App, 'session$' | 'coming$' | 'notices' | 'panels' | 'ways' | 'waits$' | 'next$'>;
  readonly cravingNow: () => void;
}

/** Where everything begins: the way out of a craving first, then the one thing that is next, then what waits. */
export function TodayScreen({ app, cravingNow }: TodayProps) {
  const session = useBehavior(app.session$);
  const coming = useBehavior(app.coming$);
  return (
    <div className="today">
      <section className="hero" aria-labelledby="today-title">
        <h1 id="today-title" tabIndex={-1}>
          {greeting}
        </h1>
        <Button className="craving-now" size="xl" onClick={cravingNow} aria-busy={coming}>
          {today.craving}
        </Button>
        <p className="hint">{today.cravingHint}</p>
        <p className="limits">
          {today.lead} {today.limits}
        </p>
      </section>
      <div className="today-side">
        {session && <UnderWay session={session} />}
        <Brought parts={app.notices} />
        <NextCard next$={app.next$} />
        <Brought parts={app.panels.today ?? []} />
        <Waits waits$={app.waits$} />
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

/** The one thing that is next, with one press to begin it. */
function NextCard({ next$ }: Pick<App, 'next$'>) {
  const { title, line, begin, to } = useBehavior(next$) ?? { ...today.next, to: '/start' };
  return (
    <section className="panel next" aria-labelledby="next-title">
      <h2 id="next-title">{title}</h2>
      <p className="hint">{line}</p>
      <Button size="lg" component={Link} href={to}>
        {begin}
      </Button>
    </section>
  );
}

/** What was begun and may be taken up again. */
function Waits({ waits$ }: Pick<App, 'waits$'>) {
  const waits = useBehavior(waits$);
  if (waits.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="waits-title">
      <h2 id="waits-title">{today.waits}</h2>
      <ul className="waits">
        {waits.map(({ to, line }) => (
          <li key={to}>
            <Link href={to}>{line}</Link>
          </li>
        ))}
      </ul>
    </section>
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
