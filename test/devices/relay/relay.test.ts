import { NEVER, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  relaySender,
  relayedSensor,
  SensorError,
  type HeartRateSensor,
  type SensorEvent,
  type SendingStatus,
} from '../../../devices/index.ts';
import { chance } from '../../../engine/index.ts';
import { itIsAHeartRateSensor } from '../../support/heart-rate-sensor-contract.ts';
import { RelayService } from '../../support/relay-service.ts';
import { VirtualTime } from '../../support/virtual-time.ts';

/** A strap on a phone, a session on a screen, and what lies between. */
const world = ({ mostWaiting = 12_000, phoneAheadMs = 0 } = {}) => {
  const time = new VirtualTime();
  const service = new RelayService(time);
  const strap$ = new Subject<SensorEvent>();
  const battery$ = new Subject<number>();
  let sent = 0;
  const strap: HeartRateSensor = {
    ...{ id: 'strap', name: 'A strap', kind: 'strap', battery$ },
    events$: strap$,
  };
  const from = { author: 'device', sensor: 'strap' } as const;
  const say = (state: 'streaming' | 'stale' | 'lost') =>
    strap$.next({ type: 'sensor', ...from, atMs: 0, state });
  const status: SendingStatus[] = [];
  const { scheduler } = time;
  const phoneClock = () => time.clock() + phoneAheadMs;
  const sending = relaySender(strap, service.phone, { scheduler, clock: phoneClock, mostWaiting }).subscribe(
    (now) => status.push(now),
  );
  const beat = (): string => {
    const hex = `00${(sent += 1).toString(16).padStart(8, '0')}`;
    strap$.next({ type: 'packet', ...from, atMs: 0, hex });
    return hex;
  };
  /** Lets the heart beat each second. */
  const beats = async (seconds: number): Promise<string[]> => {
    const hexes: string[] = [];
    for (let i = 0; i < seconds; i++) {
      hexes.push(beat());
      await time.pass(1000);
    }
    return hexes;
  };
  const sensor = relayedSensor(service.screen, {
    id: 'relay',
    name: 'A strap',
    scheduler,
    clock: time.clock,
  });
  return { time, service, sensor, sending, status, say, beat, beats, battery$ };
};

const listen = (sensor: HeartRateSensor) => {
  const events: SensorEvent[] = [];
  const failures: unknown[] = [];
  const subscription = sensor.events$.subscribe({
    next: (event) => events.push(event),
    error: (cause: unknown) => failures.push(cause),
  });
  const hexes = () => events.flatMap((event) => (event.type === 'packet' ? [event.hex] : []));
  const states = () => events.flatMap((event) => (event.type === 'sensor' ? [event.state] : []));
  return { events, failures, hexes, states, subscription };
};

describe('relayedSensor', () => {
  itIsAHeartRateSensor(() => {
    // The screen's timers are counted apart from those of the phone and of the service.
    const [screen, { service, time, say, beat }] = [new VirtualTime(), world()];
    say('streaming');
    const { scheduler, clock } = screen;
    return {
      sensor: relayedSensor(service.screen, { id: 'relay', name: 'A strap', scheduler, clock }),
      run: async (seconds) => {
        for (let i = 0; i < 10 * seconds; i++) {
          if (i % 10 === 0) beat();
          await time.pass(100);
          await screen.pass(100);
        }
      },
      held: () => scheduler.actions.length,
      ends: false,
    };
  });
});

describe('a strap on a phone', () => {
  it('feeds the screen in order, each packet once, by the screen’s clock', async () => {
    const { time, sensor, say, beats } = world({ phoneAheadMs: -7_654_321 });
    const { hexes, events } = listen(sensor);
    say('streaming');
    await time.pass(3000);
    const sent = await beats(30);
    await time.pass(1000);
    expect(hexes()).toEqual(sent);
    const packets = events.filter(({ type }) => type === 'packet');
    packets.forEach(({ atMs }, i) => expect(Math.abs(atMs - 3000 - 1000 * i)).toBeLessThanOrEqual(12));
  });

  it.each(['phone', 'screen'] as const)(
    'loses no packet and doubles none over 90 s without a network at the %s, and shows nothing for known meanwhile',
    async (who) => {
      const { time, service, sensor, say, beats, status } = world();
      const { hexes, states, events } = listen(sensor);
      say('streaming');
      await time.pass(1000);
      const sent = await beats(10);
      service.reached[who] = false;
      sent.push(...(await beats(90)));
      expect(hexes().length).toBeLessThan(15);
      expect(states().at(-1)).toBe('stale');
      if (who === 'phone') expect(status.at(-1)).toMatchObject({ line: 'cut' });
      service.reached[who] = true;
      sent.push(...(await beats(10)));
      await time.pass(3000);
      expect(hexes()).toEqual(sent);
      expect(states()).toEqual(['connecting', 'streaming', 'stale', 'streaming']);
      const times = events.map(({ atMs }) => atMs);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    },
  );

  it('doubles nothing where only the answers are lost', async () => {
    const { time, service, sensor, say, beats } = world();
    const { hexes } = listen(sensor);
    say('streaming');
    await time.pass(1000);
    const sent = await beats(5);
    service.losesAnswers = true;
    sent.push(...(await beats(10)));
    service.losesAnswers = false;
    sent.push(...(await beats(5)));
    await time.pass(3000);
    expect(hexes()).toEqual(sent);
  });

  it('says how well its clock is known, and keeps beats even under 120 ms of jitter', async () => {
    const { time, service, sensor, say, beats } = world({ phoneAheadMs: 500_000 });
    const draw = chance(1);
    service.delayMs = () => 3 + 60 * draw();
    const { events } = listen(sensor);
    say('streaming');
    await beats(120);
    await time.pass(1000);
    const offsets = events.filter((event) => event.type === 'clock-offset');
    expect(offsets.length).toBeGreaterThan(5);
    for (const { offsetMs, uncertaintyMs } of offsets)
      expect(Math.abs(offsetMs - 500_000)).toBeLessThanOrEqual(uncertaintyMs + 1);
    expect(offsets.at(-1)!.uncertaintyMs).toBeLessThan(30);
    const times = events.flatMap(({ type, atMs }) => (type === 'packet' ? [atMs] : [])).slice(30);
    const lengths = times.slice(1).map((atMs, i) => atMs - times[i]!);
    expect(Math.max(...lengths.map((ms) => Math.abs(ms - 1000)))).toBeLessThan(12);
  });

  it('says what the strap says of itself, in its place among the packets', async () => {
    const { time, sensor, say, beat, battery$ } = world();
    const { events, states } = listen(sensor);
    const levels: number[] = [];
    sensor.battery$!.subscribe((percent) => levels.push(percent));
    say('streaming');
    await time.pass(1000);
    beat();
    say('lost');
    battery$.next(12);
    await time.pass(1000);
    expect(states()).toEqual(['connecting', 'streaming', 'lost']);
    expect(events.filter(({ type }) => type !== 'clock-offset').at(-2)?.type).toBe('packet');
    expect(levels).toEqual([12]);
  });

  it('is lost for as long as more came than the phone keeps, and says so', async () => {
    const { time, service, sensor, say, beats } = world({ mostWaiting: 20 });
    const { hexes, states } = listen(sensor);
    say('streaming');
    await time.pass(1000);
    const before = await beats(3);
    service.reached.phone = false;
    const meanwhile = await beats(50);
    service.reached.phone = true;
    await time.pass(5000);
    expect(states()).toContain('lost');
    expect(hexes().slice(0, 3)).toEqual(before);
    expect(hexes().at(-1)).toBe(meanwhile.at(-1));
    expect(new Set(hexes()).size).toBe(hexes().length);
  });

  it('ends for both once the screen has let go of it', async () => {
    const { time, service, sensor, say, beats, status } = world();
    const { failures } = listen(sensor);
    say('streaming');
    await beats(3);
    service.hasEnded = true;
    await beats(10);
    await time.pass(20_000);
    expect(failures).toEqual([expect.any(SensorError)]);
    expect((failures[0] as SensorError).code).toBe('phone-gone');
    expect(status.at(-1)?.line).toBe('gone');
  });

  it('sends nothing on of a sensor that says nothing', async () => {
    const time = new VirtualTime();
    const service = new RelayService(time);
    const silent: HeartRateSensor = { id: 'a', name: 'A', kind: 'strap', events$: NEVER };
    const sending = relaySender(silent, service.phone, { scheduler: time.scheduler, clock: time.clock });
    const status: SendingStatus[] = [];
    const subscription = sending.subscribe((now) => status.push(now));
    await time.pass(60_000);
    expect(status.every(({ line, waiting }) => line === 'open' && waiting === 0)).toBe(true);
    subscription.unsubscribe();
    await time.pass(20_000);
    expect(time.scheduler.actions).toHaveLength(0);
  });
});
