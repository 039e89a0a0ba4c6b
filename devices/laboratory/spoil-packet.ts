import { decodeHex, encodeHeartRateMeasurement, hexFromBytes, type Chance } from '../../engine/index.ts';
import type { Faults } from './faults.ts';

/**
 * What a jump adds to the counter, 1/1024 s: up to 16 s, since the counter has 16 bits
 * and a fault usually corrupts a few of them.
 */
const JUMP_RAW = 1 << 14;

/** A payload with falsified contents, in hexadecimal; bytes that are not a measurement are left unchanged. */
export function spoiledPacket(hex: string, faults: Faults, chance: Chance): string {
  const { wrongContactShare = 0, rateFactor = 1, counterJumpShare = 0 } = faults;
  // Drawn for every packet, so that one fault does not shift the others.
  const [contactDraw, jumpDraw, whichDraw, jump] = [chance(), chance(), chance(), chance()];
  const decoded = decodeHex(hex);
  if (!decoded.ok) return hex;
  const { heartRate, contact, energyKj, rrRaw } = decoded.value;
  const wrongContact = contactDraw < wrongContactShare;
  const jumps = jumpDraw < counterJumpShare && rrRaw.length > 0;
  if (!wrongContact && !jumps && rateFactor === 1) return hex;
  const which = Math.floor(whichDraw * rrRaw.length);
  const touches = wrongContact ? false : contact;
  return hexFromBytes(
    encodeHeartRateMeasurement({
      heartRateBpm: Math.min(0xffff, Math.round(heartRate * rateFactor)),
      ...(touches !== undefined && { contact: touches }),
      ...(energyKj !== undefined && { energyKj }),
      rrRaw: rrRaw.map((raw, i) =>
        jumps && i === which ? (raw + 1 + Math.floor(jump * JUMP_RAW)) & 0xffff : raw,
      ),
    }),
  );
}
