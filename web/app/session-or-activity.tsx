import { Redirect } from 'wouter';
import { useBehavior } from '../kit/use-behavior.ts';
import { SessionRoute } from '../session/session-route.tsx';
import type { App } from './app-parts.ts';

/** The session under way, at the address of the activity that leads it where one does. */
export function SessionOrActivity({ app }: { app: App }) {
  const leading = useBehavior(app.activities.running$);
  return leading === undefined ? <SessionRoute app={app} /> : <Redirect to={`/do/${leading}`} replace />;
}
