import type { ComponentType } from 'react';
import { combineLatest, map } from 'rxjs';
import { behavior, keepLatest, type Behavior } from '../kit/behavior.ts';
import { lazily } from '../kit/lazily.tsx';
import { SECTIONS, type Section } from '../kit/sections.ts';
import type { Feature, NextStep, Sound, Waiting, Way } from '../session/feature.ts';
import type { SessionViewModel } from '../session/session-view-model.ts';
import type { Saved } from '../storage/outbox.ts';
import { mounted, type MountedRoute } from './screens.tsx';
import { oneSound } from './sound.ts';

/** What features put on the screens of the sections. */
export type Panels = Readonly<Partial<Record<Section, readonly ComponentType[]>>>;

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
  readonly panels: Panels;
  readonly waits$: Behavior<readonly Waiting[]>;
  /** What is next; of several features' the last one's. Absent: a session. */
  readonly next$: Behavior<NextStep | undefined>;
  readonly ways: readonly Way[];
}

/**
 * The first screen as these features have it. Waits for their panels, so that it is drawn whole.
 *
 * @param coming what is to sound as soon as something can play
 */
export async function firstScreen(features: readonly Feature[], coming: Sound): Promise<App> {
  const brought = broughtBy(features);
  const panels = features.flatMap(({ panels }) => panels?.today ?? []);
  return {
    isWhole: false,
    session$: behavior(undefined),
    announced$: behavior(undefined),
    saved$: behavior<Saved>({ here: 'kept', service: 'nothing-yet' }),
    sound: coming,
    coming$: coming.on$,
    ...brought,
    panels: { ...brought.panels, today: await Promise.all(panels.map((panel) => panel.load())) },
    waits$: behavior([]),
    next$: behavior(undefined),
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
    panels: Object.fromEntries(
      SECTIONS.map((section) => [section, [...(first.panels[section] ?? []), ...(panels[section] ?? [])]]),
    ),
    waits$: keepLatest(
      combineLatest(features.flatMap(({ waits$ = [] }) => waits$)).pipe(map((each) => each.flat())),
      [],
    ),
    next$: keepLatest(
      combineLatest(features.flatMap(({ next$ = [] }) => next$)).pipe(
        map((each) => each.filter((step) => step !== undefined).at(-1)),
      ),
      undefined,
    ),
    ways: [...first.ways, ...ways],
  };
}

/** What the features bring, by kind; of one kind in the order of the features. */
const broughtBy = (features: readonly Feature[]) => ({
  routes: mounted(features.flatMap(({ routes = [] }) => routes)),
  notices: features.flatMap(({ notices = [] }) => notices).map(lazily),
  panels: Object.fromEntries(
    SECTIONS.map((section) => [
      section,
      features.flatMap(({ panels }) => panels?.[section] ?? []).map(lazily),
    ]),
  ) as Panels,
  ways: features.flatMap(({ ways = [] }) => ways),
});
