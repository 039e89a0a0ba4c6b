import { describe, expect, it } from 'vitest';
import { liveHeart, type SessionEvent } from '../../../engine/index.ts';
import { sketchSession } from '../../../web/session/session-picture.ts';
import { started } from '../../support/session-inputs.ts';

const { heart } = liveHeart();

const sketched = (events: readonly object[]) => {
  const { picture, add } = sketchSession(heart);
  events.forEach((event, seq) => add({ ...event, seq } as SessionEvent));
  return picture;
};

describe('sketchSession', () => {
  it('keeps a withheld estimate as an absence, not as a number', () => {
    const [given, withheld] = sketched([
      { type: 'arousal', atMs: 1, author: 'engine', value: 0.4, sd: 0.1, quality: 1, reasons: [] },
      { type: 'arousal', atMs: 2, author: 'engine', withheld: 'moving' },
    ]).arousal;
    expect(given?.estimate).toMatchObject({ value: 0.4, sd: 0.1 });
    expect(withheld).toEqual({ atMs: 2 });
  });

  it('has the ratings before and after, and leaves those during to the log', () => {
    const rating = (value: number, moment: string): object => ({
      ...{ type: 'rating', atMs: 1, author: 'person', scale: 'craving' },
      value,
      moment,
    });
    const { before, after } = sketched([rating(70, 'before'), rating(60, 'during'), rating(40, 'after')]);
    expect([before, after]).toEqual([70, 40]);
  });

  it('grows the same arrays around the heart it is given, so that a canvas can follow them', () => {
    const { picture, add } = sketchSession(heart);
    const { marksMs } = picture;
    add({ ...started(), seq: 0 });
    add({ type: 'mark', atMs: 1000, author: 'person', what: 'craving', seq: 1 });
    expect(picture.heart).toBe(heart);
    expect(marksMs).toEqual([1000]);
    expect(picture.endMs).toBe(1000);
  });
});
