import { Button } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { music as musicWords } from '../features/music/words.ts';
import { always } from '../kit/words.ts';
import { savedText } from './saved-words.ts';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import { useBehavior } from '../kit/use-behavior.ts';
import { Announcer } from './announcer.tsx';
import type { App } from './app-parts.ts';
import { useStopKeys } from './use-stop-keys.ts';

/** What every screen has: the way home, "Craving now", Stop while something sounds, "Help now". */
export function Frame({ app, children }: { app: App; children: ReactNode }) {
  const [location, go] = useLocation();
  const inSession = useBehavior(app.sessions.sounding$);
  const heard = useBehavior(app.music.audition.heard$);
  const sounding = inSession || heard !== undefined;
  const stop = (): void => (inSession ? app.sessions.stop() : app.music.audition.stop());
  const content = useRef<HTMLElement>(null);
  useStopKeys(sounding, stop);
  useEffect(() => {
    // A new screen is read from its heading on, and starts at its top.
    content.current?.querySelector('h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [location]);
  const cravingNow = (): void => {
    app.sessions.cravingNow();
    go('/session');
  };
  return (
    <div className="frame" data-sounding={sounding}>
      <a className="skip-link" href="#content" onClick={(event) => skipTo(event, content.current)}>
        {always.skip}
      </a>
      <header className="top">
        <Link href="/" className="wordmark" aria-label={always.home}>
          Attune
        </Link>
        <Link href="/music" className="top-link">
          {musicWords.link}
        </Link>
        <ErrorBoundary instead={null}>
          <SavedLine app={app} />
        </ErrorBoundary>
      </header>
      <nav className="always" aria-label="Always here">
        {(location !== '/' || sounding) && (
          <Button className="always-craving" variant="default" onClick={cravingNow}>
            {always.craving}
          </Button>
        )}
        {sounding && (
          <Button className="always-stop" onClick={stop} data-testid="stop">
            {always.stop}
          </Button>
        )}
        <Button className="always-help" component={Link} href="/help" variant="outline">
          {always.help}
        </Button>
      </nav>
      <main className="content" id="content" ref={content} tabIndex={-1}>
        <ErrorBoundary key={location}>{children}</ErrorBoundary>
      </main>
      <ErrorBoundary instead={null}>
        <Announcer app={app} />
      </ErrorBoundary>
    </div>
  );
}

function SavedLine({ app }: { app: App }) {
  const saved = useBehavior(app.saved$);
  const trouble = saved.here !== 'kept';
  return (
    <p
      className={trouble ? 'saved saved-trouble' : 'saved'}
      role={trouble ? 'alert' : undefined}
      data-testid="saved"
    >
      {savedText(saved)}
    </p>
  );
}

/** The hash is the address of a screen here, so a fragment link moves the focus by hand. */
function skipTo(event: React.MouseEvent, target: HTMLElement | null): void {
  event.preventDefault();
  target?.focus();
}
