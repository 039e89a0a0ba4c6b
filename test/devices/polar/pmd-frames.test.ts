import { beforeEach, describe, expect, it } from 'vitest';
import { webBluetoothSensor, type SensorEvent } from '../../../devices/index.ts';
import { PMD, type PmdMeasurementType } from '../../../devices/polar/pmd.ts';
import { FakeStrap } from '../../support/fake-strap.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

const FRAME = [2, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 2, 0, 232, 3];

describe('webBluetoothSensor with a Polar strap', () => {
  let strap: FakeStrap;
  let time: VirtualTime;
  let events: SensorEvent[];
  const listen = (polar?: readonly PmdMeasurementType[]) => {
    const sensor = webBluetoothSensor(strap, {
      clock: time.clock,
      scheduler: time.scheduler,
      ...(polar && { polar }),
    });
    return sensor.events$.subscribe((event) => events.push(event));
  };
  const written = () =>
    strap.fetched.findLast(({ name }) => name === PMD.controlPoint)?.characteristic.written;

  beforeEach(() => {
    strap = new FakeStrap();
    strap.services = { ...strap.services, [PMD.service]: { [PMD.controlPoint]: [0x0f, 5], [PMD.data]: [] } };
    time = new VirtualTime();
    events = [];
  });

  it('asks for acceleration at 25 a second and hands on the frames raw', async () => {
    const listening = listen();
    await time.pass(500);
    expect(written()).toEqual([[2, 2, 0, 1, 25, 0, 1, 1, 16, 0, 2, 1, 4, 0]]);
    strap.notify(PMD.data, ...FRAME);
    expect(events.at(-1)).toEqual({
      type: 'frame',
      author: 'device',
      sensor: 'strap-1',
      atMs: 500,
      hex: '0200000000000000000101000200e803',
    });
    strap.beat();
    expect(events.at(-1)).toMatchObject({ type: 'packet' });
    listening.unsubscribe();
    expect(written()!.at(-1)).toEqual([3, 2]);
    expect(strap.listening).toBe(0);
  });

  it('asks for ECG at 130 a second where told', async () => {
    listen(['ecg']);
    await time.pass(0);
    expect(written()).toEqual([[2, 0, 0, 1, 130, 0, 1, 1, 14, 0]]);
  });

  it('asks again after a reconnect', async () => {
    listen();
    await time.pass(100);
    strap.drop();
    await time.pass(2000);
    expect(written()).toHaveLength(1);
    expect(strap.fetched.filter(({ name }) => name === PMD.controlPoint)).toHaveLength(2);
  });

  it.each([
    ['has no such service', () => (strap.services = { heart_rate: { heart_rate_measurement: [] } })],
    [
      'has but half of it',
      () => (strap.services = { ...strap.services, [PMD.service]: { [PMD.controlPoint]: [] } }),
    ],
  ])('goes on with beats alone where the strap %s', async (_, spoil) => {
    spoil();
    listen();
    await time.pass(30_000 - 1);
    strap.beat();
    expect(events.at(-1)).toMatchObject({ type: 'packet' });
    expect(strap.connects).toBe(1);
  });
});
