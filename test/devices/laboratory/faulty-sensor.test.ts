import { from, lastValueFrom, toArray } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  faultySensor,
  syntheticSensor,
  type Faults,
  type HeartRateSensor,
  type SensorEvent,
} from '../../../devices/index.ts';
import { decodeHex, type HeartRateMeasurement, type PacketReceived } from '../../../engine/index.ts';

const heart = (durationS = 600) => syntheticSensor({ seed: 3, durationS, speed: 'instant' });
const all = (sensor: HeartRateSensor) => lastValueFrom(sensor.events$.pipe(toArray()));
const spoiled = (faults: Partial<Faults>) => all(faultySensor(heart(), { seed: 5, ...faults }));
const packets = (events: readonly SensorEvent[]) =>
  events.filter((event): event is PacketReceived => event.type === 'packet');
const read = ({ hex }: PacketReceived): HeartRateMeasurement => {
  const decoded = decodeHex(hex);
  if (!decoded.ok) throw new Error(hex);
  return decoded.value;
};
const states = (events: readonly SensorEvent[]) =>
  events.flatMap((event) => (event.type === 'sensor' ? [event.state] : []));

describe('faultySensor', () => {
  it('changes nothing without faults', async () => {
    expect(await spoiled({})).toEqual(await all(heart()));
  });

  it('makes the same faults of the same seed', async () => {
    const faults = { lostShare: 0.1, lateShare: 0.1, duplicateShare: 0.1, counterJumpShare: 0.1 };
    expect(await spoiled(faults)).toEqual(await spoiled(faults));
    expect(await spoiled(faults)).not.toEqual(await spoiled({ ...faults, seed: 6 }));
  });

  it('loses about the share of notifications that it is told', async () => {
    const kept = packets(await spoiled({ lostShare: 0.2 })).length / 600;
    expect(kept).toBeGreaterThan(0.74);
    expect(kept).toBeLessThan(0.86);
    expect(packets(await spoiled({ lostShare: 1 }))).toEqual([]);
  });

  it('brings late notifications in their order, none lost and none before its time', async () => {
    const whole = packets(await all(heart()));
    const late = packets(await spoiled({ lateShare: 0.1, lateMs: 2500 }));
    expect(late.map(({ hex }) => hex)).toEqual(whole.map(({ hex }) => hex));
    const delays = late.map(({ atMs }, i) => atMs - whole[i]!.atMs);
    expect(Math.min(...delays)).toBe(0);
    // Due at 2.5 s, they come with the next event, one of which there is each second.
    expect(Math.max(...delays)).toBe(3000);
  });

  it('holds bursts back, then gives all at once', async () => {
    const events = packets(await spoiled({ bursts: { everyMs: 60_000, heldMs: 10_000 } }));
    expect(events).toHaveLength(600);
    const together = events.filter(({ atMs }) => atMs === events.find((one) => one.atMs >= 70_000)!.atMs);
    expect(together.length).toBeGreaterThanOrEqual(10);
  });

  it('repeats notifications', async () => {
    const events = packets(await spoiled({ duplicateShare: 0.1 }));
    const repeated = events.filter(
      ({ hex, atMs }, i) => i > 0 && hex === events[i - 1]!.hex && atMs === events[i - 1]!.atMs,
    );
    expect(events).toHaveLength(600 + repeated.length);
    expect(repeated.length).toBeGreaterThan(30);
  });

  it('drops the link and returns, saying so, and sends nothing between', async () => {
    const events = await spoiled({ drops: { everyMs: 120_000, goneMs: 20_000 } });
    expect(states(events).filter((state) => state === 'lost')).toHaveLength(5);
    let gone = false;
    for (const event of events) {
      if (event.type === 'packet') expect(gone).toBe(false);
      if (event.type === 'sensor' && event.state === 'lost') gone = true;
      if (event.type === 'sensor' && event.state === 'streaming') gone = false;
    }
    expect(packets(events).length).toBeLessThan(530);
    expect(packets(events).length).toBeGreaterThan(500);
  });

  it('claims no contact, or another heart rate, and leaves the intervals alone', async () => {
    const whole = packets(await all(heart())).map(read);
    const untouched = packets(await spoiled({ wrongContactShare: 1 })).map(read);
    expect(untouched.every(({ contact }) => contact === false)).toBe(true);
    expect(untouched.map(({ rrRaw }) => rrRaw)).toEqual(whole.map(({ rrRaw }) => rrRaw));
    const fast = packets(await spoiled({ rateFactor: 1.5 })).map(read);
    fast.forEach(({ heartRate }, i) => expect(heartRate).toBe(Math.round(whole[i]!.heartRate * 1.5)));
  });

  it('lets the counter jump by one interval a notification', async () => {
    const whole = packets(await all(heart())).map(read);
    packets(await spoiled({ counterJumpShare: 1 }))
      .map(read)
      .forEach(({ rrRaw }, i) => {
        const changed = rrRaw.filter((raw, k) => raw !== whole[i]!.rrRaw[k]);
        expect(changed).toHaveLength(Math.min(1, rrRaw.length));
      });
  });

  it('runs the battery down, and is gone for good once it is flat', async () => {
    const sensor = faultySensor(heart(), { seed: 1, batteryMs: 300_000 });
    const levels: number[] = [];
    sensor.battery$!.subscribe((level) => levels.push(level));
    const events = await all(sensor);
    expect(levels[0]).toBe(100);
    expect(levels.at(-1)).toBe(0);
    expect(levels).toEqual(levels.toSorted((a, b) => b - a));
    expect(states(events).slice(-2)).toEqual(['lost', 'backoff']);
    expect(Math.max(...packets(events).map(({ atMs }) => atMs))).toBeLessThan(300_000);
  });

  it('gives what it holds before it ends, and passes errors on', async () => {
    const events = await spoiled({ lateShare: 1, lateMs: 60_000 });
    expect(packets(events)).toHaveLength(600);
    expect(states(events).at(-1)).toBe('ended');
    const broken = { ...heart(), events$: from(Promise.reject(new Error('broken'))) };
    await expect(all(faultySensor(broken, { seed: 1 }))).rejects.toThrow('broken');
  });

  it.each([
    { lostShare: 1.1 },
    { lateShare: -1 },
    { drops: { everyMs: 0, goneMs: 1 } },
    { batteryMs: Number.NaN },
  ])('refuses %j', (faults) => {
    expect(() => faultySensor(heart(), { seed: 1, ...faults })).toThrow(RangeError);
  });
});
