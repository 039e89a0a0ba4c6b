import { BUILT_IN_MODULES } from '../../../engine/index.ts';
import type { OwnTitles } from '../own-titles.ts';
import type { SessionState } from '../session-state.ts';
import { haltCauses, whyText } from './reasons.ts';

/** What plays, as the person knows it; an unknown id (another version's) is its own name. */
export const titleOf = (module: string, own: OwnTitles = {}): string =>
  BUILT_IN_MODULES.find(({ id }) => id === module)?.title ?? own[module] ?? module;

/** What a person who does not look at the screen should know of this state. */
export function announcementOf({ stage, halt, decision, ownTitles }: SessionState): string {
  if (stage === 'ended') return 'The session has ended.';
  if (stage !== 'running' && halt) return `${haltCauses[halt].title} ${haltCauses[halt].body}`;
  return decision ? `${titleOf(decision.module, ownTitles)}. ${whyText(decision)}` : '';
}
