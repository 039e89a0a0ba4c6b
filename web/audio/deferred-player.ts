import { Observable, ReplaySubject } from 'rxjs';
import type { CrossfadePlan } from '../../engine/index.ts';
import type { BreathSound, ModulePlayer, PlayerState } from './module-player.ts';

/**
 * A player whose code is fetched while the first screen is read. What is asked of it before then is done when it is
 * there: of several plans only the last, and none after a stop.
 *
 * @param load begins at once
 */
export function deferredPlayer(load: () => Promise<ModulePlayer>): ModulePlayer {
  const state$ = new ReplaySubject<PlayerState>(1);
  state$.next({ context: 'suspended' });
  let player: ModulePlayer | undefined;
  let plan: CrossfadePlan | undefined;
  let volume: number | undefined;
  let breath: BreathSound | undefined;
  let disposed = false;
  const loading = load().then((loaded) => {
    if (disposed) {
      loaded.dispose();
      return;
    }
    player = loaded;
    if (volume !== undefined) loaded.setVolume(volume);
    loaded.state$.subscribe(state$);
    if (plan) loaded.carryOut(plan);
    if (breath) loaded.setBreath(breath);
  });
  return {
    state$: new Observable((to) => state$.subscribe(to)),
    start: () => player?.start() ?? loading.then(() => player?.start()),
    carryOut: (next) => (player ? player.carryOut(next) : void (plan = next)),
    stop: () => {
      [plan, breath] = [undefined, undefined];
      player?.stop();
    },
    setVolume: (gain) => {
      volume = gain;
      player?.setVolume(gain);
    },
    setBreath: (next) => {
      breath = next;
      player?.setBreath(next);
    },
    meter: () => player?.meter() ?? -Infinity,
    dispose: () => {
      disposed = true;
      player?.dispose();
    },
  };
}
