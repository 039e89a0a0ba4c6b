import { PROMPT_WORDS, type PromptQuestion } from '../../../engine/index.ts';
import { spoken } from '../../kit/language.ts';
import type { OwnTitles } from '../own-titles.ts';
import type { SessionState } from '../session-state.ts';
import { pieceOf } from './pieces.ts';
import { haltCauses, whyText } from './reasons.ts';

/** What plays, as the person knows it; an unknown id (another version's) is its own name. */
export const titleOf = (module: string, own: OwnTitles = {}): string =>
  pieceOf(module)?.title ?? own[module] ?? module;

/** What the engine asks within a session. */
export const questions = spoken<Readonly<Record<PromptQuestion, string>>>({
  en: PROMPT_WORDS,
  de: {
    'what-is-this':
      'Dein Körper wirkt aktivierter als sonst: Ist das Verlangen, Stress, Bewegung oder etwas anderes?',
    'how-strong': 'Wie stark ist das Verlangen gerade, von 0 bis 100?',
  },
});

const ended = spoken({ en: 'The session has ended.', de: 'Die Sitzung ist zu Ende.' });

/** What a person who does not look at the screen should know of this state. */
export function announcementOf({ stage, halt, decision, ownTitles }: SessionState): string {
  if (stage === 'ended') return ended;
  if (stage !== 'running' && halt) return `${haltCauses[halt].title} ${haltCauses[halt].body}`;
  return decision ? `${titleOf(decision.module, ownTitles)}. ${whyText(decision)}` : '';
}
