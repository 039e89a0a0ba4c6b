import { BUILT_IN_MODULES } from '../../engine/index.ts';
import type { SessionState } from '../session/session-state.ts';
import { haltCauses, whyText } from './reasons.ts';

/** What plays, as the person knows it; an unknown id (another version's) is its own name. */
export const titleOf = (module: string): string =>
  BUILT_IN_MODULES.find(({ id }) => id === module)?.title ?? module;

/** What a person who does not look at the screen should know of this state. */
export function announcementOf({ stage, halt, decision }: SessionState): string {
  if (stage === 'ended') return 'The session has ended.';
  if (stage !== 'running' && halt) return `${haltCauses[halt].title} ${haltCauses[halt].body}`;
  return decision ? `${titleOf(decision.module)}. ${whyText(decision)}` : '';
}
