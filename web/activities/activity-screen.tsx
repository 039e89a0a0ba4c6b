import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { HomeLink } from '../kit/home-link.tsx';
import { useBehavior } from '../kit/use-behavior.ts';
import { always } from '../kit/words.ts';
import type { RouteParams } from '../session/feature.ts';
import { session } from '../session/words/screens.ts';
import type { ActivityHost, Visit } from './activity-host.ts';
import { around } from './words.ts';

interface ActivityScreenProps {
  readonly host: ActivityHost;
  readonly id: string;
}

type ActivityRouteProps = Omit<ActivityScreenProps, 'id'> & { readonly params: RouteParams };

/** An activity's address; another activity is another screen. */
export const ActivityRoute = ({ params: { id = '' }, ...props }: ActivityRouteProps) => (
  <ActivityScreen key={id} id={id} {...props} />
);

/** An activity's door, and behind it the activity itself. */
function ActivityScreen({ host, id }: ActivityScreenProps) {
  const visit = useVisit(host, id);
  if (visit === 'coming') return <h1 tabIndex={-1}>…</h1>;
  if (visit) return <Entered {...{ host, visit }} />;
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{around.missing}</h1>
      <div className="actions">
        <HomeLink />
      </div>
    </div>
  );
}

interface EnteredProps {
  readonly host: ActivityHost;
  readonly visit: Visit;
}

function useVisit(host: ActivityHost, id: string): Visit | 'coming' | undefined {
  const [visit, setVisit] = useState<Visit | 'coming' | undefined>('coming');
  const [failure, setFailure] = useState<ErrorOptions>();
  useEffect(() => {
    let entered: Visit | undefined;
    let here = true;
    host.enter(id).then(
      (found) => {
        entered = found;
        if (here) setVisit(found);
        else if (found) host.leave(found);
      },
      (cause: unknown) => here && setFailure({ cause }),
    );
    return () => {
      here = false;
      if (entered) host.leave(entered);
    };
  }, [host, id]);
  // Its code could not be fetched: the screen's error boundary says so.
  if (failure) throw new Error(`the activity ${id} could not be loaded`, failure);
  return visit;
}

function Entered({ host, visit }: EnteredProps) {
  const begun = useBehavior(visit.session$);
  const { Screen } = visit.activity;
  if (!begun) return <Door visit={visit} />;
  return (
    <>
      <Unheard host={host} />
      <Screen model={visit.model} />
    </>
  );
}

/** Says so where the music cannot be heard, and asks for the press that may help. */
function Unheard({ host }: { host: ActivityHost }) {
  const blocked = useBehavior(host.blocked$);
  if (!blocked) return null;
  const interrupted = blocked === 'interrupted';
  return (
    <div className="notice" role="alert">
      <p>{interrupted ? session.soundInterrupted : session.soundBlocked}</p>
      <Button onClick={() => host.unblock()}>{interrupted ? session.soundAgain : session.sound}</Button>
    </div>
  );
}

/** What it is and what it needs. Nothing sounds before the person begins. */
function Door({ visit: { activity, model } }: { visit: Visit }) {
  const { lead, care, begin, evidence } = activity.words;
  const { Opening } = activity;
  const needs = [around.atMost(activity.minutes), ...activity.needs.map((need) => around.needs[need])];
  return (
    <div className="narrow">
      <h1 tabIndex={-1}>{activity.title}</h1>
      <p className="lead">{lead}</p>
      <p>{care}</p>
      <p className="hint">
        {needs.join(' · ')}. {around.keys}
      </p>
      {Opening && <Opening model={model} />}
      <div className="actions">
        {!Opening && (
          <Button size="lg" onClick={() => model.begin()}>
            {begin}
          </Button>
        )}
        <Button size="lg" variant="subtle" component={Link} href="/">
          {always.today}
        </Button>
      </div>
      {evidence && <p className="limits">{evidence}</p>}
    </div>
  );
}
