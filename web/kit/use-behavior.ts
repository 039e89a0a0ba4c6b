import { useCallback, useSyncExternalStore } from 'react';
import { skip } from 'rxjs';
import type { Behavior } from './behavior.ts';

/** The only seam between view models and React: the behavior's value, and a new render when it changes. */
export function useBehavior<T>(behavior: Behavior<T>): T {
  const subscribe = useCallback(
    (changed: () => void) => {
      const subscription = behavior.pipe(skip(1)).subscribe(changed);
      return () => subscription.unsubscribe();
    },
    [behavior],
  );
  const now = () => behavior.value;
  return useSyncExternalStore(subscribe, now, now);
}
