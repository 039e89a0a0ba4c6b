import { Subject, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { CrossfadePlan } from '../../../engine/index.ts';
import { guideFrom } from '../../../web/audio/breath-guide.ts';
import type { ModulePlayer, PlayerState } from '../../../web/audio/module-player.ts';
import { deferredPlayer } from '../../../web/audio/deferred-player.ts';
import { FakePlayer } from '../fake-player.ts';

const planTo = (module: string): CrossfadePlan => ({
  kind: 'wake',
  to: { module, family: 'calming', level: 1 },
  durationS: 4,
  begin: 'now',
  curve: 'equal-power',
});

function underTest() {
  const real = new FakePlayer();
  const loading = new Subject<ModulePlayer>();
  const player = deferredPlayer(() => firstValueFrom(loading));
  const arrive = async (): Promise<void> => {
    void player.prepare();
    loading.next(real);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { real, player, arrive };
}

describe('deferredPlayer', () => {
  it('carries out the last plan and the last volume once the player is there', async () => {
    const { real, player, arrive } = underTest();
    player.setVolume(0.3);
    player.carryOut(planTo('still-water'));
    player.carryOut(planTo('night-harp'));
    await arrive();
    expect(real.asked).toEqual(['volume 0.3', 'wake night-harp']);
  });

  it('plays nothing when a stop came before the player', async () => {
    const { real, player, arrive } = underTest();
    player.carryOut(planTo('still-water'));
    player.stop();
    await arrive();
    expect(real.asked).toEqual([]);
  });

  it('carries the last breath over too, unless a stop came after it', async () => {
    const { real, player, arrive } = underTest();
    player.setBreath({ air: guideFrom(0, 6) });
    player.stop();
    player.setBreath({ air: guideFrom(1, 6) });
    await arrive();
    expect(real.breaths).toEqual([{ air: guideFrom(1, 6) }]);
  });

  it('passes everything on at once when the player is there', async () => {
    const { real, player, arrive } = underTest();
    await arrive();
    void player.start();
    player.carryOut(planTo('open-road'));
    player.stop();
    expect(real.asked).toEqual(['start', 'wake open-road', 'stop']);
  });

  it('starts the audio when it arrives, if it was asked to before', async () => {
    const { real, player, arrive } = underTest();
    const starting = player.start();
    await arrive();
    await starting;
    expect(real.asked).toContain('start');
  });

  it('says suspended until it knows better', async () => {
    const { real, player, arrive } = underTest();
    const states: PlayerState['context'][] = [];
    player.state$.subscribe(({ context }) => states.push(context));
    await arrive();
    await real.start();
    expect(states).toEqual(['suspended', 'suspended', 'running']);
  });

  it('fetches nothing until it is needed, and then once', async () => {
    let loads = 0;
    const player = deferredPlayer(() => {
      loads += 1;
      return Promise.resolve(new FakePlayer());
    });
    player.setVolume(0.5);
    player.setBreath({});
    player.stop();
    expect(loads).toBe(0);
    player.carryOut(planTo('still-water'));
    await player.start();
    expect(loads).toBe(1);
  });

  it('steps back for a voice that speaks as it comes', async () => {
    const real = new FakePlayer();
    const player = deferredPlayer(() => Promise.resolve(real));
    player.duck(true);
    await player.prepare();
    expect(real.asked).toContain('duck');
  });

  it('is tried again after it could not be had', async () => {
    const real = new FakePlayer();
    let loads = 0;
    const player = deferredPlayer(() =>
      (loads += 1) === 1 ? Promise.reject(new Error('away')) : Promise.resolve(real),
    );
    await expect(player.prepare()).rejects.toThrow('away');
    player.carryOut(planTo('still-water'));
    await player.prepare();
    expect(real.asked).toEqual(['wake still-water']);
  });

  it('gives the audio back even when disposed of before it was there', async () => {
    const { real, player, arrive } = underTest();
    player.dispose();
    await arrive();
    expect(real.asked).toEqual(['dispose']);
  });
});
