import { behavior, type Behavior } from '../../kit/behavior.ts';
import type { WelcomeStep } from '../../session/feature.ts';

/** The cards in their order. */
export const STEPS: readonly WelcomeStep[] = ['about', 'heart', 'taste', 'person'];

/** Where it is kept that the person has been asked. */
export const WELCOME = 'attune-welcome';

export interface WelcomeViewModel {
  /** The person has not seen the cards, nor said that they would rather not. */
  readonly isNew$: Behavior<boolean>;
  /** They have seen them, or would rather not now: they are not asked again. */
  dismiss(): void;
}

/** @param storage the browser's; where it refuses, the answer lasts as long as the page */
export function welcomeViewModel(storage: Pick<Storage, 'getItem' | 'setItem'>): WelcomeViewModel {
  const isNew$ = behavior(storage.getItem(WELCOME) === null);
  return {
    isNew$,
    dismiss: () => {
      if (!isNew$.value) return;
      isNew$.next(false);
      try {
        storage.setItem(WELCOME, '{"asked":true}');
      } catch {
        // Full or forbidden: asked again at the next visit.
      }
    },
  };
}
