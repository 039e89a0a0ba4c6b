import { Suspense, useEffect, type ReactNode } from 'react';
import { Route, Switch } from 'wouter';
import { behavior, type Behavior } from '../kit/behavior.ts';
import { lazily } from '../kit/lazily.tsx';
import { useBehavior } from '../kit/use-behavior.ts';
import type { ScreenRoute } from '../session/feature.ts';

/** A route whose screen is fetched when it is first shown. */
export type MountedRoute = Pick<ScreenRoute, 'path'> & {
  readonly Screen: ReturnType<
    typeof lazily<{ readonly params: Readonly<Record<string, string | undefined>> }>
  >;
  readonly open$: Behavior<boolean>;
};

const ALWAYS = behavior(true);

/** Once for the life of the page: a screen made anew would lose what was written in it. */
export const mounted = (routes: readonly ScreenRoute[]): readonly MountedRoute[] =>
  routes.map((route) => ({ path: route.path, Screen: lazily(route), open$: route.open$ ?? ALWAYS }));

interface ScreensProps {
  readonly routes: readonly MountedRoute[];
  /** What stands at every other address. */
  readonly otherwise: ReactNode;
}

/** The screen at this address. */
export const Screens = ({ routes, otherwise }: ScreensProps) => (
  <Suspense fallback={null}>
    <Switch>
      {routes.map(({ path, Screen, open$ }) => (
        <Route key={path} path={path}>
          {(params) => (
            <While open$={open$} otherwise={otherwise}>
              <Screen params={params} />
            </While>
          )}
        </Route>
      ))}
      <Route>{otherwise}</Route>
    </Switch>
    <Arrived />
  </Suspense>
);

interface WhileProps {
  readonly open$: Behavior<boolean>;
  readonly otherwise: ReactNode;
  readonly children: ReactNode;
}

const While = ({ open$, otherwise, children }: WhileProps) => (useBehavior(open$) ? children : otherwise);

/** Beside the screen in one `Suspense`: its effect runs when that is drawn, not before its code has come. */
function Arrived() {
  useEffect(() => {
    // A new screen is read from its heading on, and starts at its top.
    document.querySelector<HTMLElement>('#content h1')?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, []);
  return null;
}
