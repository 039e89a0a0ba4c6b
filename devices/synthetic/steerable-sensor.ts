import { BehaviorSubject } from 'rxjs';
import type { HeartRateSensor } from '../heart-rate-sensor.ts';
import { syntheticSensor, type SyntheticOptions } from './synthetic-sensor.ts';

/** A simulated person whose arousal can be set. */
export interface SteerableSensor extends HeartRateSensor {
  /** 0 at rest – 1; set it while the heart beats. The heart follows within seconds. */
  readonly arousal$: BehaviorSubject<number>;
}

/** A synthetic heart whose arousal is set from outside while it beats: for teaching and demonstrations. */
export function steerableSensor(options: Omit<SyntheticOptions, 'arousal'>): SteerableSensor {
  const arousal$ = new BehaviorSubject(0);
  return { ...syntheticSensor({ ...options, arousal: () => arousal$.value }), arousal$ };
}
