import { readFileSync } from 'node:fs';
import { encodeHeartRateMeasurement, hexFromBytes, type InputEvent } from '../../engine/index.ts';

type Measurement = Parameters<typeof encodeHeartRateMeasurement>[0];

/** A strap's notification as it is logged. */
export const packetAt = (atMs: number, measurement: Measurement): Packet => ({
  ...{ type: 'packet', author: 'device', sensor: 'test' },
  ...{ atMs, hex: hexFromBytes(encodeHeartRateMeasurement(measurement)) },
});
type Packet = Extract<InputEvent, { type: 'packet' }>;
type Sensor = Extract<InputEvent, { type: 'sensor' }>;

const sensorAt = (atMs: number, state: Sensor['state']): Sensor => ({
  ...{ type: 'sensor', atMs, author: 'device', sensor: 'test', state },
});

/**
 * The recorded heart of `fixtures/` as a strap would send it, one packet a beat, with what straps do wrong: a packet
 * that comes twice, beats that are missed or cut in two, skin contact lost, a lost connection, bytes that are none.
 */
export function faultyHeart(): readonly (Packet | Sensor)[] {
  const csv = readFileSync(new URL('../../fixtures/recorded-heart.csv', import.meta.url), 'utf8');
  return [
    sensorAt(0, 'streaming'),
    ...csv
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',').map(Number) as [endS: number, rrMs: number])
      .flatMap(([endS, rrMs], i) => faulty(packetOf(Math.round(1000 * endS), [rrMs]), { rrMs, i })),
  ];
}

const packetOf = (atMs: number, rrMs: readonly number[], contact = true): Packet =>
  packetAt(atMs, {
    heartRateBpm: Math.round(60_000 / (rrMs[0] ?? 800)),
    contact,
    rrRaw: rrMs.map((rr) => Math.round(1.024 * rr)),
  });

function faulty(packet: Packet, { rrMs, i }: { rrMs: number; i: number }): (Packet | Sensor)[] {
  const { atMs } = packet;
  if (i % 97 === 40) return [packet, packet];
  if (i % 89 === 41) return [packetOf(atMs, [2 * rrMs])];
  if (i % 83 === 42) return [packetOf(atMs, [0.4 * rrMs, 0.6 * rrMs])];
  if (i >= 300 && i < 310) return [packetOf(atMs, [rrMs], false)];
  if (i === 500) return [sensorAt(atMs, 'lost')];
  if (i === 501) return [sensorAt(atMs, 'streaming')];
  return i === 600 ? [{ ...packet, hex: 'zz' }] : [packet];
}
