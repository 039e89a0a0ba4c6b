import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Behavior } from '../kit/behavior.ts';
import { lazily } from '../kit/lazily.tsx';
import { mantineVariables, theme } from '../kit/theme.ts';
import type { Feature } from '../session/feature.ts';
import type { SessionsViewModel } from '../session/sessions-view-model.ts';
import type { Saved } from '../storage/outbox.ts';
import { Frame } from './frame.tsx';
import { mounted, Screens } from './screens.tsx';
import { oneSound } from './sound.ts';
import { TodayScreen } from './today-screen.tsx';

export interface AppProps {
  readonly sessions: SessionsViewModel;
  readonly saved$: Behavior<Saved>;
  /** Where several bring the same kind of thing, in this order. */
  readonly features: readonly Feature[];
}

/** Every screen inside the frame that is always there. Addresses are in the hash, so that any file server will do. */
export function AppView({ sessions, saved$, features }: AppProps) {
  const [brought] = useState(() => composed(features));
  const { routes, sound, links, ...today } = brought;
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" cssVariablesResolver={mantineVariables}>
      <Router hook={useHashLocation}>
        <Frame sessions={sessions} sound={sound} saved$={saved$} links={links}>
          <Screens routes={routes} otherwise={<TodayScreen sessions={sessions} {...today} />} />
        </Frame>
      </Router>
    </MantineProvider>
  );
}

/** What the features bring, by kind. Once for the life of the page: a part made anew would lose what was written in it. */
const composed = (features: readonly Feature[]) => ({
  routes: mounted(features.flatMap(({ routes = [] }) => routes)),
  sound: oneSound(features.flatMap(({ sound }) => sound ?? [])),
  links: features.flatMap(({ top = [] }) => top),
  notices: features.flatMap(({ today }) => today?.notices ?? []).map(lazily),
  panels: features.flatMap(({ today }) => today?.panels ?? []).map(lazily),
  ways: features.flatMap(({ yours = [] }) => yours),
});
