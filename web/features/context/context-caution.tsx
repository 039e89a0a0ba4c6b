import { useBehavior } from '../../kit/use-behavior.ts';
import type { Behavior } from '../../kit/behavior.ts';
import { cautionOf, type ContextId } from './context.ts';
import { context as words } from './words.ts';

/** What to keep in mind with the figures, where the person said something that bears on them. */
export function ContextCaution({ on$ }: { on$: Behavior<readonly ContextId[]> }) {
  const { heart, any } = cautionOf(useBehavior(on$));
  if (!any) return null;
  return <p className="notice">{heart ? words.heart : words.any}</p>;
}
