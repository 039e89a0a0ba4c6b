import { describe, expect, it } from 'vitest';
import { CravingPress } from '../../../web/boot/craving-press.ts';

/** A press, and what has come of it. */
function opened() {
  const did: string[] = [];
  let made = 0;
  const press = new CravingPress(() => {
    made += 1;
    did.push(`open ${made}`);
    return { close: () => Promise.resolve(did.push('close')) } as unknown as AudioContext;
  });
  const answers = { cravingNow: () => void did.push('play'), stop: () => void did.push('stop') };
  return { press, did, answers };
}

describe('CravingPress', () => {
  it('opens the audio within the press, and only once', () => {
    const { press, did } = opened();
    press.press();
    press.press();
    expect(did).toEqual(['open 1']);
  });

  it('answers a press that came early when it can, and then each at once', () => {
    const { press, did, answers } = opened();
    press.press();
    press.answerWith(answers);
    press.press();
    expect(did).toEqual(['open 1', 'play', 'play']);
  });

  it('plays nothing that nobody asked for', () => {
    const { press, did, answers } = opened();
    press.answerWith(answers);
    press.takeBack();
    expect(did).toEqual([]);
  });

  it('does not answer what was taken back, and closes its audio', () => {
    const { press, did, answers } = opened();
    press.press();
    press.takeBack();
    press.answerWith(answers);
    expect(did).toEqual(['open 1', 'close']);
  });

  it('opens the audio anew for a press after that', () => {
    const { press, did } = opened();
    press.press();
    press.takeBack();
    press.press();
    expect(did).toEqual(['open 1', 'close', 'open 2']);
  });

  it('stops what has been answered when it is taken back', () => {
    const { press, did, answers } = opened();
    press.answerWith(answers);
    press.press();
    press.takeBack();
    expect(did).toEqual(['play', 'stop']);
  });

  it('gives its audio away once, and leaves it alone from then on', () => {
    const { press, did } = opened();
    press.press();
    expect(press.takeAudio()).toBeDefined();
    expect(press.takeAudio()).toBeUndefined();
    press.takeBack();
    expect(did).toEqual(['open 1']);
  });

  it('tells whoever watches that music is coming, and that it is not', () => {
    const { press } = opened();
    const said: boolean[] = [];
    press.watch(() => said.push(press.coming));
    press.press();
    press.press();
    press.takeBack();
    expect(said).toEqual([true, false]);
  });

  it('settles `first` with the first press', async () => {
    const { press } = opened();
    press.press();
    await expect(press.first).resolves.toBeUndefined();
  });
});
