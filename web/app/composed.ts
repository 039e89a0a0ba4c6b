import type { ComponentType } from 'react';
import { behavior, type Behavior } from '../kit/behavior.ts';
import { lazily } from '../kit/lazily.tsx';
import type { Feature, Sound, Way } from '../session/feature.ts';
import type { SessionViewModel } from '../session/session-view-model.ts';
import type { Saved } from '../storage/outbox.ts';
import { mounted, type MountedRoute } from './screens.tsx';
import { oneSound } from './sound.ts';

/** All that the frame and the screens are drawn from. */
export interface App {
  /** The first screen is there, the rest of the app is on its way: most addresses lead nowhere yet. */
  readonly isWhole: boolean;
  readonly session$: Behavior<SessionViewModel | undefined>;
  /** The session that is spoken of for people who do not look. */
  readonly announced$: Behavior<SessionViewModel | undefined>;
  readonly saved$: Behavior<Saved>;
  readonly sound: Sound;
  /** "Craving now" was pressed and nothing could play yet. */
  readonly coming$: Behavior<boolean>;
  readonly routes: readonly MountedRoute[];
  readonly notices: readonly ComponentType[];
  readonly panels: readonly ComponentType[];
  readonly ways: readonly Way[];
}

/**
 * The first screen as these features have it. Waits for their panels, so that it is drawn whole.
 *
 * @param coming what is to sound as soon as something can play
 */
export async function firstScreen(features: readonly Feature[], coming: Sound): Promise<App> {
  const panels = features.flatMap(({ today }) => today?.panels ?? []);
  return {
    isWhole: false,
    session$: behavior(undefined),
    announced$: behavior(undefined),
    saved$: behavior<Saved>({ here: 'kept', service: 'nothing-yet' }),
    sound: coming,
    coming$: coming.on$,
    ...broughtBy(features),
    panels: await Promise.all(panels.map((panel) => panel.load())),
  };
}

/** What the app has behind its screens. */
interface Rest extends Pick<App, 'saved$' | 'announced$'> {
  readonly sessions: Pick<App, 'session$'>;
  readonly features: readonly Feature[];
}

/**
 * The app with all its features. What is on the first screen stays: a part made anew would lose what was written in
 * it.
 */
export function wholeApp(first: App, { sessions, announced$, saved$, features }: Rest): App {
  const { routes, notices, panels, ways } = broughtBy(features);
  return {
    isWhole: true,
    session$: sessions.session$,
    announced$,
    saved$,
    sound: oneSound(features.flatMap(({ sound }) => sound ?? [])),
    coming$: behavior(false),
    routes: [...first.routes, ...routes],
    notices: [...first.notices, ...notices],
    panels: [...first.panels, ...panels],
    ways: [...first.ways, ...ways],
  };
}

/** What the features bring, by kind; of one kind in the order of the features. */
const broughtBy = (features: readonly Feature[]) => ({
  routes: mounted(features.flatMap(({ routes = [] }) => routes)),
  notices: features.flatMap(({ today }) => today?.notices ?? []).map(lazily),
  panels: features.flatMap(({ today }) => today?.panels ?? []).map(lazily),
  ways: features.flatMap(({ ways = [] }) => ways),
});
