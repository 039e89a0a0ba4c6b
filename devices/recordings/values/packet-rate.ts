import { decodeHex, encodeHeartRateMeasurement, hexFromBytes } from '../../../engine/index.ts';
import type { ParsedRecording } from '../parser.ts';
import type { RecordingItem } from '../recording.ts';

const BY_THE_FORMAT_HZ = 1024;
const LARGEST = 0xffff;

/** Packets whose intervals were counted at another rate than the format has it, written anew in 1/1024 s. */
export function countedAt(parsed: ParsedRecording, rateHz: number | undefined): ParsedRecording {
  const { items, found } = parsed;
  if (rateHz === undefined || !items.some(({ type }) => type === 'packet')) return parsed;
  return {
    ...parsed,
    items: items.map((item) => (item.type === 'packet' ? recounted(item, rateHz) : item)),
    found: { ...found, unit: { name: `1/${rateHz} s`, from: 'option' } },
  };
}

function recounted(
  item: Extract<RecordingItem, { type: 'packet' }>,
  rateHz: number,
): Extract<RecordingItem, { type: 'packet' }> {
  const decoded = decodeHex(item.hex);
  if (!decoded.ok || decoded.value.rrRaw.length === 0) return item;
  const { heartRate, rrRaw, contact, energyKj } = decoded.value;
  const payload = encodeHeartRateMeasurement({
    heartRateBpm: heartRate,
    ...(contact !== undefined && { contact }),
    ...(energyKj !== undefined && { energyKj }),
    rrRaw: rrRaw.map((raw) => Math.min(LARGEST, Math.round((raw * BY_THE_FORMAT_HZ) / rateHz))),
  });
  return { ...item, hex: hexFromBytes(payload) };
}
