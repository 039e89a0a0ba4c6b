import type { ComponentType, FunctionComponent } from 'react';

/** A piece of the page whose code is fetched when it is first shown. `Given`: what whoever shows it adds. */
export interface Part<Given extends object = object> {
  /** @throws whatever kept the code from coming; asking again tries again */
  load(): Promise<FunctionComponent<Given>>;
}

/**
 * A part made of a component and the props that its owner gives it. Knows nothing of React until it is loaded, so a
 * feature's `index.ts` may hold as many as it likes.
 *
 * @param load `() => import('./rest-screen.tsx').then(({ RestScreen }) => RestScreen)`
 */
export const part = <Own extends object, Given extends object = object>(
  load: () => Promise<ComponentType<Own & Given>>,
  own: Own,
): Part<Given> => ({
  load: async () => {
    const [Whole, { createElement }] = await Promise.all([load(), import('react')]);
    return (given) => createElement(Whole, { ...own, ...given });
  },
});
