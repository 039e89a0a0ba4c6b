import { BehaviorSubject } from 'rxjs';
import type { CrossfadePlan } from '../../engine/index.ts';
import type { BreathSound, ModulePlayer, PlayerState } from '../../web/audio/module-player.ts';

/** A player that makes no sound and remembers what it was asked for, in order. */
export class FakePlayer implements ModulePlayer {
  readonly asked: string[] = [];
  readonly plans: CrossfadePlan[] = [];
  readonly breaths: BreathSound[] = [];
  readonly state$ = new BehaviorSubject<PlayerState>({ context: 'suspended' });
  mayStart = true;

  start(): Promise<void> {
    this.asked.push('start');
    if (!this.mayStart) return Promise.reject(new Error('not allowed'));
    this.state$.next({ context: 'running' });
    return Promise.resolve();
  }

  carryOut(plan: CrossfadePlan): void {
    this.asked.push(`${plan.kind} ${plan.to.module}`);
    this.plans.push(plan);
  }

  stop(): void {
    this.asked.push('stop');
  }

  setVolume(volume: number): void {
    this.asked.push(`volume ${volume}`);
  }

  setBreath(breath: BreathSound): void {
    this.breaths.push(breath);
  }

  duck(ducked: boolean): void {
    this.asked.push(ducked ? 'duck' : 'unduck');
  }

  meter(): number {
    return -Infinity;
  }

  dispose(): void {
    this.asked.push('dispose');
  }
}
