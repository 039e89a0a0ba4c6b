import type { CravingLabel, CravingMoment } from './craving-label.ts';
import type { CravingPrompted } from './events.ts';
import type { Marked, PromptAnswered, Rated } from './events.ts';

/** Answers and marks closer together than this belong to one moment. Judgement; see {@link cravingLabelOf}. */
const APART_MS = 10 * 60_000;
/** The same for answers with the body's figures: longer than a session. */
const BODIES_APART_MS = 30 * 60_000;

type Said = Pick<CravingLabel, 'said' | 'by' | 'propensity'>;

/**
 * The label that a rating, mark or answer gives, if any. Statements within ten minutes belong to one moment:
 * counting them separately would make 30 answers out of a few sittings.
 *
 * - The answer to a prompt is always a label: prompts are hours apart.
 * - A rating is one unless another rating or answer was less than ten minutes before, or one with figures of the
 *   body less than half an hour. So one answer with the body counts a session: two would resemble each other more
 *   than the gate allows for (`docs/craving.md`).
 * - A rating within ten minutes of a mark belongs to that mark: only those who notice craving are
 *   asked then, and such ratings would be nearly all craving. The rating after the session is
 *   asked of everybody and stands by itself.
 * - A mark is one unless another mark was less than ten minutes before.
 *
 * @param open the prompt that waits for an answer
 * @param before labels so far
 */
export function cravingLabelOf(
  event: Rated | Marked | PromptAnswered,
  moment: CravingMoment,
  { open, before }: { readonly open: CravingPrompted | undefined; readonly before: readonly CravingLabel[] },
): CravingLabel | undefined {
  const said = saidBy(event, open);
  if (!said || said.by === 'prompt') return said && { ...moment, ...said };
  const ofMark = event.type === 'rating' && event.moment === 'during';
  const same = before.some(({ atMs, by, arousal }) => {
    const apartMs = Math.abs(moment.atMs - atMs);
    if (event.type === 'mark' || by === 'mark')
      return apartMs < APART_MS && by === 'mark' && (event.type === 'mark' || ofMark);
    return apartMs < (arousal === undefined ? APART_MS : BODIES_APART_MS);
  });
  return same ? undefined : { ...moment, ...said };
}

function saidBy(event: Rated | Marked | PromptAnswered, open: CravingPrompted | undefined): Said | undefined {
  switch (event.type) {
    case 'rating':
      return { said: event.value, by: 'rating' };
    case 'mark':
      return { said: 'craving', by: 'mark' };
    case 'prompt-answer': {
      const { said } = event;
      if (!open || said === 'dismissed') return undefined;
      const word = said === 'craving' ? 'craving' : 'no-craving';
      return { said: typeof said === 'number' ? said : word, by: 'prompt', propensity: open.propensity };
    }
    default:
      return event satisfies never;
  }
}
