import { describe, expect, it } from 'vitest';
import { oneSound } from '../../../web/app/sound.ts';
import { behavior } from '../../../web/kit/behavior.ts';

function underTest() {
  const stopped: string[] = [];
  const session = { on$: behavior(false), stop: () => void stopped.push('session') };
  const listening = { on$: behavior(false), stop: () => void stopped.push('listening') };
  return { session, listening, stopped, sound: oneSound([session, listening]) };
}

describe('oneSound', () => {
  it('is on while any of them is', () => {
    const { listening, sound } = underTest();
    expect(sound.on$.value).toBe(false);
    listening.on$.next(true);
    expect(sound.on$.value).toBe(true);
    listening.on$.next(false);
    expect(sound.on$.value).toBe(false);
  });

  it('stops those that are on alone', () => {
    const { session, sound, stopped } = underTest();
    session.on$.next(true);
    sound.stop();
    expect(stopped).toEqual(['session']);
  });
});
