import type { Subscription } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  SensorError,
  webBluetoothSensor,
  type HeartRateSensor,
  type SensorEvent,
} from '../../../devices/index.ts';
import { FakeStrap } from '../../support/fake-strap.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

describe('webBluetoothSensor', () => {
  let strap: FakeStrap;
  let time: VirtualTime;
  let sensor: HeartRateSensor;
  let events: SensorEvent[];
  let ending: unknown;

  const subscribe = (): Subscription => {
    events = [];
    return sensor.events$.subscribe({
      next: (event) => events.push(event),
      error: (error: unknown) => void (ending = error),
    });
  };
  const story = () => events.map((event) => (event.type === 'sensor' ? event.state : event.type));
  const beatFor = async (seconds: number) => {
    for (let i = 0; i < seconds; i++) {
      strap.beat();
      await time.pass(1000);
    }
  };

  beforeEach(() => {
    strap = new FakeStrap();
    time = new VirtualTime();
    sensor = webBluetoothSensor(strap, { clock: time.clock, scheduler: time.scheduler });
    ending = undefined;
  });

  it('connects, discovers, subscribes and streams, saying each', async () => {
    subscribe();
    await time.pass(0);
    expect(story()).toEqual(['connecting', 'discovering', 'subscribing', 'streaming']);
  });

  it('hands on packets raw, with the time of their arrival', async () => {
    subscribe();
    await time.pass(250);
    strap.notify('heart_rate_measurement', 0x16, 0x3c, 0x11, 0x04);
    expect(events.at(-1)).toEqual({
      type: 'packet',
      author: 'device',
      sensor: 'strap-1',
      atMs: 250,
      hex: '163c1104',
    });
  });

  it('hands on a packet that nobody can read', async () => {
    subscribe();
    await time.pass(0);
    strap.notify('heart_rate_measurement', 0x01);
    expect(events.at(-1)).toMatchObject({ type: 'packet', hex: '01' });
  });

  it('is stale when no beat comes for 3 s, and streams again with the next', async () => {
    subscribe();
    await time.pass(0);
    strap.beat();
    await time.pass(2999);
    expect(story().at(-1)).toBe('packet');
    await time.pass(1);
    expect(story().at(-1)).toBe('stale');
    strap.beat();
    expect(story().slice(-3)).toEqual(['stale', 'streaming', 'packet']);
  });

  it.each([
    ['a packet without an RR from a strap that sends RR', [0x06, 60]],
    ['a packet from a strap off the skin', [0x14, 60, 0, 4]],
    ['a packet that nobody can read', [0x10]],
  ])('does not take %s for a beat', async (_, bytes) => {
    subscribe();
    await time.pass(0);
    strap.beat();
    await time.pass(2000);
    strap.notify('heart_rate_measurement', ...bytes);
    await time.pass(1000);
    expect(story().at(-1)).toBe('stale');
  });

  it('takes a heart rate for a beat where the strap never sends RR', async () => {
    subscribe();
    await time.pass(0);
    for (let i = 0; i < 5; i++) {
      strap.notify('heart_rate_measurement', 0x00, 60);
      await time.pass(1000);
    }
    expect(story()).not.toContain('stale');
  });

  it('reconnects by itself after a loss, with service and characteristic fetched anew', async () => {
    subscribe();
    await time.pass(0);
    await beatFor(2);
    strap.drop();
    await time.pass(1000);
    strap.beat();
    expect(story().slice(-7)).toEqual([
      'lost',
      'backoff',
      'connecting',
      'discovering',
      'subscribing',
      'streaming',
      'packet',
    ]);
    expect(strap.fetched.filter(({ name }) => name === 'heart_rate_measurement')).toHaveLength(2);
    expect(strap.fetched[0]!.characteristic.listeners).toBe(0);
  });

  it('waits 1, 2, 4, 8, 16, then 30 s between attempts', async () => {
    strap.reach = 'far';
    subscribe();
    await time.pass(100_000);
    const attempts = events.filter((event) => event.type === 'sensor' && event.state === 'connecting');
    expect(attempts.map((event) => event.atMs / 1000)).toEqual([0, 1, 3, 7, 15, 31, 61, 91]);
    expect(events.find((event) => event.type === 'sensor' && event.state === 'lost')).toMatchObject({
      code: 'unreachable',
    });
  });

  it('starts the waits over once it has streamed', async () => {
    strap.reach = 'far';
    subscribe();
    await time.pass(10_000);
    strap.reach = 'near';
    await time.pass(5000);
    strap.beat();
    strap.drop();
    const before = strap.connects;
    await time.pass(1000);
    expect(strap.connects).toBe(before + 1);
  });

  it('gives up a connection that hangs, and tries again', async () => {
    strap.reach = 'hangs';
    subscribe();
    await time.pass(60_000);
    strap.reach = 'near';
    await time.pass(1000);
    expect(story()).toEqual([
      'connecting',
      'lost',
      'backoff',
      'connecting',
      'discovering',
      'subscribing',
      'streaming',
    ]);
  });

  it('takes a link that says nothing for 30 s for dead', async () => {
    subscribe();
    await time.pass(0);
    strap.beat();
    await time.pass(30_000);
    expect(story().slice(-3)).toEqual(['stale', 'lost', 'backoff']);
    expect(strap.gatt.connected).toBe(false);
  });

  it('tries at once when the strap is heard again', async () => {
    let watching: AbortSignal | undefined;
    const watch = ({ signal }: { signal: AbortSignal }) => Promise.resolve(void (watching = signal));
    sensor = webBluetoothSensor(Object.assign(strap, { watchAdvertisements: watch }), {
      clock: time.clock,
      scheduler: time.scheduler,
    });
    strap.reach = 'far';
    subscribe();
    await time.pass(20_000);
    strap.reach = 'near';
    const before = strap.connects;
    strap.dispatchEvent(new Event('advertisementreceived'));
    await time.pass(0);
    expect(strap.connects).toBe(before + 1);
    expect(story().at(-1)).toBe('streaming');
    expect(watching?.aborted).toBe(true);
  });

  it('ends with an error when the device has no heart rate service', async () => {
    strap.services = {};
    subscribe();
    await time.pass(0);
    expect(ending).toBeInstanceOf(SensorError);
    expect(ending).toMatchObject({ code: 'not-a-heart-rate-sensor' });
    expect(strap.gatt.connected).toBe(false);
  });

  it('keeps trying when a strap that has streamed does not show its service at once', async () => {
    subscribe();
    await time.pass(0);
    strap.beat();
    const { services } = strap;
    strap.services = {};
    strap.drop();
    await time.pass(1000);
    strap.services = services;
    await time.pass(2000);
    expect(ending).toBeUndefined();
    expect(story().at(-1)).toBe('streaming');
  });

  it('ends with an error when access is taken away', async () => {
    const gatt = {
      ...strap.gatt,
      connect: () => Promise.reject(new DOMException('Forgotten.', 'SecurityError')),
    };
    sensor = webBluetoothSensor(Object.assign(new EventTarget(), { id: 'x', gatt }), {
      scheduler: time.scheduler,
    });
    subscribe();
    await time.pass(0);
    expect(ending).toMatchObject({ code: 'denied', message: 'Forgotten.' });
  });

  it.each([0, 1500, 4000])('lets go of everything when unsubscribed after %i ms', async (ms) => {
    const subscription = subscribe();
    const battery = sensor.battery$!.subscribe();
    await time.pass(ms);
    subscription.unsubscribe();
    battery.unsubscribe();
    const before = strap.connects;
    await time.pass(100_000);
    expect(strap.gatt.connected).toBe(false);
    expect(strap.listening).toBe(0);
    expect(strap.connects).toBe(before);
  });

  it('stays unconnected when unsubscribed during a wait', async () => {
    const subscription = subscribe();
    await time.pass(0);
    strap.drop();
    subscription.unsubscribe();
    await time.pass(100_000);
    expect(strap.connects).toBe(1);
    expect(time.scheduler.actions).toHaveLength(0);
  });

  it('gives the battery level, its changes, and the level after a reconnect', async () => {
    const levels: number[] = [];
    sensor.battery$!.subscribe((level) => levels.push(level));
    await time.pass(0);
    expect(levels).toEqual([]);
    subscribe();
    await time.pass(0);
    strap.notify('battery_level', 86);
    strap.services = { ...strap.services, battery_service: { battery_level: [80] } };
    strap.drop();
    await time.pass(1000);
    expect(levels).toEqual([87, 86, 80]);
  });

  it('streams from a strap without a battery service', async () => {
    strap.services = { heart_rate: { heart_rate_measurement: [] } };
    const levels: number[] = [];
    sensor.battery$!.subscribe((level) => levels.push(level));
    subscribe();
    await time.pass(0);
    strap.beat();
    expect(story().at(-1)).toBe('packet');
    expect(levels).toEqual([]);
  });
});
