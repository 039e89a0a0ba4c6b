import { MantineProvider } from '@mantine/core';
import { use } from 'react';
import { Router, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Behavior } from '../kit/behavior.ts';
import { mantineVariables, theme } from '../kit/theme.ts';
import { useBehavior } from '../kit/use-behavior.ts';
import type { App } from './composed.ts';
import { Frame } from './frame.tsx';
import { MoreScreen } from './more-screen.tsx';
import { SectionScreen } from './section-screen.tsx';
import { addressOf, sectionOf } from './section-of.ts';
import { WayList } from './way-list.tsx';
import { Screens } from './screens.tsx';
import { TodayScreen } from './today-screen.tsx';
import { today } from './words.ts';

export interface AppProps {
  /** The first screen, then the whole of it. */
  readonly app$: Behavior<App>;
  /** Settles when it is whole. */
  readonly whole: Promise<unknown>;
  readonly failed$: Behavior<boolean>;
  readonly cravingNow: () => void;
}

/** Every screen inside the frame that is always there. Addresses are in the hash, so that any file server will do. */
export function AppView({ app$, whole, failed$, cravingNow }: AppProps) {
  const app = useBehavior(app$);
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={mantineVariables}>
      <Router hook={useHashLocation}>
        <Frame app={app} cravingNow={cravingNow}>
          <Screens
            routes={app.routes}
            otherwise={<Otherwise app={app} whole={whole} cravingNow={cravingNow} />}
          />
          <AlsoInSection app={app} />
        </Frame>
        <Failed failed$={failed$} />
      </Router>
    </MantineProvider>
  );
}

/** Below a section's own screen, where it has one: the other ways of that section. */
function AlsoInSection({ app }: { readonly app: App }) {
  const [location] = useLocation();
  const section = sectionOf(location, []);
  if (addressOf(section ?? 'today') !== location || !app.routes.some(({ path }) => path === location))
    return null;
  const ways = app.ways.filter((way) => way.section === section && way.to !== location);
  return (
    ways.length > 0 && (
      <section className="section-more-ways">
        <WayList ways={ways} />
      </section>
    )
  );
}

/** Today, at every address that leads nowhere else; those that may lead elsewhere wait until that is known. */
function Otherwise({ app, whole, cravingNow }: { app: App } & Pick<AppProps, 'whole' | 'cravingNow'>) {
  const [location] = useLocation();
  const section = sectionOf(location, []);
  if (location === '/more') return <MoreScreen />;
  if (!app.isWhole && !TODAY.has(location)) use(whole);
  if (section && section !== 'today') return <SectionScreen section={section} app={app} />;
  return <TodayScreen app={app} cravingNow={cravingNow} />;
}

/** The session's address is Today's while there is no session. */
const TODAY = new Set(['/', '/session']);

function Failed({ failed$ }: Pick<AppProps, 'failed$'>) {
  return (
    useBehavior(failed$) && (
      <p className="not-loaded" role="alert">
        {today.failed}
      </p>
    )
  );
}
