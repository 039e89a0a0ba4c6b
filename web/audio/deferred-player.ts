import { Observable, ReplaySubject } from 'rxjs';
import type { CrossfadePlan } from '../../engine/index.ts';
import type { BreathSound, ModulePlayer, PlayerState } from './module-player.ts';

export interface DeferredPlayer extends ModulePlayer {
  /**
   * Fetches the player's code and makes it ready. Rejects where it cannot be had;
   * then it is tried again when asked again.
   */
  prepare(): Promise<void>;
}

/**
 * A player whose code is fetched when it is first needed, or before by `prepare`. What is asked of it until then is
 * done when it is there: of several plans only the last, and none after a stop.
 */
export function deferredPlayer(load: () => Promise<ModulePlayer>): DeferredPlayer {
  const state$ = new ReplaySubject<PlayerState>(1);
  state$.next({ context: 'suspended' });
  let player: ModulePlayer | undefined;
  let loading: Promise<void> | undefined;
  let plan: CrossfadePlan | undefined;
  let volume: number | undefined;
  let breath: BreathSound | undefined;
  let ducked = false;
  let disposed = false;
  const take = (loaded: ModulePlayer): void => {
    if (disposed) {
      loaded.dispose();
      return;
    }
    player = loaded;
    if (volume !== undefined) loaded.setVolume(volume);
    if (ducked) loaded.duck(true);
    loaded.state$.subscribe(state$);
    if (plan) loaded.carryOut(plan);
    if (breath) loaded.setBreath(breath);
  };
  const prepare = (): Promise<void> =>
    (loading ??= load().then(take, (cause: unknown) => {
      loading = undefined;
      throw cause;
    }));
  const wanted = (): void => void prepare().catch(() => undefined);
  return {
    prepare,
    state$: new Observable((to) => state$.subscribe(to)),
    start: () => player?.start() ?? prepare().then(() => player?.start()),
    carryOut: (next) => {
      if (player) player.carryOut(next);
      else {
        plan = next;
        wanted();
      }
    },
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
      if (player) player.setBreath(next);
      else if (next.air ?? next.swell) wanted();
    },
    duck: (on) => ((ducked = on), player?.duck(on)),
    meter: () => player?.meter() ?? -Infinity,
    dispose: () => {
      disposed = true;
      player?.dispose();
    },
  };
}
