import { Redirect } from 'wouter';
import type { Behavior } from '../kit/behavior.ts';
import { useBehavior } from '../kit/use-behavior.ts';

/** To the activity that leads the session under way. */
export function LedSession({ running$ }: { running$: Behavior<string | undefined> }) {
  const id = useBehavior(running$);
  return id !== undefined && <Redirect to={`/do/${id}`} replace />;
}
