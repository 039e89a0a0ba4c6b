import { useEffect, useState } from 'react';
import { useBehavior } from '../kit/use-behavior.ts';
import type { App } from './app-parts.ts';

/** The one live region: a sentence now and then about the session, for people who do not look. */
export function Announcer({ app }: { app: App }) {
  const session = useBehavior(app.sessions.session$);
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
