import { lastValueFrom, take, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  simulateHeart,
  strapPackets,
  syntheticSensor,
  type SyntheticOptions,
} from '../../../devices/index.ts';
import { decodeHex, hexFromBytes, type HeartRateMeasurement } from '../../../engine/index.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const measurement = (hex: string): HeartRateMeasurement => {
  const decoded = decodeHex(hex);
  if (!decoded.ok) throw new Error(decoded.fault.code);
  return decoded.value;
};
const played = (options: SyntheticOptions) =>
  lastValueFrom(syntheticSensor({ speed: 'instant', ...options }).events$.pipe(toArray()));

describe('syntheticSensor', () => {
  it('sends its beats as a strap would: once a second, in 1/1024 s, none lost', async () => {
    const events = await played({ seed: 4, durationS: 120 });
    const packets = events.flatMap((event) => (event.type === 'packet' ? [event] : []));
    expect(packets.map(({ atMs }) => atMs)).toEqual(packets.map((_, i) => (i + 1) * 1000));
    const { truth } = simulateHeart({ seed: 4 }, 120);
    const sent = packets.flatMap(({ hex }) => measurement(hex).rrMs);
    expect(sent).toHaveLength(truth.length);
    sent.forEach((rrMs, i) => expect(Math.abs(rrMs - truth[i]!.rrMs)).toBeLessThan(1));
    const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    expect(Math.abs(total(sent) - total(truth.map(({ rrMs }) => rrMs)))).toBeLessThan(1);
  });

  it('is played anew, alike, for each subscription', async () => {
    const sensor = syntheticSensor({ seed: 4, durationS: 20, speed: 'instant' });
    const all = () => lastValueFrom(sensor.events$.pipe(toArray()));
    expect(await all()).toEqual(await all());
  });

  it('can be soothed while it runs', async () => {
    const { scheduler, clock, pass } = boundTime();
    let arousal = 1;
    const rates: number[] = [];
    syntheticSensor({ seed: 4, scheduler, clock, arousal: () => arousal }).events$.subscribe((event) => {
      if (event.type === 'packet') rates.push(measurement(event.hex).heartRate);
    });
    await pass(30_000);
    arousal = 0;
    await pass(90_000);
    expect(rates[29]).toBeGreaterThan(85);
    expect(rates.at(-1)).toBeLessThan(75);
  });

  it('stops making beats once nobody wants them', async () => {
    const sensor = syntheticSensor({ seed: 4, durationS: 1e9, speed: 'instant' });
    expect(await lastValueFrom(sensor.events$.pipe(take(5), toArray()))).toHaveLength(5);
  });

  it('says that contact is lost during a dropout, and sends no beat', async () => {
    const events = await played({ seed: 4, durationS: 40, dropouts: [{ fromS: 10, toS: 16 }] });
    const during = events.flatMap((event) =>
      event.type === 'packet' && event.atMs > 11_000 && event.atMs <= 16_000 ? [measurement(event.hex)] : [],
    );
    expect(during).toHaveLength(5);
    for (const { contact, rrRaw } of during)
      expect({ contact, rrRaw }).toEqual({ contact: false, rrRaw: [] });
    expect(
      events.filter((event) => event.type === 'packet' && measurement(event.hex).contact === false),
    ).toHaveLength(6);
  });

  it('refuses to be played in one go without an end', () => {
    expect(() => syntheticSensor({ seed: 1, speed: 'instant' })).toThrow(RangeError);
  });
});

const boundTime = () => {
  const time = new VirtualTime();
  return { scheduler: time.scheduler, clock: time.clock, pass: (ms: number) => time.pass(ms) };
};

describe('strapPackets', () => {
  it('sends nine RR at most, the rest a second later', () => {
    const beats = Array.from({ length: 12 }, (_, i) => ({ atS: (i + 1) / 12, rrMs: 1000 / 12, arousal: 0 }));
    const counts = [...strapPackets(beats)].map(
      ({ payload }) => measurement(hexFromBytes(payload)).rrRaw.length,
    );
    expect(counts).toEqual([9, 3]);
  });

  it('ends when the beats do', () => {
    expect([...strapPackets([])]).toEqual([]);
  });
});
