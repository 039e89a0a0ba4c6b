import type { EngineConfig } from '../config/engine-config.ts';
import type { DosingHalted } from './events.ts';
import type { Signal } from '../session/signal.ts';
import { heartRateCeiling } from './heart-rate-ceiling.ts';
import { protocolOfSession } from './protocols/index.ts';

/**
 * Watches for what must end dosing whatever the protocol wants: a press of stop, distress in the person's own
 * ratings (`distressRise` above the first, or `distressRating` twice), or a heart rate above the ceiling at rest for
 * `heartRateCeilingS`. A protocol that is there for craving (`rules.craving`) is not ended by ratings. Gives the cause
 * once, when it comes up.
 */
export function safetyWatch(config: EngineConfig): (signal: Signal) => DosingHalted['cause'] | undefined {
  let ceilingBpm = config.heartRateCeilingBpm;
  let cravingExpected = false;
  let firstRating: number | undefined;
  let highRatings = 0;
  let aboveSinceMs: number | undefined;

  const distressed = (rating: number): boolean => {
    firstRating ??= rating;
    if (rating >= config.distressRating) highRatings += 1;
    return rating - firstRating >= config.distressRise || highRatings >= 2;
  };

  const tooFast = (atMs: number, heartRateBpm: number | undefined): boolean => {
    aboveSinceMs =
      heartRateBpm !== undefined && heartRateBpm > ceilingBpm ? (aboveSinceMs ?? atMs) : undefined;
    if (aboveSinceMs === undefined || atMs - aboveSinceMs < config.heartRateCeilingS * 1000) return false;
    aboveSinceMs = undefined;
    return true;
  };

  return (signal) => {
    const { type } = signal;
    if (type === 'session-started') {
      const { limits, rules } = protocolOfSession(signal);
      ceilingBpm = heartRateCeiling(signal.profile, limits, config);
      cravingExpected = rules.craving === 'expected';
    }
    if (type === 'press' && signal.button === 'stop') return 'stop-pressed';
    if (type === 'session-ended') return 'session-over';
    if (type === 'rating' && !cravingExpected && distressed(signal.value)) return 'distress';
    if (type === 'hrv' && tooFast(signal.atMs, signal.meanHrBpm)) return 'heart-rate-ceiling';
    return undefined;
  };
}
