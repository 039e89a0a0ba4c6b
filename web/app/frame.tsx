import { Button } from '@mantine/core';
import { useRef, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { always } from '../kit/words.ts';
import { savedText } from './saved-words.ts';
import { ErrorBoundary } from '../kit/error-boundary.tsx';
import { useBehavior } from '../kit/use-behavior.ts';
import { Announcer } from './announcer.tsx';
import type { App } from './composed.ts';
import { SectionNav } from './section-nav.tsx';
import { sectionOf } from './section-of.ts';
import { useStopKeys } from './use-stop-keys.ts';

interface FrameProps {
  readonly app: Pick<App, 'announced$' | 'sound' | 'saved$' | 'ways'>;
  readonly cravingNow: () => void;
  readonly children: ReactNode;
}

/** What every screen has: the way home, "Craving now", Stop while something sounds, "Help now". */
export function Frame({ app, cravingNow, children }: FrameProps) {
  const { announced$, sound, saved$, ways } = app;
  const [location] = useLocation();
  const sounding = useBehavior(sound.on$);
  const content = useRef<HTMLElement>(null);
  useStopKeys(sounding, () => sound.stop());
  return (
    <div className="frame" data-sounding={sounding}>
      <a className="skip-link" href="#content" onClick={(event) => skipTo(event, content.current)}>
        {always.skip}
      </a>
      <header className="top">
        <Link href="/" className="wordmark" aria-label={always.home}>
          Attune
        </Link>
        <ErrorBoundary instead={null}>
          <SavedLine saved$={saved$} />
        </ErrorBoundary>
      </header>
      <nav className="always" aria-label={always.title}>
        {(location !== '/' || sounding) && (
          <Button className="always-craving" variant="default" onClick={cravingNow}>
            {always.craving}
          </Button>
        )}
        {sounding && (
          <Button className="always-stop" onClick={() => sound.stop()} data-testid="stop">
            {always.stop}
          </Button>
        )}
        <Button className="always-help" component={Link} href="/help" variant="outline">
          {always.help}
        </Button>
      </nav>
      <SectionNav here={location === '/more' ? 'more' : sectionOf(location, ways)} />
      <main className="content" id="content" ref={content} tabIndex={-1}>
        <ErrorBoundary key={location}>{children}</ErrorBoundary>
      </main>
      <ErrorBoundary instead={null}>
        <Announcer session$={announced$} />
      </ErrorBoundary>
    </div>
  );
}

function SavedLine({ saved$ }: Pick<App, 'saved$'>) {
  const saved = useBehavior(saved$);
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
