import type { EngineConfig } from '../config/engine-config.ts';
import type { Profile } from './profile.ts';
import type { ProtocolLimits } from './protocols/protocol.ts';

/**
 * Heart rate at rest above which dosing stops, 1/min: the person's, or else
 * the engine's; a protocol may only lower it.
 */
export const heartRateCeiling = (
  profile: Profile,
  limits: ProtocolLimits,
  config: Pick<EngineConfig, 'heartRateCeilingBpm'>,
): number =>
  Math.min(profile.heartRateCeilingBpm ?? config.heartRateCeilingBpm, limits.heartRateCeilingBpm ?? Infinity);
