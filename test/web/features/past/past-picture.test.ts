import { describe, expect, it } from 'vitest';
import { liveHeart, signalsOfLog, type SessionEvent } from '../../../../engine/index.ts';
import { pastPicture } from '../../../../web/features/past/past-picture.ts';
import { faultyHeart } from '../../../support/faulty-heart.ts';
import { started } from '../../../support/session-inputs.ts';

const log = [started(), ...faultyHeart()].map((event, seq): SessionEvent => ({ ...event, seq }));

describe('pastPicture', () => {
  it('has the heart that the live page had, from the log alone', async () => {
    const { heart, take } = liveHeart();
    await signalsOfLog(log, take, () => Promise.resolve());
    const picture = await pastPicture(log);
    expect(picture.heart).toEqual(heart);
    expect(picture.heart.beats.length).toBeGreaterThan(1000);
    expect(picture.endMs).toBe(log.at(-1)!.atMs);
  });

  it('pauses at least every twenty inputs', async () => {
    let pauses = 0;
    await pastPicture(log, () => Promise.resolve(void (pauses += 1)));
    expect(pauses).toBe(Math.ceil(log.length / 20));
  });

  it('has no heart of a session without a strap', async () => {
    expect((await pastPicture(log.slice(0, 1))).heart).toEqual(liveHeart().heart);
  });
});
