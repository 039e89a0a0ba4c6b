import { lazy, useState, type ComponentType } from 'react';
import type { Part } from './part.ts';

/** A part as a component, for a `Suspense` above it. */
export type Lazy<Given extends object> = ComponentType<Given> & {
  /** Fetches its code before it is shown; then it is shown at once, without a moment of nothing. */
  readonly prefetch: () => Promise<unknown>;
};

/** The part as a component. One whose code did not come is asked for again when it is shown again. */
export function lazily<Given extends object>(part: Part<Given>): Lazy<Given> {
  let Loaded: ComponentType<Given> | undefined;
  const load = () => part.load().then((loaded) => (Loaded ??= loaded));
  const attempt = () =>
    lazy(() =>
      load().then(
        (loaded) => ({ default: loaded }),
        (cause: unknown) => {
          Current = attempt();
          throw cause;
        },
      ),
    );
  let Current: ComponentType<Given> = attempt();
  const Shown = (given: Given) => {
    // Chosen once: another component in its place would lose what was written in it.
    const [One] = useState(() => Loaded ?? Current);
    return <One {...given} />;
  };
  return Object.assign(Shown, { prefetch: load });
}
