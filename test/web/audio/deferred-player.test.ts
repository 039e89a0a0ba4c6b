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

  it('gives the audio back even when disposed of before it was there', async () => {
    const { real, player, arrive } = underTest();
    player.dispose();
    await arrive();
    expect(real.asked).toEqual(['dispose']);
  });
});
