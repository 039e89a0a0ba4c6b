import { lazy, type ComponentType } from 'react';
import type { Part } from './part.ts';

/**
 * The part as a component, for a `Suspense` above it. One whose code did not come
 * is asked for again when it is shown again.
 */
export function lazily<Given extends object>(part: Part<Given>): ComponentType<Given> {
  const attempt = () =>
    lazy(() =>
      part.load().then(
        (loaded) => ({ default: loaded }),
        (cause: unknown) => {
          Current = attempt();
          throw cause;
        },
      ),
    );
  let Current = attempt();
  return (given) => <Current {...given} />;
}
