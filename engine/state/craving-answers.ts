import type { CravingLabel, CravingMoment } from '../craving/craving-label.ts';
import type { CravingPrompted } from '../session/derived-events.ts';
import type { Marked, PromptAnswered, Rated } from '../session/input-events.ts';

/** Answers and marks nearer than this are of one moment. Judgement; see {@link cravingLabelOf}. */
const APART_MS = 10 * 60_000;

type Said = Pick<CravingLabel, 'said' | 'by' | 'propensity'>;

/**
 * The label that a rating, a mark or an answer is, if it is one. What is said within ten minutes is of one moment:
 * counting it twice would make 30 answers out of a few sittings.
 *
 * - The answer to a prompt always is a label: prompts are hours apart.
 * - A rating is one unless another rating or answer was less than ten minutes before, so the ratings before and after a
 *   session of usual length both count. That craving tends to be lower in the second is left to the time since the last
 *   rating, which the model without the body knows as well.
 * - A rating within ten minutes of a mark belongs to that mark: only those who notice craving are asked then, and such
 *   ratings would be nearly all craving. The rating after the session is asked of everybody and stands by itself.
 * - A mark is one unless another mark was less than ten minutes before.
 *
 * @param open  the prompt that waits for an answer
 * @param before  labels so far
 */
export function cravingLabelOf(
  event: Rated | Marked | PromptAnswered,
  moment: CravingMoment,
  { open, before }: { readonly open: CravingPrompted | undefined; readonly before: readonly CravingLabel[] },
): CravingLabel | undefined {
  const said = saidBy(event, open);
  if (!said || said.by === 'prompt') return said && { ...moment, ...said };
  const ofMark = event.type === 'rating' && event.moment === 'during';
  const same = before.some(
    ({ atMs, by }) =>
      Math.abs(moment.atMs - atMs) < APART_MS &&
      (event.type === 'mark' ? by === 'mark' : by !== 'mark' || ofMark),
  );
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
