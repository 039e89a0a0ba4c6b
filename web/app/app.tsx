import { MantineProvider } from '@mantine/core';
import { Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { mantineVariables, theme } from '../kit/theme.ts';
import type { App } from './app-parts.ts';
import { BeforeScreen } from '../session/before-screen.tsx';
import { Frame } from './frame.tsx';
import { ActivityScreen } from '../activities/activity-screen.tsx';
import { SessionOrActivity } from './session-or-activity.tsx';
import { GroupScreen } from '../features/group/group-screen.tsx';
import { HelpScreen } from '../features/help/help-screen.tsx';
import { LearningScreen } from '../features/craving/learning-screen.tsx';
import { MusicScreen } from '../features/music/music-screen.tsx';
import { PastScreen } from '../features/past/past-screen.tsx';
import { RestScreen } from '../features/rest/rest-screen.tsx';
import { TodayScreen } from './today-screen.tsx';
import { DosingScreen } from '../features/dosing/dosing-screen.tsx';

/** Every screen inside the frame that is always there. Addresses are in the hash, so that any file server will do. */
export function AppView({ app }: { app: App }) {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={mantineVariables}>
      <Router hook={useHashLocation}>
        <Frame app={app}>
          <Switch>
            <Route path="/before">
              <BeforeScreen app={app} />
            </Route>
            <Route path="/session">
              <SessionOrActivity app={app} />
            </Route>
            <Route path="/do/:id">
              {({ id }) => <ActivityScreen key={id} host={app.activities} id={id} language="en" />}
            </Route>
            <Route path="/past/:id">{({ id }) => <PastScreen app={app} id={id} />}</Route>
            <Route path="/learning">
              <LearningScreen app={app} />
            </Route>
            <Route path="/rest">
              <RestScreen app={app} />
            </Route>
            <Route path="/group">
              <GroupScreen group={app.group} />
            </Route>
            <Route path="/dosing">
              <DosingScreen app={app} />
            </Route>
            <Route path="/music">
              <MusicScreen app={app} />
            </Route>
            <Route path="/help">
              <HelpScreen contact={app.contact} />
            </Route>
            <Route>
              <TodayScreen app={app} />
            </Route>
          </Switch>
        </Frame>
      </Router>
    </MantineProvider>
  );
}
