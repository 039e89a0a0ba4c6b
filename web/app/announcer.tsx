import { useEffect, useState } from 'react';
import { useBehavior } from '../kit/use-behavior.ts';
import type { Behavior } from '../kit/behavior.ts';
import type { SessionViewModel } from '../session/session-view-model.ts';

/** The one live region: a sentence now and then about the session, for people who do not look. */
export function Announcer({ session$ }: { session$: Behavior<SessionViewModel | undefined> }) {
  const session = useBehavior(session$);
  const [sentence, setSentence] = useState('');
  useEffect(() => {
    const subscription = session?.announcements$.subscribe(setSentence);
    return () => subscription?.unsubscribe();
  }, [session]);
  return (
    <p className="visually-hidden" role="status" aria-live="polite">
      {sentence}
    </p>
  );
}
