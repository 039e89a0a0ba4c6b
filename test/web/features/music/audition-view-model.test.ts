import { BehaviorSubject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { Cue } from '../../../../engine/index.ts';
import { auditionViewModel } from '../../../../web/features/music/audition-view-model.ts';
import { VirtualTime } from '../../../support/virtual-time.ts';
import { FakePlayer } from '../../fake-player.ts';

const cue = (module: string): Cue => ({ module, family: 'calming', level: 2 });

function open() {
  const player = new FakePlayer();
  const inSession$ = new BehaviorSubject(false);
  const time = new VirtualTime();
  const audition = auditionViewModel({ player, inSession$, scheduler: time.scheduler });
  const arrive = (module: string): void => player.state$.next({ context: 'running', sounding: cue(module) });
  const after = (seconds: number): Promise<void> => time.pass(1000 * seconds);
  return { player, inSession$, audition, arrive, after };
}

describe('auditionViewModel', () => {
  it('plays a piece until it is stopped, and says which', () => {
    const { player, audition } = open();
    audition.hear([{ cue: cue('cradle') }]);
    expect(audition.heard$.value?.module).toBe('cradle');
    audition.stop();
    expect(audition.heard$.value).toBeUndefined();
    expect(player.asked).toEqual(['start', 'press cradle', 'stop']);
  });

  it('goes from track to track before each runs out, and fades after the last', async () => {
    const { player, audition, arrive, after } = open();
    audition.hear([
      { cue: cue('own-a'), lengthS: 60 },
      { cue: cue('own-b'), lengthS: 40 },
    ]);
    await after(100);
    expect(player.asked).toEqual(['start', 'press own-a']);
    arrive('own-a');
    await after(54);
    expect(player.asked.at(-1)).toBe('press own-a');
    await after(2);
    expect(player.asked.at(-1)).toBe('press own-b');
    arrive('own-b');
    await after(40);
    expect(player.asked.at(-1)).toBe('rest silence');
    expect(audition.heard$.value).toBeUndefined();
  });

  it('says that nothing is heard where the file is not there any more', () => {
    const { player, audition } = open();
    audition.hear([{ cue: cue('own-a'), lengthS: 60 }]);
    player.state$.next({ context: 'running', fadingTo: cue('own-a') });
    expect(audition.heard$.value?.module).toBe('own-a');
    player.state$.next({ context: 'running' });
    expect(audition.heard$.value).toBeUndefined();
  });

  it('does nothing during a session, and gives way to one that begins without stopping its sound', () => {
    const { player, inSession$, audition } = open();
    audition.hear([{ cue: cue('cradle') }]);
    inSession$.next(true);
    expect(audition.heard$.value).toBeUndefined();
    audition.hear([{ cue: cue('night-harp') }]);
    audition.stop();
    expect(player.asked).toEqual(['start', 'press cradle']);
  });
});
