import { Suspense, useEffect, type ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { behavior, type Behavior } from '../kit/behavior.ts';
import { lazily } from '../kit/lazily.tsx';
import { useBehavior } from '../kit/use-behavior.ts';
import type { RouteParams, ScreenRoute } from '../session/feature.ts';

/** A route whose screen is fetched when it is first shown. */
export type MountedRoute = Pick<ScreenRoute, 'path' | 'rarely'> & {
  readonly Screen: ReturnType<typeof lazily<{ readonly params: RouteParams }>>;
  readonly open$: Behavior<boolean>;
};

const ALWAYS = behavior(true);

/** Once for the life of the page: a screen made anew would lose what was written in it. */
export const mounted = (routes: readonly ScreenRoute[]): readonly MountedRoute[] =>
  routes.map((route) => ({
    path: route.path,
    ...(route.rarely && { rarely: route.rarely }),
    Screen: lazily(route),
    open$: route.open$ ?? ALWAYS,
  }));

interface ScreensProps {
  readonly routes: readonly MountedRoute[];
  /** What stands at every other address. */
  readonly otherwise: ReactNode;
}

/** The screen at this address. */
export const Screens = ({ routes, otherwise }: ScreensProps) => (
  <Suspense fallback={null}>
    <Switch>
      {[...new Set(routes.map(({ path }) => path))].map((path) => (
        <Route key={path} path={path}>
          {(params) => (
            <FirstOpen
              routes={routes.filter((route) => route.path === path)}
              params={params}
              otherwise={otherwise}
            />
          )}
        </Route>
      ))}
      <Route>{otherwise}</Route>
    </Switch>
    <Arrived />
  </Suspense>
);

interface FirstOpenProps extends ScreensProps {
  readonly params: RouteParams;
}

/** Of the screens at one address the first that is open now. */
function FirstOpen({ routes: [route, ...others], params, otherwise }: FirstOpenProps): ReactNode {
  const open = useBehavior(route?.open$ ?? ALWAYS);
  if (!route) return otherwise;
  return open ? (
    <route.Screen params={params} />
  ) : (
    <FirstOpen routes={others} params={params} otherwise={otherwise} />
  );
}

/** Beside the screen in one `Suspense`: its effect runs when that is drawn, not before its code has come. */
function Arrived() {
  useEffect(() => {
    // A new screen is read from its heading on, and starts at its top.
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return null;
}
