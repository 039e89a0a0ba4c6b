import { describe, expect, it } from 'vitest';
import type { CravingLabel } from '../../../engine/index.ts';
import { cravingLabelOf } from '../../../engine/craving/craving-answers.ts';
import type { CravingPrompted } from '../../../engine/craving/events.ts';
import type { Marked, PromptAnswered, PromptReply, Rated } from '../../../engine/craving/events.ts';

const NOON = Date.UTC(2026, 2, 10, 12);
const MINUTE = 60_000;
const moment = { atMs: NOON, utcOffsetMin: 60, arousal: 0.4, tags: ['caffeine'] };
const head = { atMs: NOON, author: 'person' } as const;
const rated = (when: Rated['moment'] = 'before'): Rated => ({
  ...{ ...head, type: 'rating', scale: 'craving' },
  ...{ value: 62, moment: when },
});
const mark: Marked = { ...head, type: 'mark', what: 'craving' };
const reply = (said: PromptReply): PromptAnswered => ({ ...head, type: 'prompt-answer', said });
const open: CravingPrompted = {
  ...{ type: 'craving-prompt', author: 'engine', atMs: NOON - MINUTE },
  ...{ question: 'how-strong', reason: 'random', propensity: 0.02 },
};
const earlier = (by: CravingLabel['by'], minutesAgo: number): CravingLabel => ({
  ...{ atMs: NOON - minutesAgo * MINUTE, utcOffsetMin: 60, tags: [], said: 'craving', by },
});
const withBody = (minutesAgo: number): CravingLabel => ({ ...earlier('rating', minutesAgo), arousal: 0.5 });
const none = { open: undefined, before: [] };

describe('cravingLabelOf', () => {
  it('keeps the rating, the moment and nothing else', () => {
    expect(cravingLabelOf(rated(), moment, none)).toEqual({ ...moment, said: 62, by: 'rating' });
  });

  it('takes a mark for craving, unasked', () => {
    expect(cravingLabelOf(mark, moment, none)).toEqual({ ...moment, said: 'craving', by: 'mark' });
  });

  it.each([
    [34, 34],
    ['craving', 'craving'],
    ['stress', 'no-craving'],
    ['movement', 'no-craving'],
    ['something-else', 'no-craving'],
  ] as const)('takes the answer %j to a prompt for %j, with the prompt’s propensity', (said, label) => {
    expect(cravingLabelOf(reply(said), moment, { open, before: [earlier('rating', 1)] })).toEqual({
      ...moment,
      ...{ said: label, by: 'prompt', propensity: 0.02 },
    });
  });

  it('makes no label of a prompt that was dismissed, nor of an answer that nothing asked for', () => {
    expect(cravingLabelOf(reply('dismissed'), moment, { open, before: [] })).toBeUndefined();
    expect(cravingLabelOf(reply(80), moment, none)).toBeUndefined();
  });

  it.each([
    ['a rating, a rating 9 min before', rated(), earlier('rating', 9), false],
    ['a rating, a rating 10 min before', rated(), earlier('rating', 10), true],
    ['a rating, a rating with the body 29 min before', rated('after'), withBody(29), false],
    ['a rating, a rating with the body 30 min before', rated('after'), withBody(30), true],
    ['a rating, a rating 9 min ahead (the clock was set back)', rated(), earlier('rating', -9), false],
    ['a rating, a prompt 9 min before', rated('after'), earlier('prompt', 9), false],
    ['the rating of a mark', rated('during'), earlier('mark', 1), false],
    ['a rating in passing, a mark 10 min before', rated('during'), earlier('mark', 10), true],
    ['the rating after the session, a mark 3 min before', rated('after'), earlier('mark', 3), true],
    ['a mark, a mark 9 min before', mark, earlier('mark', 9), false],
    ['a mark, a mark 10 min before', mark, earlier('mark', 10), true],
    ['a mark, a rating with the body 1 min before', mark, withBody(1), true],
    ['a mark, a rating 1 min before', mark, earlier('rating', 1), true],
  ] as const)('counts what is of one moment once: %s', (_, event, before, counts) => {
    expect(cravingLabelOf(event, moment, { open: undefined, before: [before] }) !== undefined).toBe(counts);
  });
});
